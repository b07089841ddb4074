"""From raising a theme to its room; the raiser hears of every step."""

import pytest

from communities.facilitators import actions as facilitators
from governance.resolutions.lifecycle import Competence
from governance.themes import actions
from governance.themes.models import ThemeProposal
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage
from tests.factories import governance as a


@pytest.fixture
def committee(town, frozen):
    frozen("2026-06-01 09:00")
    term = a.a_committee_in_office()
    a.set_numbers(guideline=False, committee_rule=False, **{"room.city_area.min_facilitators": 1})
    return term


def raised(acting, who="resident_1", **more) -> ThemeProposal:
    return actions.raise_theme(
        by=acting(who), title="地域福祉ってなんだろう", description="見守りを考える", **more
    )


def admitted(acting, who="resident_1", **more) -> ThemeProposal:
    theme = actions.receive(raised(acting, who, **more), by=acting("secretary"))
    return actions.admit(theme, by=acting("secretary"))


def told(person) -> list[str]:
    rows = OutboxMessage.objects.filter(recipient_id=str(person.pk), kind__startswith="governance.theme")
    return [row.kind.removeprefix("governance.theme_") for row in rows.order_by("pk")]


def prepared(acting, people, resolution) -> ThemeProposal:
    theme = actions.adopt(admitted(acting), by=acting("chair"), resolution=resolution)
    nominee = actions.Nominee(people["facilitator_other"], "other")
    actions.prepare_room(
        theme, by=acting("chair"), resolution=resolution, slug="chiiki-fukushi", nominees=[nominee]
    )
    theme.refresh_from_db()
    return theme


def test_the_raiser_hears_of_every_step_until_the_room_is_open(committee, acting, people):
    resolution = a.an_adopted_resolution("テーマの選定", Competence.THEMES)
    theme = prepared(acting, people, resolution)
    assert theme.room.status == "preparing"
    assignment = people["facilitator_other"].facilitator_assignments.get()
    facilitators.accept(assignment, by=Acting(people["facilitator_other"]))
    room = actions.open_city_area_room(theme, by=acting("chair"), resolution=resolution)
    assert (room.status, room.opening_resolution) == ("open", resolution.printed_number)
    assert told(people["resident_1"]) == ["received", "admitted", "adopted", "room_opened"]


def test_a_room_without_a_facilitator_who_accepted_cannot_open(committee, acting, people):
    resolution = a.an_adopted_resolution("テーマの選定", Competence.THEMES)
    theme = prepared(acting, people, resolution)
    with pytest.raises(Denied):
        actions.open_city_area_room(theme, by=acting("chair"), resolution=resolution)
    theme.room.refresh_from_db()
    assert theme.room.status == "preparing"


@pytest.mark.parametrize("who", ["secretary", "mayor", "caretaker_1", "planner_author"])
def test_staff_cannot_close_a_city_area_room_even_with_the_resolution_in_hand(committee, acting, people, who):
    resolution = a.an_adopted_resolution("テーマの選定", Competence.THEMES)
    theme = prepared(acting, people, resolution)
    with pytest.raises(Denied):
        actions.close_city_area_room(theme, by=acting(who), resolution=resolution, reason="片付けたい")
    with pytest.raises(Denied):
        actions.close_city_area_room(theme, by=acting("chair"), resolution=None, reason="片付けたい")
    closed = actions.close_city_area_room(
        theme, by=acting("chair"), resolution=resolution, reason="重複のため"
    )
    assert (closed.status, closed.closing_resolution) == ("closed", resolution.printed_number)


def test_a_theme_that_is_not_chosen_gets_a_reason(committee, acting, people):
    theme = actions.not_adopt(admitted(acting), by=acting("member_1"), reason="論点が定まっていないため")
    assert (theme.status, theme.answer) == ("not_adopted", "論点が定まっていないため")
    last = OutboxMessage.objects.filter(kind="governance.theme_not_adopted").get()
    assert last.context["reason"] == "論点が定まっていないため"


def test_a_theme_that_belongs_elsewhere_is_passed_on_with_an_answer(town, acting, people):
    theme = actions.receive(raised(acting), by=acting("secretary"))
    theme = actions.redirect(theme, by=acting("caretaker_1"), reason="市民相談課におつなぎします")
    assert theme.status == "redirected"
    assert told(people["resident_1"]) == ["received", "redirected"]


def test_a_unit_raises_as_the_city_and_is_told_as_a_unit(town, acting, people):
    theme = admitted(acting, "planner_author", origin="city")
    assert (theme.raised_by, theme.raising_unit.code) == (None, "planning-section")
    assert told(people["planner_chief"]) == ["received", "admitted"]


def test_a_guest_may_raise_a_theme_without_an_account(town, acting):
    theme = raised(acting, "guest")
    assert theme.raised_by is None
    assert not ThemeProposal.objects.visible_to(acting("guest")).exists()
    assert ThemeProposal.objects.visible_to(acting("secretary")).count() == 1
