"""The list of a year, from the register; two people and the mayor; everybody hears their own amount."""

from datetime import date, timedelta

import pytest

from communities.facilitators import actions as facilitators
from governance.honoraria import actions, permissions
from governance.honoraria.models import HonorariumList, TaxDeclaration
from governance.resolutions.lifecycle import Competence
from governance.seats import actions as seats
from governance.themes import actions as themes
from governance.themes import room_actions as rooms
from governance.themes.nominees import Nominee
from portal.foundation import clock, parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage
from residents.models import Body
from tests.factories import governance as a
from tests.factories.communities import FRAMING

RATES = {
    "honorarium.chair": 50_000,
    "honorarium.vice_chair": 50_000,
    "honorarium.member": 30_000,
    "honorarium.facilitator": 5_000,
    "honorarium.untaxed_limit": 10_000,
    "room.city_area.min_facilitators": 1,
}
TWELVE = ("chair", "vice_chair_1", "vice_chair_2", *(f"member_{n}" for n in range(1, 10)))


@pytest.fixture
def committee(town, frozen):
    frozen("2026-04-01 09:00")
    a.set_numbers(guideline=False, committee_rule=False, **RATES)
    return a.a_committee_in_office


def draft(term, acting, year: int = 2026) -> HonorariumList:
    return actions.draft(term.body, by=acting("secretary"), fiscal_year=year)


def test_twelve_members_cost_420_000_yen_all_of_it_employment_income(committee, acting):
    lines = list(draft(committee(TWELVE), acting).lines.all())
    assert len(lines) == 12
    assert sum(line.amount for line in lines) == 420_000
    assert {line.tax_category for line in lines} == {"employment_income"}
    assert sorted(line.amount for line in lines) == [30_000] * 9 + [50_000] * 3


def facilitates(acting, person, source, **more):
    """A room of its own, opened on the committee's resolution, with this facilitator."""
    theme = themes.raise_theme(by=acting("resident_1"), title=f"題{source}", description="文")
    theme = themes.admit(themes.receive(theme, by=acting("secretary")), by=acting("secretary"))
    resolution = a.an_adopted_resolution(f"「題{source}」の選定", Competence.THEMES)
    theme = themes.shortlist(theme, by=acting("chair"))
    theme = themes.adopt(theme, by=acting("chair"), resolution=resolution, reason="論点が明確なため")
    rooms.prepare_room(
        theme,
        by=acting("chair"),
        resolution=resolution,
        slug=f"room-{source}".replace("_", "-"),
        nominees=[Nominee(person, source, more.get("dispatched_by"))],
        related_body=Body.objects.get(code="civic-autonomy"),
        closes_on=clock.today() + timedelta(days=700),
        **FRAMING,
    )
    theme.refresh_from_db()
    assignment = person.facilitator_assignments.latest("pk")
    facilitators.accept(assignment, by=Acting(person))
    rooms.open_city_area_room(theme, by=acting("chair"), resolution=resolution)
    return person.facilitator_assignments.latest("pk")


def amount_of(drawn_up, person) -> int:
    return sum(line.amount for line in drawn_up.lines.filter(person=person, entitlement="facilitator"))


def test_only_a_facilitator_from_elsewhere_earns_5_000_yen_a_month(committee, acting, people, town, frozen):
    term = committee()
    institute = town.body("editorial-institute")
    other = facilitates(acting, people["facilitator_other"], "other")
    facilitates(acting, people["member_1"], "committee_member")
    facilitates(acting, people["facilitator_dispatched"], "dispatched", dispatched_by=institute)
    frozen("2026-10-31 18:00")
    facilitators.end(other, by=Acting(people["facilitator_other"]))
    frozen("2027-04-05 09:00")
    drawn_up = draft(term, acting)
    assert amount_of(drawn_up, people["facilitator_other"]) == 35_000
    assert amount_of(drawn_up, people["member_1"]) == 0
    assert amount_of(drawn_up, people["facilitator_dispatched"]) == 0


def test_a_facilitator_who_becomes_a_member_in_the_fourth_month_earns_15_000_and_the_seat(
    committee, acting, people, frozen
):
    term = committee()
    facilitates(acting, people["facilitator_other"], "other")
    frozen("2026-07-15 09:00")
    a.a_seat(a.a_recruitment(term), people["facilitator_other"])
    frozen("2026-10-31 18:00")
    drawn_up = draft(term, acting)
    assert amount_of(drawn_up, people["facilitator_other"]) == 15_000
    assert drawn_up.lines.get(person=people["facilitator_other"], entitlement="member").amount == 30_000


@pytest.mark.parametrize(("rule", "yen"), [("none", 30_000), ("monthly", 25_000)])
def test_two_seats_in_a_year_are_one_year_and_a_shared_month_counts_once(
    committee, acting, people, frozen, rule, yen
):
    term = committee(("chair",))
    parameters.set_value(
        "honorarium.part_year_rule", rule, valid_from=date(2026, 4, 1), basis="test", by=a.acting_mayor()
    )
    frozen("2026-06-01 09:00")
    first = a.a_seat(a.a_recruitment(term), people["resident_5"])
    first = seats.resign(first, by=Acting(people["resident_5"], term.body), reason="転居のため")
    seats.accept_resignation(first, by=a.acting_mayor(), last_day=date(2026, 9, 10))
    frozen("2026-09-20 09:00")
    a.a_seat(a.a_recruitment(term), people["resident_5"])
    lines = draft(term, acting).lines.filter(person=people["resident_5"])
    assert [(line.months, line.amount) for line in lines] == [(10, yen)]


