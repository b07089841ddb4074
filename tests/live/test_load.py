"""Eight people write at once while the worker delivers: no write is lost (bounded).

They log in one after the other before: who guesses passwords from one address is slowed down, and eight log-ins
in one instant may look like that on a slow machine.
"""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.live.plain import PlainBrowser

pytestmark = pytest.mark.load
WRITERS, EACH = 8, 12
BASE = Path(__file__).resolve().parents[2]
COUNT = """
from communities.posts.models import Post
from portal.foundation.models import AuditEntry, OutboxMessage
from portal.foundation import audit
posts = list(Post.objects.filter(body__startswith="負荷試験").values_list("pk", flat=True))
lines = AuditEntry.objects.filter(verb="communities.post.written", target_id__in=[str(pk) for pk in posts]).count()
audit.seal()
print("COUNT", len(posts), lines, OutboxMessage.objects.filter(delivered_at__isnull=True).count(), len(audit.verify()))
"""


def counts(environment: dict[str, str]) -> tuple[int, int, int, int]:
    """(posts, their lines in the ledger, undelivered news, broken seals)."""
    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "-c", COUNT],
        cwd=BASE,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return tuple(int(n) for n in re.search(r"COUNT (\d+) (\d+) (\d+) (\d+)", done.stdout).groups())


def test_eight_writers_lose_nothing(live_town, town_environment):
    thread = first_thread(live_town)
    people = {f"resident_{n}": PlainBrowser(live_town) for n in range(1, WRITERS + 1)}
    for key, browser in people.items():
        browser.log_in(key)
    failures: list[str] = []
    writers = [
        threading.Thread(target=write, args=(browser, key, thread, failures))
        for key, browser in people.items()
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=180)
    assert failures == []
    deadline = time.monotonic() + 90
    while (found := counts(town_environment))[2] and time.monotonic() < deadline:
        time.sleep(2)
    assert found == (WRITERS * EACH, WRITERS * EACH, 0, 0)


def first_thread(url: str) -> str:
    """A topic everybody may read in a community everybody may join."""
    browser = PlainBrowser(url)
    for forum in re.findall(r'href="(/communities/[\w-]+/)"', browser.get("/communities/")):
        page = browser.get(forum)
        topics = re.findall(rf'href="({forum}threads/\d+/)', page)
        if topics and f"{forum}join/" in page:
            return topics[0]
    pytest.fail("the demo town has no open community with a topic")


def write(browser: PlainBrowser, key: str, thread: str, failures: list[str]) -> None:
    try:
        forum = thread.split("threads/")[0]
        page = browser.get(forum)
        if f"{forum}join/" in page:
            browser.post(f"{forum}join/", browser.hidden(browser.get(f"{forum}join/")))
        for number in range(EACH):
            fields = browser.hidden(browser.get(thread), f"{thread}write/")
            status, _ = browser.post(f"{thread}write/", {**fields, "body": f"負荷試験 {key} {number}"})
            if status != 200:
                failures.append(f"{key} {number}: {status}")
    except Exception as error:
        failures.append(f"{key}: {error!r}")
