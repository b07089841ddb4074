"""A caretaker stands in for a facilitator on request, from a day to a day (checklist 44), through HTTP."""

from datetime import date

import pytest

from communities.stand_ins import actions, permissions
from communities.stand_ins.lifecycle import STAND_IN
from communities.stand_ins.models import StandIn
from communities.stand_ins.tasks import follow_the_calendar
from communities.topics import permissions as topics
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage

WORDS = {"from_on": "2026-06-10", "until_on": "2026-06-12", "reason": "入院のため"}
DAYS = {"from_on": date(2026, 6, 10), "until_on": date(2026, 6, 12)}
WHO = ["resident_1", "resident_2", "facilitator_other", "caretaker_1", "caretaker_2", "chair", "secretary"]


def text(response):
    return response.content.decode()


def told(kind, people):
    rows = OutboxMessage.objects.filter(kind=f"communities.{kind}").values_list("recipient_id", flat=True)
    return sorted(key for key, person in people.items() if str(person.pk) in set(rows))


@pytest.fixture(autouse=True)
def june(frozen):
    frozen("2026-06-08 09:00")


@pytest.fixture
def room(forums):
    return forums.city_room()


def asked(room, forums, **more):
    words = {"reason": "入院のため", **DAYS, **more}
    return actions.request_stand_in(room, by=forums.person("facilitator_other"), **words)


def test_the_life_of_a_stand_in():
    assert {(verb, source, target) for verb, source, target, _by in STAND_IN.rows()} == {
        ("request_stand_in", "", "requested"),
        ("agree", "requested", "agreed"),
        ("decline", "requested", "declined"),
        ("withdraw", "requested", "withdrawn"),
        ("lapse", "requested", "lapsed"),
        ("end", "agreed", "ended"),
    }


def test_who_asks_who_agrees_and_who_ends(room, forums, acting):
    may = permissions.can_request_stand_in
    assert [who for who in WHO if may(acting(who, None), room)] == ["facilitator_other"]
    assert not may(acting("resident_1"), forums.general(by="resident_1"))
    one = asked(room, forums)
    for question in (permissions.can_agree, permissions.can_decline):
        assert [who for who in WHO if question(acting(who), one)] == ["caretaker_1", "caretaker_2"]
    assert [who for who in WHO if permissions.can_withdraw(acting(who), one)] == ["facilitator_other"]
    one = actions.agree(one, by=acting("caretaker_1"))
    assert [who for who in WHO if permissions.can_end(acting(who), one)] == [
        "facilitator_other",
        "caretaker_1",
    ]


def test_on_the_days_agreed_the_caretaker_leads_the_talk_and_on_no_other(room, forums, acting, frozen):
    thread = forums.post(room, by="resident_2").thread

    def who_leads():
        return [who for who in WHO if topics.can_close_thread(acting(who), thread)]

    one = actions.agree(asked(room, forums), by=acting("caretaker_1"))
    assert who_leads() == ["facilitator_other"]
    frozen("2026-06-10 00:00")
    assert who_leads() == ["facilitator_other", "caretaker_1"]
    # As a caretaker, not as a private person; and in this room alone.
    assert not topics.can_close_thread(acting("caretaker_1", None), thread)
    elsewhere = forums.post(forums.city_room(facilitator="facilitator_dispatched"), by="resident_2").thread
    assert not topics.can_close_thread(acting("caretaker_1"), elsewhere)
    frozen("2026-06-12 23:59")
    assert who_leads() == ["facilitator_other", "caretaker_1"]
    frozen("2026-06-13 00:00")
    assert who_leads() == ["facilitator_other"]
    follow_the_calendar(), follow_the_calendar()
    one.refresh_from_db()
    assert one.status == "ended"
    assert AuditEntry.objects.filter(verb="communities.stand_in.ended").count() == 1


