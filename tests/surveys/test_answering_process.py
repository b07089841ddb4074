"""The answering process, started for real: it takes answers by ticket and by token, and can do nothing else."""

from __future__ import annotations

import os
import re
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from disaster.mode import actions as modes
from portal import snapshot
from portal.foundation.attached_sqlite3.files import answers_file
from surveys.ballots import actions as ballots
from surveys.envelopes import actions, sheets
from surveys.models import InnerEnvelope, SpentToken, Ticket
from surveys.tallies import actions as tallies
from tests.surveys.ballots.conftest import blind_survey, drawn, quick_keys, ticket_of  # noqa: F401

BASE = Path(__file__).resolve().parents[2]
START_WITHIN = 60
WORDS = "夜も読めるのが助かります。"
pytestmark = pytest.mark.usefixtures("own_transactions")


def role_for_answering():
    """A login of PostgreSQL with what `grant_sides` gives it, and the address under which it comes."""
    names = [f"two_sides_{name}_{secrets.token_hex(4)}" for name in ("town", "answering")]
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"CREATE ROLE {name} LOGIN PASSWORD 'answering'")
    call_command("grant_sides", town=names[0], answering=names[1], verbosity=0)
    place = connection.settings_dict
    address = f"{place['HOST'] or '127.0.0.1'}:{place['PORT'] or 5432}/{place['NAME']}"
    return names, f"postgres://{names[1]}:answering@{address}"


def forget(names):
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"DROP OWNED BY {name}")
            cursor.execute(f"DROP ROLE {name}")


@pytest.fixture
def told(own_transactions, tmp_path):
    """All that the answering process is told: where answers lie. Not where the town is, and none of its keys."""
    names = []
    if connection.vendor == "sqlite":
        url = f"sqlite:///{answers_file(connection.settings_dict)}"
    else:
        names, url = role_for_answering()
    yield {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), "DEMO": "1", "ANSWERS_DATABASE_URL": url}
    forget(names)


@pytest.fixture
def process(told):
    """Its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "gunicorn", "portal.answering", "--bind", address]
    running = subprocess.Popen(command, cwd=BASE, env=told, stderr=subprocess.PIPE)
    try:
        wait_until_ready(f"http://{address}", running)
        yield f"http://{address}"
    finally:
        running.terminate()
        running.wait(timeout=20)


def wait_until_ready(url, running):
    deadline = time.monotonic() + START_WITHIN
    while time.monotonic() < deadline and running.poll() is None:
        try:
            if urllib.request.urlopen(f"{url}/healthz", timeout=2).status == 200:
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    running.kill()
    pytest.fail(f"the answering process did not start: {running.stderr.read().decode()[-3000:]}")


def ask(url, data=None):
    """Status, page and headers, as a browser without JavaScript gets them."""
    body = urllib.parse.urlencode(data).encode() if data is not None else None
    request = urllib.request.Request(url, body, {"Cookie": "sessionid=somebody"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read().decode(), answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(), error.headers


def run_inside(told, code):
    """What the program says when it tries something with all that the process has."""
    line = "import portal.answering\n" + code
    done = subprocess.run(
        [sys.executable, "-c", line], cwd=BASE, env=told, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def filled(survey):
    single, *_others, free = survey.questions.prefetch_related("choices")
    return {f"q{single.pk}": single.choices.first().pk, f"q{free.pk}": WORDS}


def test_answers_by_ticket_and_by_token_reach_the_towns_tally(process, blind_survey, acting):  # noqa: F811
    token, given, there = (
        drawn(blind_survey, 1),
        filled(blind_survey),
        f"{process}/surveys/{blind_survey.slug}",
    )
    ticket = ticket_of(blind_survey, 2)
    status, page, headers = ask(f"{there}/answer/", {"ticket": ticket, "step": "open"})
    assert status == 200 and "市の情報を主に何で知りますか。" in page and "Set-Cookie" not in headers
    assert headers["Referrer-Policy"] == "no-referrer" and "no-store" in headers["Cache-Control"]
    status, page, _headers = ask(f"{there}/answer/", {"ticket": ticket, "step": "check", **given})
    assert status == 200 and WORDS in page and InnerEnvelope.objects.count() == 0
    status, page, _headers = ask(f"{there}/answer/", {"ticket": ticket, "step": "send", **given})
    receipt = re.search(r"<pre[^>]*>([-\w]{14})</pre>", page)[1]
    assert status == 200 and actions.has_arrived(blind_survey, receipt)
    status, page, _headers = ask(f"{there}/answer/", {"ticket": ticket, "step": "send", **given})
    assert status == 403 and "まだ使っていない回答券" in page and InnerEnvelope.objects.count() == 1

    status, page, _headers = ask(f"{there}/ballot/", {"token": token.code, "step": "send", **given})
    assert status == 200 and token.receipt in page
    assert ask(f"{there}/ballot/", {"token": token.code, "step": "open"})[0] == 403
    assert not Ticket.objects.exists() and SpentToken.objects.count() == 1

    closed = actions.close(blind_survey, by=acting("planner_chief"))
    ballots.post_page(closed)
    status, page, _headers = ask(f"{there}/ballot/find/", {"receipt": token.receipt})
    assert status == 200 and "控えは一覧に載っています" in page
    assert ask(f"{there}/ballot/", {"token": token.code, "step": "open"})[0] == 403
    assert tallies.tally(closed, by=acting("planner_chief")).base == 2
    free = blind_survey.questions.last()
    assert [sheet[str(free.pk)]["text"] for sheet in sheets.opened(closed)] == [WORDS, WORDS]


def test_an_open_survey_is_begun_and_answered_there(process, unlocked):
    there = f"{process}/surveys/{unlocked.slug}/answer/"
    status, page, _headers = ask(there)
    assert status == 200 and "回答をはじめる" in page
    status, page, _headers = ask(there, {"step": "begin"})
    ticket = re.search(r'name="ticket" value="([-\w]+)"', page)[1]
    assert ask(there, {"ticket": ticket, "step": "send", **filled(unlocked)})[0] == 200
    assert InnerEnvelope.objects.count() == 1 and not Ticket.objects.exists()


def test_a_disaster_is_told_on_its_pages_too(process, unlocked, acting, settings, tmp_path):
    settings.SNAPSHOT_DIR = tmp_path / "snapshot"
    there = f"/surveys/{unlocked.slug}/answer/"
    assert "災害モードです" not in ask(process + there)[1]
    modes.activate(kind="storm", area="川辺地区", ground="川の水位", by=acting("disaster_officer"))
    for language, words in (("", "川辺地区"), ("/en", "Disaster mode is on")):
        status, page, _headers = ask(f"{process}{language}{there}")
        assert status == 200 and words in page and f'href="{language}/emergency/"' in page
    (settings.SNAPSHOT_DIR / snapshot.BANNER).write_text("half a fi")
    assert ask(process + there)[0] == 200


def test_it_serves_nothing_but_answering(process, blind_survey):  # noqa: F811
    slug = blind_survey.slug
    for path in (
        "/",
        "/surveys/",
        f"/surveys/{slug}/",
        f"/surveys/{slug}/prove/",
        "/accounts/login/",
        "/cms/",
    ):
        assert ask(process + path)[0] == 404, path
    for path in (f"/surveys/{slug}/ballot/draw/", f"/surveys/{slug}/answer/hand-over/", "/readyz"):
        assert ask(process + path, {})[0] == 404, path
    assert ask(f"{process}/static/portal.css")[0] == 200
    assert ask(f"{process}/en/surveys/{slug}/answer/")[0] == 200
    assert ask(f"{process}/surveys/no-such-survey/answer/")[0] == 404


def test_it_cannot_read_a_person_and_cannot_open_what_it_filed(told, unlocked):
    ticket = actions.draw_open_ticket(unlocked)
    code = f"""
