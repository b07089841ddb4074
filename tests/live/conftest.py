"""The whole product, started as a newcomer starts it: real server, real worker, real browser."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from residents.seeds import DEMO_PASSWORD, address

BASE = Path(__file__).resolve().parents[2]
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START_WITHIN = 600  # seconds; beside the whole suite on two cores


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One town for all live tests: keep them on one worker."""
    for item in items:
        if "tests/live" in str(item.fspath):
            item.add_marker(pytest.mark.xdist_group("live"))


LOGINS = {"town": "sankaku_live_town", "answering": "sankaku_live_answering"}


def _database_urls(folder: Path) -> dict[str, str]:
    """A new database; on PostgreSQL for two logins with no more than they need, as in production (docs/adr/0022)."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        return {"DATABASE_URL": f"sqlite:///{folder}/town.sqlite3"}
    import psycopg
    import redis

    redis.from_url(os.environ["REDIS_URL"]).flushdb()  # what an earlier town kept is not this one's

    owner = urlsplit(url)._replace(path="/sankaku_live")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS sankaku_live WITH (FORCE)")
        connection.execute("CREATE DATABASE sankaku_live")
        for login in LOGINS.values():
            connection.execute(f"DROP ROLE IF EXISTS {login}")
            connection.execute(f"CREATE ROLE {login} LOGIN PASSWORD 'live'")
    told = {**os.environ, "DATABASE_URL": urlunsplit(owner), "VAR_DIR": str(folder / "var")}
    for command in (
        ["migrate", "-v0"],
        ["grant_sides", "--town", LOGINS["town"], "--answering", LOGINS["answering"]],
    ):
        subprocess.run([sys.executable, "manage.py", *command], cwd=BASE, env=told, check=True)
    place = owner.netloc.rpartition("@")[2]
    of_the = {
        side: urlunsplit(owner._replace(netloc=f"{login}:live@{place}")) for side, login in LOGINS.items()
    }
    return {"DATABASE_URL": of_the["town"], "ANSWERS_DATABASE_URL": of_the["answering"]}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def town_environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment in which the live town runs; management commands can join it."""
    if "LIVE_TOWN" in os.environ:
        return {**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings.dev"}
    folder = tmp_path_factory.mktemp("town")
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        **_database_urls(folder),
        "VAR_DIR": str(folder / "var"),
        "HOST": "127.0.0.1",
        "PORT": str(_free_port()),
    }


@pytest.fixture(scope="session")
def live_town(town_environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """``manage.py start`` running the demo town; yields its address once it says it is ready.

    With LIVE_TOWN (and its VAR_DIR and DATABASE_URL) set, a town that already runs is used.
    """
    if "LIVE_TOWN" in os.environ:
        yield os.environ["LIVE_TOWN"]
        return
    log = tmp_path_factory.mktemp("log") / "start.log"
    url = f"http://127.0.0.1:{town_environment['PORT']}"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "start"],
            cwd=BASE,
            env=town_environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_until_ready(url, process, log)
            yield url
        finally:
            process.terminate()
            process.wait(timeout=30)


def _wait_until_ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_WITHIN
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{url}/healthz", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.3)
    pytest.fail(f"the town did not start:\n{log.read_text(errors='replace')[-4000:]}")


def chromium() -> str:
    """The system's Chromium; without it the tests skip, except in CI, where missing is failure."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs Chromium (.ci/run installs it)")
        pytest.skip("no Chromium on this machine: install the package chromium")
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = chromium()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield running
        running.close()


class Visitor:
    """A person at a browser: notes console errors and requests to foreign hosts."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        self.context, self.url = context, url
        self.errors: list[str] = []
        self.foreign: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", self._asked)

    def _heard(self, message: Any) -> None:
        if message.type == "error" and "status of 40" not in message.text:
            self.errors.append(f"{self.page.url}: {message.text}")

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((self.url, "data:", "blob:")):
            self.foreign.append(request.url)

    def go(self, path: str) -> Page:
        self.page.goto(self.url + path)
        return self.page

    def log_in(self, key: str) -> Page:
        """Log in with the demo password, as the greeting of ``make run`` tells."""
        page = self.go("/accounts/login/")
        page.locator("summary", has_text="パスワードでログインする").click()
        page.fill("input[name=login]", address(key))
        page.fill("input[name=password]", DEMO_PASSWORD)
        page.locator("form:has(input[name=password]) button[type=submit]").first.click()
        page.wait_for_load_state()
        return page


@pytest.fixture
def visitor(browser: Browser, live_town: str) -> Iterator[Callable[..., Visitor]]:
    """``visitor(width=390)`` opens a fresh browser window on the live town."""
    opened: list[Visitor] = []

    def visit(width: int = 390, key: str = "", **options: Any) -> Visitor:
        context = browser.new_context(
            viewport={"width": width, "height": 844}, locale="ja-JP", reduced_motion="reduce", **options
        )
        someone = Visitor(context, live_town)
        opened.append(someone)
        if key:
            someone.log_in(key)
        return someone

    yield visit
    for someone in opened:
        someone.context.close()
        assert someone.errors == []
        assert someone.foreign == []
