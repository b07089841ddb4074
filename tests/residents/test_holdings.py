"""Who holds a function on a day."""

from datetime import date, timedelta

import pytest

from portal.foundation import clock
from portal.foundation.acting import CLOCK
from portal.foundation.decisions import Denied
from residents.bodies import actions as bodies
from residents.contracts import actions as contracts
from residents.models import Contract
from residents.roles import actions as roles
from residents.roles.holdings import forget, holds

MATRIX = {
    ("disaster_officer", "sns.disaster_mode_switch"),
    ("pr_author", "sns.government_notice"),
    ("pr_author", "sns.government_notice_draft"),
    ("pr_author", "sns.official_community_operation"),
    ("pr_author", "survey.content_approval"),
    ("pr_author", "proposals.answer"),
    ("pr_author", "proposals.publish"),
    ("pr_author", "committee.recruitment_announcement"),
    ("npo_author", "sns.operator_notice"),
    ("npo_author", "sns.operator_notice_draft"),
    ("npo_author", "sns.sns_system_operation"),
    ("disaster_officer", "sns.government_notice_draft"),
    ("disaster_officer", "sns.official_community_operation"),
    ("disaster_officer", "proposals.answer"),
    ("caretaker_1", "rooms.caretaker"),
    ("adviser", "rooms.adviser"),
    ("member_1", "committee.steering"),
    ("member_1", "rules.enact_room_rules"),
    ("mayor", "mayor.decide"),
    ("mayor", "rules.enact_guideline"),
}
ASKED = sorted({function for _who, function in MATRIX})
WHO = [
    "disaster_officer",
    "pr_author",
    "npo_author",
    "caretaker_1",
    "adviser",
    "member_1",
    "mayor",
    "resident_1",
]


@pytest.mark.parametrize("who", WHO)
def test_each_holds_what_the_table_gives_their_body_and_nothing_else(acting, who):
    by = acting(who)
    held = {(who, function) for function in ASKED if holds(by, function)}
    assert held == {row for row in MATRIX if row[0] == who}


def test_a_refusal_says_who_is_responsible(acting):
    refusal = holds(acting("pr_author"), "sns.disaster_mode_switch")
    assert isinstance(refusal, Denied)
    assert "危機管理防災課" in str(refusal.next_step)


def test_a_member_acting_for_themselves_holds_nothing(acting):
    assert not holds(acting("disaster_officer", None), "sns.disaster_mode_switch")


def test_one_cannot_act_for_a_body_one_does_not_belong_to(acting, town):
    assert not holds(town.acting("resident_1", "disaster"), "sns.disaster_mode_switch")


def test_at_midnight_after_a_membership_ends_the_right_is_gone(acting, town, frozen):
    by = acting("disaster_officer")
    last = date(2026, 11, 22)
    with clock.at(last):
        bodies.leave(by.person.memberships.get(), by=CLOCK, until_on=last)
    forget(by.person)
    frozen("2026-11-22T23:59:59")
    assert holds(by, "sns.disaster_mode_switch")
    frozen("2026-11-23T00:00:00")
    assert not holds(by, "sns.disaster_mode_switch")


def test_a_caretaker_loses_the_rooms_with_the_contract_the_same_day(acting, town):
    contract = Contract.objects.get(title="市民電子会議室運営業務委託")
    by = acting("caretaker_1")
    assert holds(by, "rooms.caretaker", on=contract.until_on)
    assert not holds(by, "rooms.caretaker", on=contract.until_on + timedelta(days=1))
    contracts.terminate(contract, by=acting("mayor"), reason="委託先の都合")
    forget(by.person)
    assert not holds(by, "rooms.caretaker", on=clock.today() + timedelta(days=1))


def test_a_recorded_delegation_lends_the_switch_for_its_days(acting, town):
    by = acting("it_staff")
    assert not holds(by, "sns.disaster_mode_switch")
    day = clock.today()
    roles.delegate(
        "sns.disaster_mode_switch",
        to_body=town.body("information-policy"),
        from_on=day,
        until_on=day,
        basis="防災訓練の実施要項",
        by=acting("disaster_officer"),
    )
    forget(by.person)
    assert holds(by, "sns.disaster_mode_switch")
    assert not holds(by, "sns.disaster_mode_switch", on=day + timedelta(days=1))


def test_only_the_holder_can_lend_a_function(acting, town):
    with pytest.raises(Denied):
        roles.delegate(
            "sns.disaster_mode_switch",
            to_body=town.body("information-policy"),
            from_on=clock.today(),
            until_on=clock.today(),
            basis="なし",
            by=acting("it_staff"),
        )
