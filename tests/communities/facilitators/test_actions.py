"""Named, accepted, in office, ended ([2.23]); no term, no maximum."""

from datetime import date

import pytest

from communities.facilitators import actions, permissions
from communities.facilitators.lifecycle import FACILITATOR
from communities.facilitators.models import FacilitatorAssignment
from communities.rooms.models import Room
from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage
from tests.factories.communities import RESOLUTION


def test_every_step_of_a_facilitator():
    assert {(verb, source, target) for verb, source, target, _by in FACILITATOR.rows()} == {
        ("designate", "", "nominated"),
        ("accept", "nominated", "accepted"),
        ("decline", "nominated", "declined"),
        ("begin", "accepted", "active"),
        ("end", "nominated", "ended"),
        ("end", "accepted", "ended"),
        ("end", "active", "ended"),
    }


CITY = {"chair", "member_2"}
CITIZEN = {"resident_1"}
PEOPLE = [
    "guest",
    "resident_1",
    "resident_2",
    "chair",
    "member_2",
    "secretary",
    "mayor",
    "caretaker_1",
    "it_chief",
]


def test_who_may_designate(forums, acting):
    city, citizen = forums.city_room(), forums.citizen_room(by="resident_1")
    may = permissions.can_designate_facilitator
    assert {who for who in PEOPLE if may(acting(who), city, RESOLUTION)} == CITY
    assert not any(may(acting(who), city, "") for who in PEOPLE)
    assert {who for who in PEOPLE if may(acting(who), citizen)} == CITIZEN
    assert not any(may(acting(who), forums.general(), RESOLUTION) for who in PEOPLE)


def test_the_opener_asks_somebody_to_chair_on_screen(forums, people, client_as):
    room = forums.citizen_room(by="resident_1")
    page = f"/rooms/{room.slug}/facilitators/"
    opener = client_as("resident_1")
    assert page in opener.get(room.get_absolute_url()).content.decode()
    assert client_as("resident_2").get(page).status_code == 403
    assert client_as("caretaker_1").get(page).status_code == 403
    nominee = {"person": people["resident_4"].email}
    assert opener.post(page, nominee).status_code == 302
    assert "すでにこの会議室の進行役に" in opener.post(page, nominee).content.decode()
    assignment = FacilitatorAssignment.objects.get(person=people["resident_4"])
    assert (assignment.status, assignment.source) == ("nominated", "nominee")
    invited = OutboxMessage.objects.get(kind="communities.facilitator_designated")
    assert client_as("resident_4").get(invited.url).status_code == 200
    assert client_as("resident_4").post(f"{invited.url}accept/").status_code == 302
    assignment.refresh_from_db()
    assert assignment.status == "active"
    assert people["resident_4"].pk in Room.objects.get(pk=room.pk).facilitator_ids


def test_in_the_city_area_a_facilitator_is_ended_by_resolution_only(forums, acting):
    room = forums.city_room()
    assignment = room.facilitators.active().get()
    for who, number in (("chair", ""), ("secretary", RESOLUTION), ("caretaker_1", RESOLUTION)):
        assert not permissions.can_end(acting(who), assignment, number)
    assert permissions.can_end(acting("chair"), assignment, RESOLUTION)
    assert permissions.can_end(acting("facilitator_other", None), assignment)


def test_the_committee_hears_when_a_facilitator_stops(forums, acting, people):
    room = forums.city_room()
    actions.end(room.facilitators.get(), by=acting("facilitator_other", None), reason="転居のため")
    news = OutboxMessage.objects.filter(kind="communities.facilitator_ended")
    assert news.filter(recipient_id=str(people["chair"].pk)).exists()


def test_only_the_nominee_answers(forums, acting, people):
    room = forums.city_room("preparing", facilitator=None)
    assignment = actions.designate(
        room, people["member_1"], by=acting("chair"), source="committee_member", resolution=RESOLUTION
    )
    assert OutboxMessage.objects.filter(
        kind="communities.facilitator_designated", recipient_id=str(people["member_1"].pk)
    ).exists()
    with pytest.raises(Denied):
        actions.accept(assignment, by=acting("member_2"))
    assert actions.decline(assignment, by=acting("member_1")).status == "declined"


def test_accepting_in_an_open_room_begins_the_office_at_once(forums, frozen):
    frozen("2026-11-22 09:00")
    room = forums.city_room()
    assignment = forums.facilitator(room, "resident_4")
    assignment = FacilitatorAssignment.objects.get(pk=assignment.pk)
    assert (assignment.status, assignment.begins_on) == ("active", date(2026, 11, 22))


def test_there_is_no_maximum_of_facilitators(forums):
    room = forums.city_room()
    for number in range(1, 9):
        forums.facilitator(room, f"resident_{number}")
    assert room.facilitators.active().count() == 9


def test_a_facilitator_who_ends_loses_the_rights(forums, acting):
    from communities.forums.models import Forum
    from communities.forums.permissions import moderates

    room = forums.city_room()
    assignment = room.facilitators.active().get()
    assert moderates(acting("facilitator_other", None), Forum.objects.get(pk=room.pk))
    actions.end(assignment, by=acting("facilitator_other", None), reason="転居のため")
    assert not moderates(acting("facilitator_other", None), Forum.objects.get(pk=room.pk))
    assert not room.facilitators.accepting().exists()


def test_a_change_of_source_leaves_two_dated_offices(forums, acting, frozen):
    frozen("2026-04-01 09:00")
    room = forums.city_room()
    first = room.facilitators.active().get()
    frozen("2026-07-01 09:00")
    second = actions.change_source(first, by=acting("chair"), source="committee_member")
    first.refresh_from_db()
    assert (first.status, first.source, first.ends_on) == ("ended", "other", date(2026, 7, 1))
    assert (second.status, second.source, second.begins_on) == (
        "active",
        "committee_member",
        date(2026, 7, 1),
    )
    spring = FacilitatorAssignment.objects.in_office_between(date(2026, 5, 1), date(2026, 5, 31))
    assert list(spring) == [first]


def test_a_dispatched_facilitator_names_the_organisation(forums, acting, people, town):
    room = forums.city_room("preparing", facilitator=None)
    sent = actions.designate(
        room,
        people["facilitator_dispatched"],
        by=acting("chair"),
        source="dispatched",
        resolution=RESOLUTION,
        dispatched_by=town.body("editorial-institute"),
    )
    assert sent.dispatched_by.code == "editorial-institute"


def test_the_nominee_answers_on_a_page_nobody_else_finds(forums, acting, people, client_as):
    room = forums.city_room("preparing", facilitator=None)
    assignment = actions.designate(
        room, people["resident_4"], by=acting("chair"), source="other", resolution=RESOLUTION
    )
    page = f"/facilitators/{assignment.pk}/"
    assert client_as("resident_5").get(page).status_code == 404
    nominee = client_as("resident_4")
    assert nominee.get(page).status_code == 200
    nominee.post(f"{page}accept/", {"shown_name": "山本 四郎"})
    assignment.refresh_from_db()
    assert assignment.status == "accepted"
    assert room.memberships.get(person=people["resident_4"]).shown_name == "山本 四郎"