def test_a_part_of_a_year_follows_the_setting(committee, acting, people, frozen):
    term = committee()
    frozen("2026-07-15 09:00")
    a.a_seat(a.a_recruitment(term), people["resident_5"])
    parameters.set_value(
        "honorarium.part_year_rule", "monthly", valid_from=date(2026, 4, 1), basis="test", by=a.acting_mayor()
    )
    line = draft(term, acting).lines.get(person=people["resident_5"])
    assert (line.months, line.amount) == (9, 22_500)


def test_author_checker_and_mayor_are_three(committee, acting, people):
    drawn_up = draft(committee(), acting)
    with pytest.raises(Denied):
        actions.check(drawn_up, by=acting("secretary"))
    drawn_up = actions.check(drawn_up, by=acting("secretary_chief"))
    with pytest.raises(Denied):
        actions.approve(drawn_up, by=acting("secretary_chief"))
    drawn_up = actions.approve(drawn_up, by=acting("mayor"))
    drawn_up = actions.pay(drawn_up, by=acting("secretary"), paid_on=date(2026, 4, 30))
    assert drawn_up.status == "paid"
    told = OutboxMessage.objects.get(kind="governance.honorarium_paid", recipient_id=str(people["chair"].pk))
    assert told.context["amount"] == 50_000
    drawn_up = actions.report(drawn_up, by=acting("secretary"), reported_on=date(2027, 1, 20))
    assert (drawn_up.status, drawn_up.reported_on) == ("reported", date(2027, 1, 20))
    assert OutboxMessage.objects.filter(kind="governance.honorarium_reported").count() == 3


def test_there_is_one_standing_list_a_year(committee, acting):
    term = committee()
    drawn_up = draft(term, acting)
    with pytest.raises(Denied):
        draft(term, acting)
    actions.discard(drawn_up, by=acting("secretary"), reason="人数の誤り")
    assert draft(term, acting).status == "drafted"


EVERYBODY = [
    "guest",
    "resident_1",
    "caretaker_1",
    "member_1",
    "vice_chair_1",
    "chair",
    "secretary",
    "mayor",
    "pr_approver",
    "planner_author",
    "it_staff",
    "npo_author",
    "facilitator_other",
    "adviser",
    "system_admin",
]
MAY_READ = {"secretary", "mayor"}
MAY = {
    ("check", "drafted"): {"secretary"},
    ("discard", "drafted"): {"secretary"},
    ("discard", "checked"): {"secretary"},
    ("approve", "checked"): {"mayor"},
    ("pay", "approved"): {"secretary"},
    ("report", "paid"): {"secretary"},
}
QUESTIONS = {
    "check": permissions.can_check_list,
    "discard": permissions.can_discard_list,
    "approve": permissions.can_approve_list,
    "pay": permissions.can_pay_list,
    "report": permissions.can_report_list,
}


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_may_do_what_about_a_list(committee, acting, who):
    term = committee()
    drawn_up = actions.draft(term.body, by=acting("secretary_chief"), fiscal_year=2026)
    by = acting(who)
    assert bool(permissions.can_read_lists(by)) == (who in MAY_READ)
    for status in ("drafted", "checked", "approved", "paid", "reported", "discarded"):
        drawn_up.status = status
        for verb, ask in QUESTIONS.items():
            assert bool(ask(by, drawn_up)) == (who in MAY.get((verb, status), set())), (who, verb, status)


def test_whoever_lodged_a_declaration_is_taxed_by_column_a(committee, acting, people, client_as):
    term = committee(("chair", "member_1"))
    a.set_numbers(guideline=False, committee_rule=False, **{"honorarium.withholding_rate": 3063})
    secretary, page = client_as("secretary"), f"/committees/{term.body.code}/honoraria/"
    words = {"declaration-person": people["chair"].pk, "declaration-lodged_on": "2026-04-10"}
    for key in ("mayor", "chair", "resident_1"):
        assert client_as(key).post(f"{page}declare/", words).status_code == 403, key
    assert secretary.post(f"{page}declare/", words)["Location"] == page

    # the portal does not guess what column A keeps back beyond the limit somebody has entered
    assert "甲欄" in secretary.get(page).content.decode()
    with pytest.raises(Denied, match="甲欄"):
        draft(term, acting)
    a.set_numbers(guideline=False, committee_rule=False, **{"honorarium.column_a_limit": 49_999})
    with pytest.raises(Denied):
        draft(term, acting)
    a.set_numbers(guideline=False, committee_rule=False, **{"honorarium.column_a_limit": 50_000})
    drawn_up = draft(term, acting)
    lines = {line.person: (line.withholding, line.withheld, line.net) for line in drawn_up.lines.all()}
    assert lines == {people["chair"]: ("kou", 0, 50_000), people["member_1"]: ("otsu", 918, 29_082)}

    # lodged with somebody else after all: column B again, until the list is approved
    actions.discard(drawn_up, by=acting("secretary"), reason="申告書の取下げ")
    taken_out = TaxDeclaration.objects.get()
    assert secretary.post(f"/committees/honoraria/declarations/{taken_out.pk}/take-out/").status_code == 302
    again = draft(term, acting)
    assert {line.withholding for line in again.lines.all()} == {"otsu"}
    actions.check(again, by=acting("secretary_chief"))
    actions.approve(again, by=acting("mayor"))
    with pytest.raises(Denied):
        actions.declare(
            term.body,
            person=people["chair"],
            fiscal_year=2026,
            lodged_on=date(2026, 5, 1),
            by=acting("secretary"),
        )
