"""Start the town on one machine: database, demo data, web server, answering process and worker, stopped together."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import Tags
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from portal.foundation.attached_sqlite3.files import answers_file
from portal.foundation.management.commands.messages import compile_all
from residents.seeds import DEMO_PASSWORD, address

ACCOUNTS = (
    ("住民 / resident", "resident_1"),
    ("原課の編集者 / department editor", "pr_author"),
    ("お知らせの承認者 / approver", "pr_approver"),
    ("SNS運営 (NPO) / SNS operator", "npo_author"),
    ("開設許可・システム管理 / permits, survey system", "it_staff"),
    ("アンケート実施 / survey sponsor", "planner_author"),
    ("危機管理防災課 / disaster unit", "disaster_officer"),
    ("事務局 / secretariat", "secretary"),
    ("市長 / mayor", "mayor"),
    ("運営委員長 / chair", "chair"),
    ("世話人 / caretaker", "caretaker_1"),
    ("進行役 / facilitator", "facilitator_dispatched"),
    ("アドバイザー / adviser", "adviser"),
    ("保存メール・台帳 / kept mails, ledger", "system_admin"),
)


class Command(BaseCommand):
    help = (
        "Start the demo town: web server, answering process and worker in the foreground; Ctrl-C stops all."
    )
    requires_system_checks = ()  # a town that has been started before starts quickly; see _migrate

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This starts the demo town. In production run gunicorn and qcluster.")
        compile_all()
        self._migrate()
        call_command("seed_demo")
        host, port = os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8000")
        self._greet(host, port)
        answering = Answering.of_this_town()
        connection.close()
        sys.exit(_run_together(self._commands(host, port, answering)))

    def _migrate(self) -> None:
        self.check(tags=[Tags.database], databases=["default"])
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.check()
            self.stdout.write("データベースを準備しています… / preparing the database…")
            call_command("migrate", verbosity=0)

    def _commands(self, host: str, port: str, answering: Answering | None) -> list[Run]:
        town = {**os.environ, "ANSWERING_URL": answering.url if answering else ""}
        runs = [
            Run(_gunicorn("portal.wsgi", f"{host}:{port}", workers=2), town),
            Run([sys.executable, "manage.py", "qcluster"], town),
        ]
        if answering is not None:
            runs.append(
                Run(_gunicorn("portal.answering", answering.address, workers=1), answering.environment)
            )
        return runs

    def _greet(self, host: str, port: str) -> None:
        write = self.stdout.write
        write(self.style.SUCCESS(f"\n  参画 {settings.TOWN_NAME}  →  http://{host}:{port}/"))
        write(f"  編集室 / editors       →  http://{host}:{port}/cms/")
        write("\n  ログイン: メールアドレスを入れて「コードを受け取る」(コードは下の端末ではなく")
        write(f"  http://{host}:{port}/accounts/mails/ に届きます)、またはパスワード「{DEMO_PASSWORD}」\n")
        for role, key in ACCOUNTS:
            write(f"    {address(key):38} {role}")
        write("\n  Ctrl-C で止まります / Ctrl-C stops everything\n")


@dataclass(frozen=True)
class Run:
    """A process of the town, with what it is told."""

    command: list[str]
    environment: dict[str, str]


@dataclass(frozen=True)
class Answering:
    """The process that takes answers: on a port of its own, and told nothing of the town but where answers lie."""

    address: str
    environment: dict[str, str]

    @property
    def url(self) -> str:
        return f"http://{self.address}"

    @classmethod
    def of_this_town(cls) -> Answering | None:
        """On SQLite its file is known; on PostgreSQL it needs a login of its own, else the town takes answers itself."""
        url = os.environ.get("ANSWERS_DATABASE_URL", "")
        if connection.vendor == "sqlite":
            url = f"sqlite:///{Path(answers_file(connection.settings_dict)).resolve()}"
        if not url:
            return None
        told = {name: value for name, value in os.environ.items() if not name.endswith(KEPT_FROM_IT)}
        return cls(f"127.0.0.1:{_free_port()}", {**told, "DEMO": "1", "ANSWERS_DATABASE_URL": url})


KEPT_FROM_IT = (
    "DATABASE_URL",
    "_KEY",
    "_KEYS",
    "_PASSWORD",
    "EMAIL_URL",
    "REDIS_URL",
    "DJANGO_SETTINGS_MODULE",
)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _gunicorn(application: str, address: str, *, workers: int) -> list[str]:
    options = {
        "bind": address,
        "worker-class": "gthread",
        "workers": workers,
        "threads": 4,
        "log-level": "warning",
    }
    told = [text for name, value in options.items() for text in (f"--{name}", str(value))]
    return [sys.executable, "-m", "gunicorn", application, "--preload", *told]


def _run_together(runs: list[Run]) -> int:
    """Run until one ends or somebody presses Ctrl-C; then stop all."""
    processes = [subprocess.Popen(run.command, env=run.environment) for run in runs]
    stopping: list[int] = []

    def stop(number: int, frame: Any) -> None:
        stopping.append(number)

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    while not stopping and all(process.poll() is None for process in processes):
        time.sleep(0.2)
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
    return 0 if stopping else 1
