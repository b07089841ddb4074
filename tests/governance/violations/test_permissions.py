"""M4, the rows about reports and case files, typed by hand."""

import pytest
from django.utils import translation

from communities.posts import actions as posts
from governance.violations import permissions
from portal.foundation.decisions import Denied
from tests.factories.violations import Cases

EVERYBODY = [
    "guest",
    "resident_1",
    "resident_2",
    "resident_3",
    "caretaker_1",
    "member_1",
    "vice_chair_1",
    "chair",
    "secretary",
    "mayor",
    "pr_approver",
    "planner_author",
    "it_staff",
    "disaster_officer",
    "npo_author",
    "facilitator_other",
    "adviser",
    "system_admin",
]
REPORTS = {
    "guest",
    "resident_1",
    "resident_3",
    "member_1",
    "vice_chair_1",
    "chair",
    "facilitator_other",
}
READS_FILES = {"caretaker_1", "member_1", "vice_chair_1", "chair", "secretary"}
ONLY_CARETAKERS = {"caretaker_1"}
COMMITTEE = {"member_1", "vice_chair_1", "chair"}


@pytest.fixture
def cases(town, frozen, acting) -> Cases:
    translation.activate("ja")
    frozen("2026-06-01 09:00")
    return Cases(acting)


def those_who(acting, question, thing) -> set[str]:
    return {who for who in EVERYBODY if question(acting(who), thing)}


def test_who_may_report_a_post_of_resident_2(cases, acting):
    assert those_who(acting, permissions.can_report, cases.post()) == REPORTS


def test_who_may_read_the_file_of_an_open_case(cases, acting):
    assert those_who(acting, permissions.can_read_file, cases.in_status("investigating")) == READS_FILES


def test_the_adviser_reads_a_file_only_when_there_is_a_decision_to_examine_for_the_committee(cases, acting):
    case = cases.in_status("settled")
    assert those_who(acting, permissions.can_read_file, case) == READS_FILES
    cases.lend_objections()
    assert those_who(acting, permissions.can_read_file, case) == READS_FILES | {"adviser"}


def test_only_a_caretaker_takes_over_a_post_hidden_for_a_check(cases, acting):
    post = posts.hide(cases.post(), by=acting("resident_1"), reason="確認")
    assert those_who(acting, permissions.can_take_over, post) == ONLY_CARETAKERS
    assert not permissions.can_find(acting("caretaker_1"), post)


def test_only_what_is_closed_is_erased(cases):
    assert not permissions.can_erase(cases.in_status("heard"))
    assert permissions.can_erase(cases.in_status("dismissed"))


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        ("investigate", "received"),
        ("dismiss", "received"),
        ("hide_urgently", "investigating"),
        ("open_hearing", "investigating"),
        ("refer", "heard"),
        ("close_without_measure", "heard"),
    ],
)
def test_only_caretakers_work_on_a_case(cases, acting, verb, status):
    question = getattr(permissions, f"can_{verb}")
    assert those_who(acting, question, cases.in_status(status)) == ONLY_CARETAKERS


def test_after_the_referral_only_the_committee_decides(cases, acting):
    assert those_who(acting, permissions.decides, cases.in_status("referred")) == COMMITTEE


def test_only_the_person_concerned_is_heard(cases, acting):
    assert those_who(acting, permissions.can_make_statement, cases.in_status("hearing")) == {"resident_2"}


@pytest.mark.parametrize(
    ("status", "knows"),
    [
        ("received", False),
        ("investigating", False),
        ("dismissed", False),
        ("urgent_hidden", True),
        ("hearing", True),
        ("heard", True),
        ("referred", True),
        ("no_measure", True),
        ("settled", True),
    ],
)
def test_from_when_the_person_concerned_reads_the_case(cases, acting, status, knows):
    assert permissions.is_concerned(acting("resident_2"), cases.in_status(status)) == knows


def test_a_member_who_reported_does_not_decide_and_is_told_why(cases, acting):
    case = cases.reported(by="member_1")
    answer = permissions.decides(acting("member_1"), case)
    assert isinstance(answer, Denied) and "通報" in str(answer)


def test_a_caretaker_does_not_deal_with_a_case_about_themselves(cases, acting):
    post = cases.forums.post(cases.room, by="caretaker_1", body="乱暴な言葉")
    case = cases.reported(post=post)
    assert not permissions.can_investigate(acting("caretaker_1"), case)
    assert not permissions.can_read_file(acting("caretaker_1"), case)
    assert permissions.can_investigate(acting("caretaker_2"), case)


def test_without_a_rule_in_force_there_is_nothing_to_cite():
    answer = permissions.can_cite(None)
    assert not answer and answer.next_step
