"""Each pitfall of the stack that touches us, kept shut by a test."""

from __future__ import annotations

import ast
import json
import logging
from pathlib import Path

import pytest
import structlog
from django.apps import apps
from django.conf import settings
from django.core.checks import run_checks
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.utils import translation
from django.utils.module_loading import import_string
from django_q.models import Schedule

from portal.foundation import audit, checks, clock, page_cache
from portal.foundation.acting import CLOCK
from portal.foundation.models import Heartbeat
from portal.settings import base as base_settings


def test_sqlite_begins_immediate_waits_and_writes_ahead():
    config = base_settings.database("sqlite:////tmp/x.sqlite3")
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert config["OPTIONS"]["timeout"] == 20
    assert "journal_mode=WAL" in config["OPTIONS"]["init_command"]
    assert config["CONN_MAX_AGE"] == 60
    assert not config.get("ATOMIC_REQUESTS")


@pytest.mark.django_db
def test_sqlite_enforces_foreign_keys():
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL always enforces them")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys")
        assert cursor.fetchone() == (1,)


def test_the_worker_retries_later_than_it_times_out_and_gives_up_in_the_end():
    cluster = base_settings.Q_CLUSTER
    assert cluster["retry"] > cluster["timeout"]
    assert cluster["max_attempts"] > 0


@pytest.mark.django_db
def test_the_timetable_stands_in_the_schedules():
    assert set(Schedule.objects.values_list("name", flat=True)) == set(settings.TIMETABLE)


@pytest.mark.parametrize("path", settings.TIMETABLE)
def test_every_line_of_the_timetable_names_a_task(path):
    assert callable(import_string(path))


def test_every_task_of_the_house_stands_in_the_timetable():
    """A task nobody calls is a promise nobody keeps."""
    found = set()
    for file in sorted(Path(settings.BASE_DIR).glob("*/**/tasks.py")):
        parts = file.relative_to(settings.BASE_DIR).with_suffix("").parts
        if parts[0] in ("tests", ".venv"):
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        public = [n.name for n in tree.body if isinstance(n, ast.FunctionDef) and n.name[0] != "_"]
        found |= {".".join([*parts, name]) for name in public}
    assert set(settings.TIMETABLE) - found == {"portal.snapshot.write"}
    assert found <= set(settings.TIMETABLE)


def test_humanize_is_there_for_passkeys_and_sites_is_not():
    assert apps.is_installed("django.contrib.humanize")
    assert not apps.is_installed("django.contrib.sites")
    assert not apps.is_installed("axes")


def test_easy_japanese_is_a_language_that_falls_back_to_japanese():
    with translation.override("ja-simple"):
        assert translation.gettext("Draft") == "下書き"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/accounts/login/", "/en/accounts/login/", "/ja-simple/accounts/login/"])
def test_log_in_exists_in_every_language(path):
    answer = Client().get(path)
    assert answer.status_code == 200
    assert f'lang="{ {"/en": "en", "/ja": "ja-simple"}.get(path[:3], "ja") }"' in answer.content.decode()


@pytest.mark.django_db
def test_a_page_forbids_inline_scripts_and_foreign_hosts():
    policy = Client().get("/accounts/login/")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy


@pytest.mark.django_db
def test_health_says_what_is_missing():
    assert json.loads(Client().get("/healthz").content) == {"status": "ok"}
    answer = Client().get("/readyz")
    found = json.loads(answer.content)
    assert answer.status_code == 503
    assert found["checks"]["database"] == "ok"
    assert found["checks"]["migrations"] == "ok"
    assert found["checks"]["worker"] == "never seen"


@pytest.mark.django_db
def test_without_its_answering_process_the_town_is_degraded_and_stays(settings):
    """That it is found where it runs is asked with the process itself (tests/surveys/test_answering_process)."""
    Heartbeat.objects.create(name="worker", at=clock.now())
    assert json.loads(Client().get("/readyz").content)["status"] == "ok"
    settings.ANSWERING_URL = "http://127.0.0.1:9"  # nobody listens there
    answer = Client().get("/readyz")
    found = json.loads(answer.content)
    assert (answer.status_code, found["status"], found["checks"]["answering"]) == (200, "degraded", "down")
    Heartbeat.objects.all().delete()
    answer = Client().get("/readyz")
    assert (answer.status_code, json.loads(answer.content)["status"]) == (503, "unready")


def test_production_refuses_demo_keys_simulators_and_debug():
    with override_settings(
        DEBUG=True,
        SECRET_KEY="demo-town-only-not-for-production",
        EMAIL_BACKEND="portal.foundation.mail.KeepingBackend",
        DEMO=True,
        ALLOWED_HOSTS=["*"],
        SEALING_KEYS=[checks.DEMO_SEALING_KEY],
        CUSTODIAN_KEYS=[checks.DEMO_CUSTODIAN_KEY],
    ):
        found = {message.id for message in checks.no_demo_in_production(None)}
    assert found == {f"foundation.E00{n}" for n in range(1, 8)}


def test_a_real_set_up_passes_the_same_check():
    with override_settings(
        DEBUG=False,
        SECRET_KEY="k" * 64,
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
        DEMO=False,
        ALLOWED_HOSTS=["sankaku.example.jp"],
        SEALING_KEYS=["bm90LXRoZS1kZW1vLWtleS0wMDAwMDAwMDAwMDAwMDA="],
        CUSTODIAN_KEYS=["YW5vdGhlci1rZXktb2YtdGhlLWN1c3RvZGlhbi0wMDA="],
    ):
        assert checks.no_demo_in_production(None) == []


def test_the_ordinary_checks_are_quiet():
    assert [m for m in run_checks() if m.level >= logging.WARNING] == []


def test_logs_carry_no_search_words():
    event = settings.SHARED[0](None, "info", {"request": "GET /search/?q=病気"})
    assert event == {"request": "GET /search/"}
    assert settings.DJANGO_STRUCTLOG_IP_LOGGING_ENABLED is False
    assert settings.DJANGO_STRUCTLOG_USER_ID_FIELD is None
    assert structlog.is_configured()


@pytest.mark.django_db
def test_a_kept_page_is_forgotten_when_the_town_changes(settings, django_capture_on_commit_callbacks):
    settings.PAGE_CACHE = True
    calls = []

    def answer(request):
        calls.append(request.path)
        return HttpResponse(b"town")

    def visit(**cookies):
        request = RequestFactory().get("/roles/")
        request.COOKIES.update(cookies)
        return page_cache.respond(request, answer)

    visit()
    visit()
    assert len(calls) == 1
    with django_capture_on_commit_callbacks(execute=True):
        audit.record("test.thing.done", by=CLOCK)
    visit()
    assert len(calls) == 2
    visit(**{settings.SESSION_COOKIE_NAME: "abc"})
    assert len(calls) == 3
