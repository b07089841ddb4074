"""M7 by hand: who may take which step of a proposal, in each status."""

from datetime import date

import pytest

from governance.answers import permissions as answering
from governance.follow_ups import permissions as following
from governance.proposals import permissions
from governance.proposals.lifecycle import ProposalStatus
from governance.proposals.models import Proposal
from governance.resolutions.lifecycle import Competence
from portal.foundation import clock
from portal.foundation.acting import Acting
from tests.factories import governance, proposals
from tests.factories.communities import Forums

PEOPLE = [
    "chair",
    "member",
    "secretary",
    "mayor",
    "planner",
    "planner_chief",
    "public_relations",
    "other_unit",
    "caretaker",
    "facilitator",
    "resident",
    "guest",
    "admin",
]
WAITING = ["received", "routed", "presented", "answered"]
MAY = {
    "draft": {("chair", "any"), ("member", "any"), ("facilitator", "any")},
    "revise": {(who, at) for who in ("chair", "member") for at in ("drafting", "reading")},
    "lay_open": {("chair", "drafting"), ("member", "drafting")},
    "adopt": {(who, at) for who in ("chair", "member") for at in ("drafting", "returned")},
    "hand_over": {("chair", "adopted"), ("secretary", "adopted")},
    "return": {("secretary", "handed_over")},
    "correct": {("chair", "returned"), ("member", "returned")},
    "receive": {("secretary", "handed_over")},
    "route": {("secretary", "received"), ("secretary", "routed")},
    "extend": {("secretary", at) for at in WAITING},
    "note_assembly": {("secretary", at) for at in WAITING},
    "draft_answer": {("planner", "routed"), ("planner_chief", "routed")},
    "approve_answer": {("planner_chief", "routed")},
    "answer": {("mayor", "presented")},
    "publish": {("secretary", "answered"), ("public_relations", "answered")},
    "report": {(who, at) for who in ("planner", "planner_chief") for at in ("published", "tracked")},
    "conclude": {(who, "tracked") for who in ("secretary", "planner", "planner_chief")},
    "withdraw": {
        (who, at)
        for who in ("chair", "member")
        for at in ("adopted", "handed_over", "returned", "received", "routed")
    },
}
READS_DRAFTS = {"secretary", "mayor", "planner", "planner_chief", "public_relations", "other_unit", "admin"}


@pytest.fixture
def who(town, frozen, acting):
    frozen("2026-11-22 09:00")
    governance.a_committee_in_office(("chair", "member_1"))
    proposals.set_deadlines()
    Forums(acting).city_room("summarised", facilitator="facilitator_other")
    return {
        "chair": acting("chair"),
        "member": acting("member_1"),
        "secretary": acting("secretary"),
        "mayor": acting("mayor"),
        "planner": acting("planner_author"),
        "planner_chief": acting("planner_chief"),
        "public_relations": acting("pr_author"),
        "other_unit": acting("disaster_officer"),
        "caretaker": acting("caretaker_1"),
        "facilitator": acting("facilitator_other", None),
        "resident": acting("resident_1"),
        "guest": Acting(),
        "admin": acting("system_admin"),
    }


def may(verb, by, proposal):
    item = proposal.items.all()[0]
    questions = {
        "draft": lambda: permissions.can_draft_proposal(by),
        "revise": lambda: permissions.can_revise_proposal(by, proposal),
        "lay_open": lambda: permissions.can_lay_open_proposal(by, proposal),
        "adopt": lambda: permissions.can_adopt_proposal(by, proposal),
        "hand_over": lambda: permissions.can_hand_over_proposal(by, proposal),
        "return": lambda: permissions.can_return_proposal(by, proposal),
        "correct": lambda: permissions.can_correct_proposal(by, proposal),
        "receive": lambda: permissions.can_receive_proposal(by, proposal),
        "route": lambda: permissions.can_route_proposal(by, proposal),
        "withdraw": lambda: permissions.can_withdraw_proposal(by, proposal),
        "extend": lambda: answering.can_extend_proposal(by, proposal),
        "note_assembly": lambda: permissions.can_note_assembly(by, proposal),
        "draft_answer": lambda: answering.can_draft_answer(by, item),
        "approve_answer": lambda: (
            item.latest_draft is not None and answering.can_approve_answer(by, item.latest_draft)
        ),
        "answer": lambda: answering.can_answer_proposal(by, proposal),
        "publish": lambda: answering.can_publish_proposal(by, proposal),
        "report": lambda: following.can_report_progress(by, item),
        "conclude": lambda: following.can_conclude_proposal(by, proposal),
    }
    return bool(questions[verb]())


@pytest.mark.parametrize("status", list(ProposalStatus))
def test_who_may_do_what_in_each_status(who, status):
    proposal = proposals.a_proposal_in(status)
    if status not in ("reading", "withdrawn"):
        proposals.a_resolution()
    if status == "drafting":
        governance.set_numbers(guideline=False, committee_rule=False, proposal__reading_days=5)
    if status == "routed":
        proposals.draft_answers(proposal)
        proposal = Proposal.objects.with_drafts().get(pk=proposal.pk)
    for verb, allowed in MAY.items():
        if verb == "adopt" and status == "drafting":
            continue  # a reading period is in force here; see below
        found = {name for name in PEOPLE if may(verb, who[name], proposal)}
        expected = {name for name, at in allowed if at in (status, "any")}
        assert found == expected, (verb, status)


def test_who_reads_draft_answers(who):
    proposal = proposals.a_proposal_in("routed")
    found = {name for name in PEOPLE if answering.can_read_draft_answers(who[name], proposal)}
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


def test_a_resolution_adopts_or_withdraws_once(who):
    proposal = proposals.a_proposal_in("adopted")
    assert not permissions.can_withdraw_proposal(who["chair"], proposal, proposal.resolution)
    assert permissions.can_withdraw_proposal(who["chair"], proposal, proposals.a_resolution())


def test_where_a_rule_gives_a_reading_period_nothing_is_adopted_before_it_has_passed(who):
    governance.set_numbers(guideline=False, committee_rule=False, proposal__reading_days=5)
    proposal = proposals.a_draft()
    proposals.a_resolution()
    unread = permissions.can_adopt_proposal(who["chair"], proposal)
    assert not unread and unread.next_step
    proposal = proposals.a_proposal_in("reading", "道路の提言")
    proposals.a_resolution("道路の提言")
    assert proposal.reading_until == date(2026, 11, 30)  # five open days, with 勤労感謝の日 between
    assert "11月30日" in str(permissions.can_adopt_proposal(who["chair"], proposal))
    with clock.at(date(2026, 12, 1)):
        assert permissions.can_adopt_proposal(who["chair"], proposal)


def test_a_facilitator_drafts_from_the_rooms_they_chair_and_no_others(who, acting):
    own = Forums(acting).city_room("summarised", facilitator="facilitator_other", slug="own-room")
    other = Forums(acting).city_room("summarised", facilitator="facilitator_dispatched", slug="other-room")
    assert permissions.can_draft_proposal(who["facilitator"], [own])
    assert not permissions.can_draft_proposal(who["facilitator"], [own, other])
    assert not permissions.can_draft_proposal(who["facilitator"], [])


def test_the_mayor_waits_until_every_section_has_approved_its_draft(who):
    proposal = proposals.a_proposal_in("routed")
    refusal = answering.can_answer_proposal(who["mayor"], proposal)
    assert not refusal and "公園の開放時間を延ばす、プレイリーダーを置く" in str(refusal)
    proposals.draft_answers(proposal)
    assert "公園の開放時間を延ばす" in str(answering.can_answer_proposal(who["mayor"], proposal))
