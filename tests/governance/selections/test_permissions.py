"""M5: interview, assess, shortlist belong to the selection committee; the mayor decides. Typed by hand."""

import pytest

from governance.selections import actions, permissions
from tests.factories import governance as a
from tests.governance.recruitments.test_permissions import EVERYBODY

MAY_JUDGE = {"secretary", "secretary_chief"}
MAY_SELECT = {"mayor"}


@pytest.fixture
def recruitment(town, frozen):
    frozen("2026-06-01 09:00")
    a.set_numbers()
    return a.a_recruitment(a.a_term())


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_may_judge_and_who_decides(recruitment, people, acting, who):
    by = acting(who)
    application = a.an_application(recruitment, people["resident_2"])
    assert bool(permissions.can_interview_application(by, application)) == (who in MAY_JUDGE)
    assert bool(permissions.can_declare_conflict(by, application)) == (who in MAY_JUDGE)
    assert bool(permissions.can_read_interview_notes(by, application)) == (who in MAY_JUDGE)
    assert bool(permissions.can_read_assessments(by, application)) == (who in MAY_JUDGE | MAY_SELECT)
    application = a.an_assessed_application(recruitment, people["resident_3"])
    assert bool(permissions.can_recommend_application(by, application)) == (who in MAY_JUDGE)
    assert bool(permissions.can_reserve_application(by, application)) == (who in MAY_JUDGE)
    assert bool(permissions.can_set_aside_application(by, application)) == (who in MAY_JUDGE)
    application.status = "recommended"
    assert bool(permissions.can_select_application(by, application)) == (who in MAY_SELECT)
    assert bool(permissions.can_decline_application(by, application)) == (who in MAY_SELECT)


def test_nobody_assesses_their_own_application(recruitment, people, acting):
    people["secretary"].connections.create(kind="work", from_on="2020-01-01")
    mine = a.an_application(recruitment, people["secretary"])
    assert not permissions.can_interview_application(acting("secretary"), mine)
    assert permissions.can_interview_application(acting("secretary_chief"), mine)


def test_a_selector_with_a_conflict_neither_scores_nor_reads_nor_lists(recruitment, people, acting):
    application = a.an_assessed_application(recruitment, people["resident_2"])
    chief = acting("secretary_chief")
    actions.declare_conflict(application, by=chief, conflict="義理の兄です。")
    for ask in (
        permissions.can_assess_application,
        permissions.can_recommend_application,
        permissions.can_read_interview_notes,
        permissions.can_declare_conflict,
    ):
        refused = ask(chief, application)
        assert not refused and refused.next_step
