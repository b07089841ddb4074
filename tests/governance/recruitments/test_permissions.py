"""M5, the rows about recruitment and applications, and 第11条, typed by hand."""

import pytest

from governance.recruitments import permissions
from portal.foundation.acting import Acting
from residents.models import CityConnection, User
from tests.factories import governance as a

EVERYBODY = [
    "guest",
    "resident_1",
    "caretaker_1",
    "member_1",
    "vice_chair_1",
    "chair",
    "secretary",
    "secretary_chief",
    "mayor",
    "pr_author",
    "pr_approver",
    "planner_author",
    "it_staff",
    "disaster_officer",
    "npo_author",
    "facilitator_other",
    "adviser",
    "system_admin",
]
MAY_PLAN = {"secretary", "secretary_chief", "mayor", "pr_author", "pr_approver"}
MAY_CANCEL = {"secretary", "secretary_chief", "mayor"}
MAY_READ_APPLICATIONS = {"secretary", "secretary_chief", "mayor"}
MAY_ASSESS = {"secretary", "secretary_chief"}
MAY_SELECT = {"mayor"}


@pytest.fixture
def recruitment(town, frozen):
    frozen("2026-06-01 09:00")
    a.set_numbers()
    return a.a_recruitment(a.a_term())


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_may_do_what_about_a_recruitment(recruitment, people, acting, who):
    by = acting(who)
    submitted = a.an_application(recruitment, people["resident_2"])
    assert bool(permissions.can_plan_recruitment(by)) == (who in MAY_PLAN)
    assert bool(permissions.can_cancel_recruitment(by, recruitment)) == (who in MAY_CANCEL)
    recruitment.status = "planned"
    assert bool(permissions.can_announce_recruitment(by, recruitment)) == (who in MAY_PLAN)
    assert bool(permissions.can_read_applications(by)) == (who in MAY_READ_APPLICATIONS)
    assert bool(permissions.can_recommend_application(by, submitted)) == (who in MAY_ASSESS)
    assert bool(permissions.can_set_aside_application(by, submitted)) == (who in MAY_ASSESS)
    submitted.status = "recommended"
    assert bool(permissions.can_select_application(by, submitted)) == (who in MAY_SELECT)
    assert bool(permissions.can_decline_application(by, submitted)) == (who in MAY_SELECT)
    assert bool(permissions.can_withdraw_application(by, submitted)) is False


def newcomer(kind: str | None) -> User:
    person = User.objects.create_user(f"{kind or 'nobody'}@example.jp", display_name="新しい人")
    if kind:
        person.connections.create(kind=kind)
    return person


@pytest.mark.parametrize(
    ("kind", "eligible"),
    [
        (CityConnection.Kind.RESIDENCE, True),
        (CityConnection.Kind.WORK, True),
        (CityConnection.Kind.STUDY, True),
        (None, False),
    ],
)
def test_article_11_asks_for_living_working_or_studying_in_the_city(recruitment, kind, eligible):
    assert bool(permissions.can_submit_application(Acting(newcomer(kind)), recruitment)) == eligible


def test_a_guest_is_told_to_log_in(recruitment):
    refused = permissions.can_submit_application(Acting(), recruitment)
    assert not refused and refused.next_step


MAY_APPLY_IN = {"accepting"}


@pytest.mark.parametrize("status", ["planned", "announced", "accepting", "closed", "completed", "cancelled"])
def test_applications_are_accepted_only_in_the_window(recruitment, people, status):
    recruitment.status = status
    found = permissions.can_submit_application(Acting(people["resident_2"]), recruitment)
    assert bool(found) == (status in MAY_APPLY_IN)


def test_nobody_applies_twice_in_one_recruitment(recruitment, people):
    a.an_application(recruitment, people["resident_2"])
    assert not permissions.can_submit_application(Acting(people["resident_2"]), recruitment)


def test_nobody_assesses_their_own_application(recruitment, people, acting):
    people["secretary"].connections.create(kind="work", from_on="2020-01-01")
    mine = a.an_application(recruitment, people["secretary"])
    assert not permissions.can_recommend_application(acting("secretary"), mine)
    assert permissions.can_recommend_application(acting("secretary_chief"), mine)
