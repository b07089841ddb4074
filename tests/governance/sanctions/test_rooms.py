"""Measures of the committee on a room: they take effect, end on their day, and go when an objection is right."""

import pytest
from django.utils import translation

from communities.models import Room
from governance.appeals import actions as appeals
from governance.sanctions import actions, tasks
from tests.factories.violations import Cases


@pytest.fixture
def cases(town, frozen, acting) -> Cases:
    translation.activate("ja")
    frozen("2026-06-01 09:00")
    return Cases(acting, committee=True)


def sanctioned(cases, acting, kind, days=None):
    case = cases.referred_about_the_opener()
    return actions.sanction(
        case,
        by=acting("chair"),
        resolution=cases.resolution(case),
        kind=kind,
        days=days,
        reason="会議室を使って個人の情報を広めたため。",
    )


def status(cases) -> str:
    return Room.objects.get(pk=cases.room.pk).status


@pytest.mark.parametrize(
    ("kind", "days", "becomes"),
    [("topic_stop", 7, "restricted"), ("room_suspension", 7, "suspended"), ("room_closure", None, "shut")],
)
def test_the_room_changes_with_the_decision_and_the_opener_is_told(
    cases, acting, client_as, kind, days, becomes
):
    sanction = sanctioned(cases, acting, kind, days)
    assert status(cases) == becomes
    shown = client_as("resident_1").get(sanction.get_absolute_url()).content.decode()
    assert sanction.get_kind_display() in shown and f"/sanctions/{sanction.pk}/object/" in shown


def test_it_ends_on_its_day_by_the_clock(cases, acting, frozen):
    sanctioned(cases, acting, "room_suspension", 7)
    frozen("2026-06-07 23:00")
    tasks.end_what_is_over()
    assert status(cases) == "suspended"
    frozen("2026-06-08 00:05")
    tasks.end_what_is_over()
    assert status(cases) == "open"


def objected(cases, acting, sanction):
    cases.lend_objections()
    appeal = appeals.file(sanction, by=acting("resident_1"), grounds="重すぎます。")
    return appeals.examine(appeal, by=acting("adviser"))


def test_annulled_a_closed_room_is_open_again(cases, acting):
    sanction = sanctioned(cases, acting, "room_closure")
    appeals.annul(objected(cases, acting, sanction), by=acting("adviser"), reason="重すぎます。")
    assert status(cases) == "open"


def test_varied_a_shorter_suspension_takes_the_place_of_the_closing(cases, acting, frozen):
    sanction = sanctioned(cases, acting, "room_closure")
    appeal = objected(cases, acting, sanction)
    appeals.vary(appeal, by=acting("adviser"), kind="room_suspension", days=3, reason="初めてのことです。")
    assert status(cases) == "suspended"
    frozen("2026-06-04 00:05")
    tasks.end_what_is_over()
    assert status(cases) == "open"


def test_a_graver_measure_that_came_later_stays(cases, acting, frozen):
    sanctioned(cases, acting, "topic_stop", 7)
    sanctioned(cases, acting, "room_closure")
    frozen("2026-06-09 00:05")
    tasks.end_what_is_over()
    assert status(cases) == "shut"


def test_the_committees_list_shows_what_a_caretaker_deleted_without_a_resolution(cases, client_as):
    sanction = cases.measured("delete")
    for who, answer in (("chair", 200), ("secretary", 200), ("caretaker_1", 200), ("resident_2", 403)):
        assert client_as(who).get("/violations/direct/").status_code == answer, who
    shown = client_as("chair").get("/violations/direct/").content.decode()
    assert sanction.case.number in shown and sanction.ground in shown
    assert "/violations/direct/" in client_as("chair").get("/violations/desk/").content.decode()
