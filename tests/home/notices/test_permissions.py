"""Who may do what with a notice, role by status, typed by hand from M2.

``pr_author`` wrote the notice; ``pr_approver`` is of the section that publishes for the administration.
"""

import pytest

from home.notices import permissions
from home.notices.lifecycle import NoticeStatus
from portal.foundation.acting import Acting
from residents.roles import actions as roles
from tests.factories import home as notices

pytestmark = pytest.mark.django_db

PEOPLE = [
    "pr_author",
    "pr_approver",
    "it_chief",
    "planner_author",
    "disaster_officer",
    "npo_author",
    "npo_approver",
    "system_admin",
    "mayor",
    "chair",
    "caretaker_1",
    "resident_1",
    "guest",
]
SECTION = ("pr_author", "pr_approver")
GOVERNMENT = (
    {("submit", who, "draft") for who in SECTION}
    | {("discard", who, status) for who in SECTION for status in ("draft", "in_review")}
    | {("approve", who, "in_review") for who in ("pr_approver", "it_chief")}
    | {("schedule", who, "in_review") for who in ("pr_approver", "it_chief")}
    | {
        ("send_back", who, status)
        for who in ("pr_author", "pr_approver", "it_chief")
        for status in ("in_review", "scheduled")
    }
    | {
        ("withdraw", who, status)
        for who in ("pr_author", "pr_approver", "it_chief")
        for status in ("published", "archived")
    }
)
OPERATOR = (
    {("submit", who, "draft") for who in ("npo_author", "npo_approver")}
    | {
        ("discard", who, status)
        for who in ("npo_author", "npo_approver")
        for status in ("draft", "in_review")
    }
    | {(verb, who, "in_review") for verb in ("approve", "schedule") for who in ("npo_author", "npo_approver")}
    | {
        ("send_back", who, status)
        for who in ("npo_author", "npo_approver")
        for status in ("in_review", "scheduled")
    }
    | {
        ("withdraw", who, status)
        for who in ("npo_author", "npo_approver")
        for status in ("published", "archived")
    }
)
VERBS = ("submit", "discard", "approve", "schedule", "send_back", "withdraw")


@pytest.mark.parametrize("status", NoticeStatus.values)
def test_who_may_do_what_with_a_government_notice(acting, status):
    notice = notices.in_status(status, acting("pr_author"), acting("pr_approver"))
    assert allowed(acting, notice, status) == {row for row in GOVERNMENT if row[2] == status}


@pytest.mark.parametrize("status", NoticeStatus.values)
def test_who_may_do_what_with_a_notice_of_the_operator(acting, status):
    author, approver = acting("npo_author"), acting("npo_approver")
    notice = notices.in_status(status, author, approver, "operator")
    assert allowed(acting, notice, status) == {row for row in OPERATOR if row[2] == status}


def allowed(acting, notice, status):
    return {
        (verb, who, status)
        for verb in VERBS
        for who in PEOPLE
        if getattr(permissions, f"can_{verb}_notice")(acting(who), notice)
    }


@pytest.mark.parametrize(
    ("who", "government", "operator"),
    [
        ("pr_author", True, False),
        ("planner_author", True, False),
        ("disaster_officer", True, False),
        ("secretary", True, False),
        ("npo_author", False, True),
        ("system_admin", True, False),  # a unit of the city hall like every other
        ("mayor", False, False),
        ("chair", False, False),
        ("caretaker_1", False, False),
        ("resident_1", False, False),
        ("guest", False, False),
    ],
)
def test_who_may_draft_in_which_channel(acting, who, government, operator):
    assert bool(permissions.can_draft_notice(acting(who), "government")) is government
    assert bool(permissions.can_draft_notice(acting(who), "operator")) is operator


def test_the_author_of_a_government_notice_hears_why_not(acting):
    notice = notices.submitted(acting("pr_author"))
    refusal = permissions.can_approve_notice(acting("pr_author"), notice)
    assert not refusal
    assert "ご自身が書いた" in str(refusal.reason) and "ほかの方" in str(refusal.next_step)


def test_whoever_changed_a_single_word_is_an_author(acting):
    notice = notices.notice(acting("pr_author"))
    notice = notices.rewritten(notice, acting("pr_approver"), title="別の題名")
    notice = notices.actions.submit(notice, by=acting("pr_author"))
    assert not permissions.can_approve_notice(acting("pr_approver"), notice)
    assert permissions.can_approve_notice(acting("it_chief"), notice)


def test_a_member_acting_for_nobody_may_do_nothing(acting):
    notice = notices.submitted(acting("pr_author"))
    assert not permissions.can_approve_notice(acting("pr_approver", None), notice)


def test_a_delegation_opens_the_channel_for_its_days_only(acting, frozen, town):
    frozen("2026-11-22 09:00+09:00")
    notice = notices.submitted(acting("pr_author"))
    planner = acting("planner_chief")
    assert not permissions.can_approve_notice(planner, notice)
    today = town.today.replace(year=2026, month=11, day=22)
    roles.delegate(
        "sns.government_notice",
        to_body=planner.body,
        from_on=today,
        until_on=today,
        basis="広報課長の委任",
        by=acting("pr_approver"),
    )
    assert permissions.can_approve_notice(fresh(planner), notice)
    frozen("2026-11-23 09:00+09:00")
    assert not permissions.can_approve_notice(fresh(planner), notice)


def fresh(acting):
    """The same person on their next request."""
    return Acting(type(acting.person).objects.get(pk=acting.person.pk), acting.body)
