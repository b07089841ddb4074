"""What is written about a visit leads to nobody, and nothing joins proving with answering."""

from __future__ import annotations

import io
import json
import logging
import logging.config

import pytest
import structlog
from django.conf import settings
from django.test import Client

from portal.settings.parts import logs


@pytest.fixture
def written():
    """Reads what the real handler writes, line by line."""
    stream = io.StringIO()
    config = {
        **logs.LOGGING,
        "handlers": {"stderr": {**logs.LOGGING["handlers"]["stderr"], "stream": stream}},
    }
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    logging.config.dictConfig(config)
    try:
        yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    finally:
        root.handlers[:], root.level = before, level


@pytest.mark.django_db
def test_a_request_is_logged_without_its_visitor(written):
    Client(HTTP_USER_AGENT="Netscape 4.7", HTTP_X_REQUEST_ID="mine").get("/bodies/?q=secret")
    lines = [line for line in written() if "request" in line]
    assert {line["request"] for line in lines} == {"GET /bodies/"}
    text = json.dumps(lines)
    assert not any(word in text for word in ("Netscape", "user_agent", "secret", "mine", "127.0.0.1"))


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["", "/en", "/ja-simple"])
@pytest.mark.parametrize("step", ["prove/", "prove/abc123/", "prove/abc123/text/", "answer/", "receipt/"])
def test_visits_that_prove_or_answer_leave_no_line(written, language, step):
    for method in ("get", "post", "put"):
        getattr(Client(), method)(f"{language}/surveys/no-such-survey/{step}")
    assert written() == []


def test_an_error_there_is_told_without_its_address(written):
    logging.getLogger("django.request").error("Internal Server Error: %s", "/en/surveys/x/prove/abc123/")
    assert [line["event"] for line in written()] == ["Internal Server Error: /en/surveys/●"]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("GET /accounts/password/reset/key/1a-b2c3/", "GET /accounts/password/reset/key/●/"),
        ("GET /accounts/confirm-email/Mw:1x:y/", "GET /accounts/confirm-email/●/"),
        ("GET /flags/0f8fad5b-d9cb-469f-a165-70867728950e/", "GET /flags/●/"),
        ("refused: {'hanako@example.jp': 550}", "refused: {'●@●': 550}"),
    ],
)
def test_keys_receipts_and_addresses_are_masked(words, kept):
    assert logs.masked(words) == kept


def test_a_traceback_names_no_mail_address(written):
    try:
        raise ValueError("no such mailbox: hanako@example.jp")
    except ValueError:
        structlog.get_logger("portal.test").exception("news not delivered")
    assert "hanako" not in json.dumps(written())
    assert "●@●" in json.dumps(written(), ensure_ascii=False)


def test_nobody_outside_chooses_the_request_id():
    assert settings.DJANGO_STRUCTLOG_TRUST_UPSTREAM_REQUEST_ID is False
    assert settings.DJANGO_STRUCTLOG_TRUST_UPSTREAM_CORRELATION_ID is False
