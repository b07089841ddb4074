"""A new division of roles: drafted, checked, approved by another, in force on its day."""

from datetime import timedelta

import pytest

from portal.foundation import clock
from portal.foundation.decisions import Denied
from residents.models import RoleTable
from residents.roles import actions as roles
from residents.roles.holdings import holds
from residents.roles.lifecycle import ROLE_TABLE
from residents.roles.requirements import missing

KEPT = ["roles.table_draft", "roles.table_approve", "system.operation", "system.audit_read"]


@pytest.fixture
def tomorrow(town):
    return clock.today() + timedelta(days=1)


@pytest.fixture
def rows(town):
    keeper, mayor = town.body("it-promotion"), town.body("mayor")
    holder = {"roles.table_approve": mayor}
    return [roles.Row(code, holder.get(code, keeper)) for code in KEPT]


@pytest.fixture
def drafted(acting, tomorrow, rows):
    return roles.draft(title="新しい表", effective_from=tomorrow, rows=rows, by=acting("secretary"))


def test_the_verbs_are_these():
    assert list(ROLE_TABLE.rows()) == [
        ("draft", "", "draft", "unit that keeps the table"),
        ("revise", "draft", "draft", "unit that keeps the table"),
        ("check", "draft", "checked", "unit that keeps the table"),
        ("reopen", "checked", "draft", "unit that keeps the table"),
        ("discard", "checked", "discarded", "unit that keeps the table"),
        ("discard", "draft", "discarded", "unit that keeps the table"),
        ("approve", "checked", "approved", "approver of the table"),
        ("revoke", "approved", "draft", "approver of the table"),
        ("take_effect", "approved", "in_force", "clock"),
        ("supersede", "in_force", "superseded", "clock"),
    ]


def test_a_table_takes_effect_on_its_day_and_the_old_one_judges_the_days_before(
    acting, drafted, tomorrow, frozen
):
    roles.check(drafted, by=acting("secretary"))
    roles.approve(drafted, by=acting("mayor"))
    by = acting("disaster_officer")
    assert holds(by, "sns.disaster_mode_switch")
    assert not holds(by, "sns.disaster_mode_switch", on=tomorrow)
    assert holds(by, "sns.disaster_mode_switch", on=clock.today())


@pytest.mark.parametrize(
    ("who", "may"),
    [("secretary", True), ("system_admin", True), ("mayor", False), ("member_1", False), ("guest", False)],
)
def test_who_may_draft(acting, tomorrow, rows, who, may):
    if may:
        assert roles.draft(title="表", effective_from=tomorrow, rows=rows, by=acting(who)).status == "draft"
    else:
        with pytest.raises(Denied):
            roles.draft(title="表", effective_from=tomorrow, rows=rows, by=acting(who))
        assert not RoleTable.objects.filter(title="表").exists()


def test_an_unchecked_table_cannot_be_approved(acting, drafted):
    with pytest.raises(Denied, match="下書き"):
        roles.approve(drafted, by=acting("mayor"))


def test_only_the_approver_approves(acting, drafted):
    roles.check(drafted, by=acting("secretary"))
    with pytest.raises(Denied):
        roles.approve(drafted, by=acting("secretary"))


def test_reopen_takes_a_checked_table_back(acting, drafted):
    roles.check(drafted, by=acting("secretary"))
    assert roles.reopen(drafted, by=acting("secretary"), reason="行の追加").status == "draft"


def test_gaps_are_all_named_at_once(acting, tomorrow, town):
    incomplete = roles.draft(
        title="穴のある表",
        effective_from=tomorrow,
        rows=[roles.Row("system.operation", town.body("citizen-proposal"))],
        by=acting("secretary"),
    )
    assert len(missing(incomplete)) == 4
    with pytest.raises(Denied):
        roles.check(incomplete, by=acting("secretary"))


def test_one_person_in_two_bodies_cannot_get_an_incompatible_pair(acting, drafted, town, people):
    from portal.foundation.acting import CLOCK
    from residents.bodies import actions as bodies

    drafted.rows.create(function="survey.form_entry", body=town.body("planning-section"))
    drafted.rows.create(function="survey.content_approval", body=town.body("public-relations"))
    assert missing(drafted) == []
    bodies.join(town.body("planning-section"), person=people["pr_author"], by=CLOCK)
    assert len(missing(drafted)) == 1
