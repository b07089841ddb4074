"""From raising a theme to the committee's choice; the raiser hears of every step."""

import pytest

from governance.resolutions.lifecycle import Competence
from governance.themes import actions
from governance.themes.models import ThemeProposal
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from tests.factories import governance as a
from tests.factories.themes import REASON, a_resolution, admitted, adopted, raised


@pytest.fixture
def committee(town, frozen):
    frozen("2026-06-01 09:00")
    term = a.a_committee_in_office()
    a.set_numbers(guideline=False, committee_rule=False, **{"room.city_area.min_facilitators": 1})
    return term


def told(person) -> list[str]:
    rows = OutboxMessage.objects.filter(recipient_id=str(person.pk), kind__startswith="governance.theme")
    return [row.kind.removeprefix("governance.theme_") for row in rows.order_by("pk")]


def test_a_theme_is_put_on_the_shortlist_and_chosen_with_a_reason(committee, acting, people):
    resolution = a_resolution()
    theme = adopted(acting, resolution)
    assert (theme.status, theme.answer, theme.resolution) == ("adopted", REASON, resolution)
    assert told(people["resident_1"]) == ["received", "admitted", "shortlisted", "adopted"]
    assert AuditEntry.objects.get(verb="governance.theme.adopted").reference == resolution.printed_number


def test_a_resolution_about_another_theme_chooses_nothing(committee, acting):
    theme = actions.shortlist(admitted(acting), by=acting("chair"))
    other = a_resolution(title="駅前の自転車置き場")
    for act in (actions.adopt, actions.defer, actions.not_adopt):
        with pytest.raises(Denied) as refusal:
            act(theme, by=acting("chair"), resolution=other, reason="x")
        assert "地域福祉ってなんだろう" in str(refusal.value)
    assert ThemeProposal.objects.get().status == "shortlisted"


def test_a_theme_put_off_comes_back_and_is_decided_by_another_resolution(committee, acting, people):
    first = a_resolution("選定の保留")
    theme = actions.defer(admitted(acting), by=acting("chair"), resolution=first, reason="計画が示されてから")
    assert (theme.status, theme.answer) == ("deferred", "計画が示されてから")
    theme = actions.shortlist(theme, by=acting("member_1"))
    with pytest.raises(Denied):
        actions.adopt(theme, by=acting("chair"), resolution=first, reason=REASON)
    theme = actions.adopt(theme, by=acting("chair"), resolution=a_resolution(), reason=REASON)
    assert theme.status == "adopted"
    assert told(people["resident_1"]) == ["received", "admitted", "deferred", "shortlisted", "adopted"]


def test_a_theme_that_is_not_chosen_gets_a_reason_and_a_resolution(committee, acting, people):
    resolution = a_resolution("選定しないこと")
    theme = actions.not_adopt(
        admitted(acting), by=acting("member_1"), resolution=resolution, reason="論点が定まっていないため"
    )
    assert (theme.status, theme.answer, theme.resolution) == (
        "not_adopted",
        "論点が定まっていないため",
        resolution,
    )
    last = OutboxMessage.objects.filter(kind="governance.theme_not_adopted").get()
    assert last.context["reason"] == "論点が定まっていないため"
    with pytest.raises(Denied):
        actions.not_adopt(
            admitted(acting, "resident_2"), by=acting("member_1"), resolution=None, reason="決議なしに"
        )


def test_a_theme_that_belongs_elsewhere_is_passed_on_and_the_section_is_told(town, acting, people):
    section = town.body("citizen-consultation")
    theme = actions.receive(raised(acting), by=acting("secretary"))
    theme = actions.redirect(
        theme,
        by=acting("caretaker_1"),
        reason="個別のご相談ですので、おつなぎします",
        destination="consultation",
        passed_on_to=section,
    )
    assert (theme.status, theme.destination, theme.passed_on_to) == ("redirected", "consultation", section)
    assert told(people["resident_1"]) == ["received", "redirected"]
    in_section = set(section.members_on())
    news = OutboxMessage.objects.filter(kind="governance.theme_passed_on")
    assert {row.recipient_id for row in news} == {str(person.pk) for person in in_section}


def test_a_theme_for_the_citizen_area_names_no_section(town, acting):
    theme = actions.receive(raised(acting), by=acting("secretary"))
    theme = actions.redirect(
        theme,
        by=acting("secretary"),
        reason="市民エリアでどうぞ",
        destination="citizen_area",
        passed_on_to=town.body("citizen-consultation"),
    )
    assert (theme.destination, theme.passed_on_to) == ("citizen_area", None)
    assert not OutboxMessage.objects.filter(kind="governance.theme_passed_on").exists()


def test_a_unit_raises_as_the_city_and_is_told_as_a_unit(town, acting, people):
    theme = admitted(acting, "planner_author", origin="city")
    assert (theme.raised_by, theme.raising_unit.code) == (None, "planning-section")
    assert told(people["planner_chief"]) == ["received", "admitted"]


def test_a_unit_sees_what_it_raised_before_anybody_else_does(town, acting):
    theme = raised(acting, "planner_author", origin="city")
    for who, sees in (("planner_author", True), ("planner_chief", True), ("pr_author", False)):
        assert ThemeProposal.objects.visible_to(acting(who)).filter(pk=theme.pk).exists() == sees, who
    assert ThemeProposal.objects.visible_to(acting("planner_chief", None)).filter(pk=theme.pk).exists()


def test_a_guest_may_raise_a_theme_and_the_contact_rests_sealed(town, acting):
    theme = raised(acting, "guest", contact="0000-11-2222")
    assert theme.raised_by is None
    assert str(theme.receipt.contact) == "●●●"
    assert not ThemeProposal.objects.visible_to(acting("guest")).exists()
    for who in ("caretaker_1", "chair", "mayor", "resident_1"):
        with pytest.raises(Denied):
            actions.read_contact(theme.receipt, by=acting(who))
    assert actions.read_contact(theme.receipt, by=acting("secretary")) == "0000-11-2222"
    assert AuditEntry.objects.filter(verb="residents.personal_data.viewed").count() == 1


def test_choosing_rests_on_item_2_of_article_9(committee, acting):
    theme = actions.shortlist(admitted(acting), by=acting("chair"))
    rules = a_resolution(competence=Competence.RULES)
    with pytest.raises(Denied):
        actions.adopt(theme, by=acting("chair"), resolution=rules, reason=REASON)
