"""M5, the rows about recruitment, typed by hand."""

import pytest

from governance.recruitments import permissions
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
MAY_CLOSE_THE_CASE = {"secretary", "secretary_chief"}


@pytest.fixture
def recruitment(town, frozen):
    frozen("2026-06-01 09:00")
    a.set_numbers()
    return a.a_recruitment(a.a_term())


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_may_do_what_about_a_recruitment(recruitment, acting, who):
    by = acting(who)
    assert bool(permissions.can_plan_recruitment(by)) == (who in MAY_PLAN)
    assert bool(permissions.can_cancel_recruitment(by, recruitment)) == (who in MAY_CANCEL)
    recruitment.status = "planned"
    assert bool(permissions.can_announce_recruitment(by, recruitment)) == (who in MAY_PLAN)
    assert bool(permissions.can_revise_recruitment(by, recruitment)) == (who in MAY_PLAN)
    recruitment.status = "closed"
    assert bool(permissions.can_extend_recruitment(by, recruitment)) == (who in MAY_CLOSE_THE_CASE)
    assert bool(permissions.can_complete_recruitment(by, recruitment)) == (who in MAY_CLOSE_THE_CASE)