from django.conf import settings
from surveys.envelopes import actions, sheets
from surveys.models import InnerEnvelope, PrintedForm
form = PrintedForm.objects.get()
print("receipt", len(actions.answer(form, ticket={ticket!r}, answers={{"1": {{"text": "x"}}}})))
print("keys", settings.SEALING_KEYS, settings.CUSTODIAN_KEYS)
from residents.models import User
from surveys.models import OuterEnvelope, Survey
from portal.foundation.models import SealingKey
for model in (User, Survey, OuterEnvelope, SealingKey):
    try:
        print(model.__name__, "read", list(model.objects.all()))
    except Exception as refused:
        print(model.__name__, type(refused).__name__)
try:
    content = bytes(InnerEnvelope.objects.get().sealed_answers)
    print("content", content[:1])
    print("opened", sheets.Reader(form).text(content))
except Exception as refused:
    print("sheet", type(refused).__name__)
"""
    said = run_inside(told, code).splitlines()
    refused = "OperationalError" if connection.vendor == "sqlite" else "ProgrammingError"
    expected = ["receipt 14", "keys [] []", *[f"{name} {refused}" for name in NAMES]]
    if connection.vendor == "sqlite":
        expected += ["content b'\\x02'", "sheet AttributeError"]
    else:
        expected += [f"sheet {refused}"]
    assert said == expected


NAMES = ("User", "Survey", "OuterEnvelope", "SealingKey")


def test_the_towns_process_hands_answers_on_without_their_sender(process, unlocked, settings, monkeypatch):
    settings.ANSWERING_URL = process
    monkeypatch.setattr(actions, "answer", None)  # whoever answers here, it is not this process
    client, address = Client(), f"/surveys/{unlocked.slug}/answer/"
    assert client.get("/readyz").json()["checks"]["answering"] == "ok"
    begun = client.post(address, {"step": "begin"})
    ticket = re.search(r'name="ticket" value="([-\w]+)"', begun.content.decode())[1]
    sent = client.post(address, {"ticket": ticket, "step": "send", **filled(unlocked)})
    assert sent.status_code == 200 and "回答が届きました" in sent.content.decode()
    assert not sent.cookies and sent["Referrer-Policy"] == "no-referrer"
    assert client.get(f"/en{address}").status_code == 200
    assert InnerEnvelope.objects.count() == 1