def test_the_standing_in_ends_with_the_facilitator_s_office(room, forums, acting, frozen):
    thread = forums.post(room, by="resident_2").thread
    actions.agree(asked(room, forums), by=acting("caretaker_1"))
    frozen("2026-06-10 09:00")
    assert topics.can_close_thread(acting("caretaker_1"), thread)
    room.memberships.filter(is_facilitator=True).update(is_facilitator=False)
    thread.refresh_from_db()
    assert not topics.can_close_thread(acting("caretaker_1"), type(thread).objects.get(pk=thread.pk))


def test_a_facilitator_asks_and_a_caretaker_agrees(room, client, client_as, people, frozen):
    page = f"/rooms/{room.slug}/stand-in/"
    facilitator, caretaker = client_as("facilitator_other"), client_as("caretaker_1")
    assert page in text(facilitator.get(room.get_absolute_url()))
    assert page not in text(client.get(room.get_absolute_url()))
    assert client_as("resident_2", None).post(page, WORDS).status_code == 403
    for wrong in ({"from_on": "2026-06-07"}, {"until_on": "2026-06-09"}, {"reason": ""}):
        assert "form-errors" in text(facilitator.post(page, {**WORDS, **wrong}))
    facilitator.post(page, WORDS), facilitator.post(page, WORDS)
    one = StandIn.objects.get()
    assert told("stand_in_requested", people) == ["caretaker_1", "caretaker_2"]
    home = one.get_absolute_url()
    assert home in text(caretaker.get("/stand-ins/")) and "入院のため" in text(caretaker.get(home))
    for who in (client_as("resident_2", None), client_as("chair")):  # why somebody is away is not theirs
        assert who.get(home).status_code == 404 and home not in text(who.get("/stand-ins/"))
    assert facilitator.post(f"{home}agree/").status_code == 403

    caretaker.post(f"{home}agree/")
    assert told("stand_in_agreed", people) == ["facilitator_other"]
    assert not [mail.kind for mail in OutboxMessage.objects.all() if "入院" in str(mail.context)]
    mail = OutboxMessage.objects.get(kind="communities.stand_in_agreed")
    assert mail.context["first"] == "2026-06-10"
    name = people["caretaker_1"].display_name
    assert name not in text(client.get(room.get_absolute_url()))
    frozen("2026-06-10 09:00")
    shown = text(client.get(room.get_absolute_url()))
    assert name in shown and "入院のため" not in shown
    assert client_as("caretaker_2").post(f"{home}end/").status_code == 403
    facilitator.post(f"{home}end/")
    assert told("stand_in_ended", people) == ["caretaker_1"]
    assert name not in text(client.get(room.get_absolute_url()))
    facilitator.post(page, WORDS)  # and may ask again
    assert StandIn.objects.count() == 2


def test_no_caretaker_can_it_is_taken_back_or_the_days_pass(room, forums, client_as, people, frozen):
    one = asked(room, forums)
    caretaker = client_as("caretaker_1")
    assert "form-errors" in text(caretaker.post(f"{one.get_absolute_url()}decline/", {"answer": ""}))
    caretaker.post(f"{one.get_absolute_url()}decline/", {"answer": "二人とも都合がつきません。"})
    assert told("stand_in_declined", people) == ["facilitator_other"]
    assert "二人とも" in text(client_as("facilitator_other").get(one.get_absolute_url()))

    two = asked(room, forums)
    client_as("facilitator_other").post(f"{two.get_absolute_url()}withdraw/")
    assert told("stand_in_withdrawn", people) == ["caretaker_1", "caretaker_2"]

    three = asked(room, forums)
    frozen("2026-06-13 00:05")
    assert not permissions.can_agree(forums.acting("caretaker_1"), three)
    follow_the_calendar()
    three.refresh_from_db()
    assert three.status == "lapsed" and told("stand_in_lapsed", people) == ["facilitator_other"]
    with pytest.raises(Denied):
        asked(room, forums)  # the days have passed
