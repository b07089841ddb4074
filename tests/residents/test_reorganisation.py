"""Units that give way to others, and tables of roles that follow them; no HTTP here."""

from datetime import date

import pytest

from portal.foundation.acting import CLOCK
from portal.foundation.decisions import Denied
from residents.bodies import actions as bodies
from residents.bodies.successors import Successors, given_way
from residents.bodies.tasks import follow_reorganisations
from residents.models import Body, BodyMembership, Contract, RoleTable
from residents.roles import actions as roles
from residents.roles.comparison import compare
from residents.roles.coverage import coverage
from residents.roles.holdings import forget, holds
from residents.roles.requirements import missing
from residents.roles.tasks import follow_the_calendar

APRIL = date(2027, 4, 1)


@pytest.fixture
def march(town, frozen):
    frozen("2027-03-01 09:00")
    return town


def give_way(acting, town, *codes, successor=None, on=APRIL, **more):
    words = {} if successor else {"name": "新しい課", "code": "new-section"}
    found = [town.body(code) for code in codes]
    by = acting(more.pop("by", "mayor"))
    return bodies.reorganise(found, on=on, basis="規則第3号", by=by, successor=successor, **words)


def test_the_source_s_own_reorganisation_leads_to_the_section_that_followed(town):
    successors = Successors()
    for code in ("citizen-proposal", "citizen-activity"):
        old = town.body(code)
        assert successors.of(old, date(2000, 4, 1)) == [town.body("civic-autonomy")]
        assert successors.of(old, date(2000, 3, 31)) == [old]
    assert given_way(date(2000, 3, 31)) == {}


def test_two_sections_become_one_and_their_people_go_along(acting, march, people):
    new = give_way(acting, march, "planning-section", "public-relations")
    assert (new.valid_from, new.parent) == (APRIL, march.body("planning-section").parent)
    belong = {m.person for m in BodyMembership.objects.on(APRIL).filter(body=new)}
    assert belong == {people[k] for k in ("planner_author", "planner_chief", "pr_author", "pr_approver")}
    for code in ("planning-section", "public-relations"):
        assert march.body(code).valid_until == date(2027, 3, 31)
        assert not BodyMembership.objects.on(APRIL).filter(body__code=code).exists()


def test_whoever_joins_after_the_decision_goes_along_on_the_day(acting, march, people, frozen):
    new = give_way(acting, march, "planning-section")
    old = march.body("planning-section")
    bodies.join(old, person=people["pr_author"], by=CLOCK, from_on=date(2027, 3, 15))
    frozen("2027-04-01 00:05")
    follow_reorganisations()
    follow_reorganisations()
    assert new.memberships.filter(person=people["pr_author"]).count() == 1
    assert not BodyMembership.objects.on(APRIL).filter(body=old).exists()


@pytest.mark.parametrize("who", ["secretary", "planner_author", "chair", "resident_1", "guest", "npo_author"])
def test_others_do_not_reorganise(acting, march, who):
    with pytest.raises(Denied):
        give_way(acting, march, "planning-section", by=who)
    assert not Body.objects.filter(code="new-section").exists()


def test_a_reorganisation_is_entered_before_its_day_and_for_units_only(acting, march):
    with pytest.raises(Denied):
        give_way(acting, march, "planning-section", on=date(2027, 3, 1))
    with pytest.raises(Denied):
        give_way(acting, march, "steering-committee")
    with pytest.raises(Denied):
        give_way(acting, march, "citizen-proposal")  # ended in 2000
    with pytest.raises(Denied):
        give_way(acting, march, "planning-section", successor=march.body("sns-operator"))


def test_the_next_table_proposes_the_successor_once_for_each_function(acting, march):
    successor = march.body("information-policy")
    give_way(acting, march, "planning-section", successor=successor)
    before = RoleTable.objects.in_force(date(2027, 3, 1))
    drafted = roles.draft_next(title="次", effective_from=APRIL, by=acting("secretary"))
    # survey.survey_execution was held by both: the successor stands there once
    assert drafted.rows.filter(function="survey.survey_execution").count() == 1
    assert drafted.rows.get(function="survey.tally").body == successor
    assert drafted.rows.get(function="survey.tally").in_place_of == march.body("planning-section")
    changed = {change.function: change for change in compare(before, drafted)}
    assert set(changed) == {"survey.survey_execution", "survey.form_entry", "survey.tally"}
    assert changed["survey.tally"].follows == ["企画課 → 情報政策課"]
    # the same people would verify certificates and count: the pair is incompatible by person
    assert all("同じ人" not in str(gap) for gap in missing(drafted))


