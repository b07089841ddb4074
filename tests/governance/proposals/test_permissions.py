"""M7 by hand: who may take which step of a proposal, in each status."""

import pytest

from governance.proposals import permissions
from governance.proposals.lifecycle import ProposalStatus
from governance.resolutions.lifecycle import Competence
from portal.foundation.acting import Acting
from tests.factories import governance, proposals

PEOPLE = [
    "chair",
    "member",
    "secretary",
    "mayor",
    "planner",
    "public_relations",
    "other_unit",
    "caretaker",
    "resident",
    "guest",
    "admin",
]
MAY = {
    "draft": {("chair", "any"), ("member", "any")},
    "revise": {("chair", "drafting"), ("member", "drafting")},
    "adopt": {("chair", "drafting"), ("member", "drafting")},
    "hand_over": {("chair", "adopted"), ("secretary", "adopted")},
    "receive": {("secretary", "handed_over")},
    "route": {("secretary", "received"), ("secretary", "routed")},
    "draft_answer": {("planner", "routed")},
    "answer": {("mayor", "routed")},
    "publish": {("secretary", "answered"), ("public_relations", "answered")},
}
READS_DRAFTS = {"secretary", "mayor", "planner", "public_relations", "other_unit", "admin"}


@pytest.fixture
def who(town, frozen, acting):
    frozen("2026-11-22 09:00")
    governance.a_committee_in_office(("chair", "member_1"))
    return {
        "chair": acting("chair"),
        "member": acting("member_1"),
        "secretary": acting("secretary"),
        "mayor": acting("mayor"),
        "planner": acting("planner_author"),
        "public_relations": acting("pr_author"),
        "other_unit": acting("disaster_officer"),
        "caretaker": acting("caretaker_1"),
        "resident": acting("resident_1"),
        "guest": Acting(),
        "admin": acting("system_admin"),
    }


def may(verb, by, proposal):
    questions = {
        "draft": lambda: permissions.can_draft_proposal(by),
        "revise": lambda: permissions.can_revise_proposal(by, proposal),
        "adopt": lambda: permissions.can_adopt_proposal(by, proposal),
        "hand_over": lambda: permissions.can_hand_over_proposal(by, proposal),
        "receive": lambda: permissions.can_receive_proposal(by, proposal),
        "route": lambda: permissions.can_route_proposal(by, proposal),
        "draft_answer": lambda: permissions.can_draft_answer(by, proposal.items.first()),
        "answer": lambda: permissions.can_answer_proposal(by, proposal),
        "publish": lambda: permissions.can_publish_proposal(by, proposal),
    }
    return bool(questions[verb]())


@pytest.mark.parametrize("status", list(ProposalStatus))
def test_who_may_do_what_in_each_status(who, status):
    proposal = proposals.a_proposal_in(status)
    if status == "drafting":
        proposals.a_resolution()
    if status == "routed":
        proposals.draft_answers(proposal)
    for verb, allowed in MAY.items():
        found = {name for name in PEOPLE if may(verb, who[name], proposal)}
        expected = {name for name, at in allowed if at in (status, "any")}
        assert found == expected, (verb, status)


def test_who_reads_draft_answers(who):
    proposal = proposals.a_proposal_in("routed")
    found = {name for name in PEOPLE if permissions.can_read_draft_answers(who[name], proposal)}
    assert found == READS_DRAFTS


def test_adopting_needs_a_resolution_that_rests_on_item_3_and_names_it(who):
    proposal = proposals.a_draft()
    refusal = permissions.can_adopt_proposal(who["chair"], proposal)
    assert not refusal and refusal.next_step
    assert not permissions.can_adopt_proposal(
        who["chair"], proposal, proposals.a_resolution(competence=Competence.RULES)
    )
    assert not permissions.can_adopt_proposal(who["chair"], proposal, proposals.a_resolution("別の提言"))
    assert permissions.can_adopt_proposal(who["chair"], proposal, proposals.a_resolution())


def test_the_mayor_waits_until_every_item_has_a_draft(who):
    proposal = proposals.a_proposal_in("routed")
    refusal = permissions.can_answer_proposal(who["mayor"], proposal)
    assert not refusal and "公園の開放時間を延ばす、プレイリーダーを置く" in str(refusal)
