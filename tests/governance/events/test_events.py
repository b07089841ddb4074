"""A committee's event from plan to report (checklist 65, 68): through HTTP, expected values typed by hand."""

from datetime import timedelta

import pytest

from communities.models import Room
from governance.events import actions, permissions
from governance.events.lifecycle import EVENT
from governance.events.models import CommitteeEvent, EventKind, SignUp
from governance.seats.models import Seat
from portal.foundation import clock
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from tests.factories import governance as a
from tests.factories.communities import Forums

HOME = "/committees/steering-committee/events/"
WORDS = {
    "kind": "",
    "new_kind": "オフ会",
    "title": "会議室オフ会",
    "about": "会議室で知り合った方どうしで話します。",
    "starts_at": "2026-07-01T14:00",
    "ends_at": "2026-07-01T16:00",
    "place": "市民センター 第一会議室",
    "takes_sign_ups": "on",
    "capacity": "2",
    "sign_up_until": "2026-06-30",
}

SEATLESS = {"vice_chair_2", *(f"member_{n}" for n in range(2, 10))}
"""Members of the founded town who have no seat in the term of these tests."""


@pytest.fixture
def committee(town, frozen):
    frozen("2026-06-01 10:00")
    a.a_committee_in_office(("chair", "vice_chair_1", "member_1"))
    return a.steering_committee()


def text(response):
    return response.content.decode()


def told(kind, people):
    rows = OutboxMessage.objects.filter(kind=f"governance.{kind}").values_list("recipient_id", flat=True)
    return sorted(
        key for key, person in people.items() if str(person.pk) in set(rows) and key not in SEATLESS
    )


def an_event(acting, *, announced=True, **more):
    begins = clock.now() + timedelta(days=30)
    words = {"kind": "交流会", "title": "交流会", "about": "内容", "place": "市役所"}
    words |= {"starts_at": begins, "ends_at": begins + timedelta(hours=2), **more}
    event = actions.plan(a.steering_committee(), by=acting("chair"), **words)
    return actions.announce(event, by=acting("chair")) if announced else event


def test_the_life_of_an_event():
    assert {(verb, source, target) for verb, source, target, _by in EVENT.rows()} == {
        ("plan", "", "planned"),
        ("replan", "planned", "planned"),
        ("announce", "planned", "announced"),
        ("revise", "announced", "announced"),
        ("hold", "announced", "held"),
        ("report", "held", "reported"),
        ("cancel", "planned", "cancelled"),
        ("cancel", "announced", "cancelled"),
    }


WHO = ["chair", "member_1", "secretary", "caretaker_1", "adviser", "resident_1", "mayor", "planner_author"]


def test_who_organises_events(committee, acting):
    assert [who for who in WHO if permissions.can_plan_event(acting(who), committee)] == [
        "chair",
        "member_1",
        "secretary",
    ]
    assert not permissions.can_plan_event(acting("chair", None), committee)
    assert Seat.objects.of_body(committee).count() == 3


def test_from_the_plan_to_the_report(committee, acting, client, client_as, people, frozen):
    forums = Forums(acting)
    room = forums.citizen_room(by="resident_4", title="子育てなんでも話", name_rule="nickname")
    forums.join(room, "resident_5")
    member, resident = client_as("member_1"), client_as("resident_1", None)
    assert f"{HOME}plan/" in text(member.get(HOME)) and f"{HOME}plan/" not in text(resident.get(HOME))
    assert resident.get(f"{HOME}plan/").status_code == 403

    # What is wrong is said at its field, and nothing written is lost.
    wrong = member.post(f"{HOME}plan/", {**WORDS, "new_kind": "", "ends_at": "2026-07-01T13:00"})
    assert "種類を選ぶか" in text(wrong) and "会議室オフ会" in text(wrong)
    assert not CommitteeEvent.objects.exists()
    member.post(f"{HOME}plan/", {**WORDS, "room": room.pk})
    member.post(f"{HOME}plan/", {**WORDS, "room": room.pk})  # sent twice it is one plan
    event = CommitteeEvent.objects.get()
    page = event.get_absolute_url()
    assert EventKind.objects.get().name == "オフ会"

    # A plan is nobody's business yet.
    assert client.get(page).status_code == 404 and "会議室オフ会" not in text(client.get(HOME))
    member.post(f"{page}announce/")
    assert told("event_announced", people) == ["chair", "resident_4", "resident_5", "vice_chair_1"]
    assert "会議室オフ会" in text(client.get(HOME)) and "市民センター" in text(client.get(page))

    # Two places: the third person is told that there is none, and that one becomes free by a withdrawal.
    assert "ログイン" in text(client.get(page))
    resident.post(f"{page}sign-up/"), resident.post(f"{page}sign-up/")
    assert SignUp.objects.count() == 1
    client_as("resident_2").post(f"{page}sign-up/")
    third = client_as("resident_3")
    assert "定員に達しました" in text(third.get(page)) and third.post(f"{page}sign-up/").status_code == 403
    client_as("resident_2").post(f"{page}withdraw/")
    third.post(f"{page}sign-up/")
    assert set(SignUp.objects.values_list("person", flat=True)) == {
        people["resident_1"].pk,
        people["resident_3"].pk,
    }
    # A member who acts for the committee signs up as a person.
    assert "個人として行います" in text(member.get(page))
    # The list of names is for those who prepare the event.
    assert people["resident_3"].display_name in text(member.get(f"{page}sign-ups/"))
    for stranger in (resident, client_as("caretaker_1")):
        assert stranger.get(f"{page}sign-ups/").status_code == 403

    # A change is told to those who come, with its reason.
    member.post(f"{page}revise/", {**WORDS, "place": "市役所", "room": room.pk, "reason": "会場の都合"})
    assert told("event_revised", people) == [
        "chair",
        "resident_1",
        "resident_3",
        "resident_4",
        "resident_5",
        "vice_chair_1",
    ]
    assert member.get(f"{page}attendance/").status_code == 403
    assert EventKind.objects.count() == 1

    frozen("2026-07-01 17:00")
    assert third.post(f"{page}withdraw/").status_code == 403
    member.post(f"{page}attendance/", {"present": [people["resident_1"].pk], "others": "4"})
    event.refresh_from_db()
    assert (event.status, event.signed_up, event.attended) == ("held", 2, 5)
    member.post(f"{page}report/", {"report": "5人で話しました。"})
    assert "5人で話しました。" in text(client.get(page))
    assert not SignUp.objects.exists()
    assert "resident_3" in told("event_reported", people)
    public = AuditEntry.objects.filter(verb__startswith="governance.event", is_public=True)
    assert list(public.order_by("pk").values_list("verb", flat=True)) == [
        "governance.event.announced",
        "governance.event.revised",
        "governance.event.reported",
    ]