def test_a_draft_made_before_the_reorganisation_names_what_no_longer_exists(acting, march):
    drafted = roles.draft_next(title="次", effective_from=APRIL, by=acting("secretary"))
    assert missing(drafted) == []
    give_way(acting, march, "planning-section")
    assert len(missing(drafted)) == 3
    with pytest.raises(Denied):
        roles.check(drafted, by=acting("secretary"))


def approved(acting, day=APRIL, title="次"):
    table = roles.draft_next(title=title, effective_from=day, by=acting("secretary"))
    roles.check(table, by=acting("secretary"))
    return roles.approve(table, by=acting("mayor"))


def test_a_table_is_never_backdated_and_one_a_day(acting, march, frozen):
    table = roles.draft_next(title="次", effective_from=date(2027, 3, 2), by=acting("secretary"))
    roles.check(table, by=acting("secretary"))
    frozen("2027-03-03 09:00")
    with pytest.raises(Denied, match="過ぎた日"):
        roles.approve(table, by=acting("mayor"))
    approved(acting)
    with pytest.raises(Denied, match="同じ日"):
        approved(acting, title="別の表")


def test_an_approval_is_taken_back_before_its_day_only(acting, march, frozen):
    table = approved(acting)
    assert roles.revoke(table, by=acting("mayor"), reason="差し替え").status == "draft"
    roles.check(table, by=acting("secretary"))
    roles.approve(table, by=acting("mayor"))
    frozen("2027-04-01 00:00")
    with pytest.raises(Denied):
        roles.revoke(table, by=acting("mayor"), reason="遅い")
    follow_the_calendar()
    follow_the_calendar()
    table.refresh_from_db()
    assert [step.verb for step in table.steps.all()].count("take_effect") == 1
    assert RoleTable.objects.get(status="superseded").title == "役割分担表(デモ市)"
    # the superseded table still judges the days it was in force
    assert RoleTable.objects.in_force(date(2027, 3, 31)).status == "superseded"


def test_a_table_for_today_is_in_force_at_once(acting, march):
    assert RoleTable.objects.get(pk=approved(acting, date(2027, 3, 1)).pk).status == "in_force"


def test_a_discarded_draft_binds_nobody(acting, march, frozen):
    table = roles.draft_next(title="次", effective_from=APRIL, by=acting("secretary"))
    roles.set_holders(
        table,
        "sns.disaster_mode_switch",
        bodies=[march.body("planning-section")],
        is_open_ended=False,
        tasks=[],
        by=acting("secretary"),
    )
    roles.discard(table, by=acting("secretary"), reason="作り直す")
    frozen("2027-04-01 00:10")
    follow_the_calendar()
    by = acting("planner_author")
    forget(by.person)
    assert not holds(by, "sns.disaster_mode_switch")


def test_the_four_functions_nobody_can_do_without_need_a_person(acting, march, people):
    drafted = roles.draft_next(title="次", effective_from=APRIL, by=acting("secretary"))
    mayor = march.body("mayor").memberships.get()
    bodies.leave(mayor, by=CLOCK, until_on=date(2027, 3, 31))
    assert [str(gap) for gap in missing(drafted)] == [
        "「役割分担表の承認」を担う「市長」に所属する人がいません。"
    ]


def test_coverage_counts_contracts_and_ends_with_them(march):
    table = RoleTable.objects.in_force(date(2027, 3, 1))
    last = Contract.objects.get(title="市民電子会議室運営業務委託").until_on
    open_today = {str(label) for label in coverage(table, last).functions_without_holder}
    assert "世話人" not in "".join(open_today)
    after = {str(label) for label in coverage(table, last.replace(month=4, day=1)).functions_without_holder}
    assert len(after - open_today) == 2  # caretaking and advice rest on contracts alone


def test_a_named_delegation_goes_on_with_a_colleague(acting, march, people, frozen):
    officer, deputy = people["disaster_officer"], people["disaster_deputy"]
    lent = roles.delegate(
        "sns.disaster_mode_switch",
        to_person=officer,
        from_on=date(2027, 2, 1),
        until_on=date(2027, 12, 31),
        basis="当番表",
        by=acting("disaster_officer"),
    )
    membership = officer.memberships.get()
    key = f"residents.roles.delegations:{lent.pk}"
    with pytest.raises(Denied):
        bodies.hand_over(membership, owners={}, until_on=APRIL, reason="異動", by=acting("disaster_deputy"))
    bodies.hand_over(
        membership,
        owners={key: deputy},
        until_on=date(2027, 3, 31),
        reason="異動",
        by=acting("disaster_deputy"),
    )
    assert deputy.delegations.get().until_on == date(2027, 12, 31)
    lent.refresh_from_db()
    assert lent.until_on == date(2027, 2, 28)  # the day before the hand-over
