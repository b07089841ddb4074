"""News: once, after the act, in the reader's language; a relay that is down loses nothing."""

import smtplib

import pytest
from django.core import mail

from portal.foundation import outbox
from portal.foundation.models import OutboxMessage

pytestmark = pytest.mark.django_db


@pytest.fixture
def spoken(monkeypatch):
    monkeypatch.setattr(outbox, "words", lambda message, recipient, **kwargs: (message.kind, "本文"))


def test_news_goes_out_once_even_if_posted_twice(people, spoken):
    for _ in range(2):
        outbox.post("test.thing_done", [people["resident_1"], people["resident_2"]], once="thing:1")
    assert OutboxMessage.objects.filter(kind="test.thing_done").count() == 2
    assert outbox.deliver() == 2
    assert outbox.deliver() == 0
    assert [m.to for m in mail.outbox] == [["resident-1@demo.example.jp"], ["resident-2@demo.example.jp"]]


def test_news_without_a_key_may_repeat(people, spoken):
    outbox.post("test.thing_done", [people["resident_1"]])
    outbox.post("test.thing_done", [people["resident_1"]])
    assert outbox.deliver() == 2


def test_a_relay_that_is_down_loses_nothing_and_holds_nobody_up(people, spoken, monkeypatch):
    outbox.post("test.thing_done", [people["resident_1"]])
    outbox.post("test.thing_done", [people["resident_2"]])
    send = mail.EmailMessage.send

    def fails_for_one(self, *args, **kwargs):
        if self.to == ["resident-1@demo.example.jp"]:
            raise smtplib.SMTPServerDisconnected("down")
        return send(self, *args, **kwargs)

    monkeypatch.setattr(outbox.EmailMessage, "send", fails_for_one)
    assert outbox.deliver() == 1
    waiting = OutboxMessage.objects.get(delivered_at__isnull=True)
    assert (waiting.recipient_id, waiting.attempts) == (str(people["resident_1"].pk), 1)
    monkeypatch.setattr(outbox.EmailMessage, "send", send)
    assert outbox.deliver() == 1


def test_after_five_failures_the_news_stays_in_the_inbox_only(people, spoken, monkeypatch):
    outbox.post("test.thing_done", [people["resident_1"]])

    def fails(self, *args, **kwargs):
        raise smtplib.SMTPServerDisconnected("down")

    monkeypatch.setattr(outbox.EmailMessage, "send", fails)
    for _ in range(7):
        outbox.deliver()
    assert OutboxMessage.objects.get(kind="test.thing_done").attempts == outbox.MAX_ATTEMPTS


def test_who_wants_no_mail_gets_it_in_the_portal_only(people, spoken):
    person = people["resident_1"]
    person.wants_mail = False
    person.save()
    outbox.post("test.thing_done", [person])
    assert outbox.deliver() == 1
    assert mail.outbox == []
    assert OutboxMessage.objects.filter(recipient_id=str(person.pk)).count() == 1