def test_an_event_is_cancelled_with_a_reason_and_a_dropped_plan_stays_unknown(
    committee, acting, client, client_as, people
):
    event = an_event(acting, takes_sign_ups=True)
    actions.sign_up(event, by=acting("resident_1", None))
    chair, page = client_as("chair"), event.get_absolute_url()
    empty = chair.post(f"{page}cancel/", {"reason": ""})
    assert "form-errors" in text(empty)
    chair.post(f"{page}cancel/", {"reason": "大雨のため"})
    assert "大雨のため" in text(client.get(page))
    assert told("event_cancelled", people) == ["member_1", "resident_1", "vice_chair_1"]
    assert not SignUp.objects.exists()
    assert chair.post(f"{page}cancel/", {"reason": "もう一度"}).status_code == 403

    plan = an_event(acting, announced=False, title="取りやめた企画")
    actions.cancel(plan, by=acting("chair"), reason="会場がとれない")
    assert client.get(plan.get_absolute_url()).status_code == 404
    assert client_as("secretary").get(plan.get_absolute_url()).status_code == 200
    assert not AuditEntry.objects.filter(target_label="取りやめた企画").exists()


def test_signing_up_ends_with_its_day(committee, acting, frozen):
    last = clock.today() + timedelta(days=3)
    event = an_event(acting, takes_sign_ups=True, sign_up_until=last)
    free = an_event(acting)
    by = acting("resident_1", None)
    assert permissions.can_sign_up(by, event) and not permissions.can_sign_up(acting("guest"), event)
    assert "要りません" in str(permissions.can_sign_up(by, free).reason)
    frozen("2026-06-05 09:00")
    assert "締め切り" in str(permissions.can_sign_up(by, event).reason)
    with pytest.raises(Denied):
        actions.sign_up(event, by=by)


def test_the_calendar_tells_what_is_announced_and_moves_what_is_changed(committee, acting, client):
    event = an_event(acting, title="市民まつり出展")
    an_event(acting, announced=False, title="ひみつの企画")
    lines = client.get("/committees/steering-committee/events.ics").content.decode().split("\r\n")
    uid = next(line for line in lines if line.startswith("UID:"))
    assert "SUMMARY:市民まつり出展" in lines and "SEQUENCE:0" in lines and "ひみつ" not in "".join(lines)
    actions.cancel(event, by=acting("chair"), reason="雨")
    lines = client.get("/committees/steering-committee/events.ics").content.decode().split("\r\n")
    assert uid in lines and "SEQUENCE:1" in lines and "STATUS:CANCELLED" in lines


def test_a_plan_is_changed_and_not_announced_after_its_day(committee, acting, client_as, frozen):
    event = an_event(acting, announced=False)
    secretary, page = client_as("secretary"), event.get_absolute_url()
    secretary.post(f"{page}replan/", {**WORDS, "title": "懇談会"})
    event.refresh_from_db()
    assert (event.title, event.kind.name, event.capacity) == ("懇談会", "オフ会", 2)
    frozen("2026-07-02 09:00")
    assert "過ぎています" in text(secretary.post(f"{page}announce/"))
    assert Room.objects.count() == 0
