"""起案, 合議, 決裁 by hand: who may do what with a draft answer."""

import pytest

from governance.answers import actions, permissions
from governance.proposals import actions as proposing
from governance.sittings import acting_secretariat
from residents.models import Body
from tests.factories import governance, proposals

PEOPLE = ["planner_author", "planner_chief", "disaster_officer", "pr_author", "mayor", "secretary", "chair"]


@pytest.fixture
def draft(town, frozen):
    """Written by the planner; the crisis management section has to agree."""
    frozen("2026-11-22 09:00")
    governance.a_committee_in_office(("chair", "member_1"))
    proposals.set_deadlines()
    proposal = proposals.a_proposal_in("received")
    unit, other = Body.objects.get(code="planning-section"), Body.objects.get(code="disaster")
    proposing.route(
        proposal,
        by=acting_secretariat(),
        units={item.pk: unit for item in proposal.items.all()},
        cooperating={item.pk: [other] for item in proposal.items.all()},
    )
    return proposals.draft_answers(proposal)[0]


def allowed(question, answer, acting):
    return {key for key in PEOPLE if question(acting(key), answer)}


def test_a_draft_waits_for_its_cooperating_sections(draft, acting):
    assert allowed(permissions.can_concur_answer, draft, acting) == {"disaster_officer"}
    assert allowed(permissions.can_approve_answer, draft, acting) == set()
    assert "危機管理防災課" in str(permissions.can_approve_answer(acting("planner_chief"), draft))
    actions.concur(draft, by=acting("disaster_officer"))
    draft.refresh_from_db()
    assert allowed(permissions.can_concur_answer, draft, acting) == set()
    assert allowed(permissions.can_approve_answer, draft, acting) == {"planner_chief"}


def test_whoever_wrote_it_does_not_approve_it(draft, acting):
    refusal = permissions.can_approve_answer(acting("planner_author"), draft)
    assert not refusal and refusal.next_step


def test_whoever_has_to_agree_may_send_it_back(draft, acting):
    assert allowed(permissions.can_send_back_answer, draft, acting) == {
        "planner_author",
        "planner_chief",
        "disaster_officer",
        "mayor",
    }


def test_an_older_draft_is_neither_agreed_to_nor_approved(draft, acting):
    actions.send_back(draft, by=acting("planner_chief"), reason="数字が古いです。")
    actions.draft(
        draft.item,
        by=acting("planner_author"),
        result="planned",
        text="直しました。",
        reason="数字を改めました。",
    )
    draft.refresh_from_db()
    for question in (permissions.can_concur_answer, permissions.can_approve_answer):
        assert allowed(question, draft, acting) == set()
