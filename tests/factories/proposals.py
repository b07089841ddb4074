"""Proposals in every status, reached by performing the verbs."""

from datetime import timedelta

from governance.answers import actions as answers
from governance.answers.models import Answer
from governance.follow_ups import actions as follow_ups
from governance.proposals import actions
from governance.proposals.lifecycle import Progress, ProposalStatus, Result
from governance.proposals.models import Proposal
from governance.resolutions.lifecycle import Competence
from governance.sittings import acting_chair, acting_secretariat, adopt
from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.models import Body
from residents.seeds import person

from .governance import acting_mayor, set_numbers, steering_committee
from .kept import kept
from .rules import acting_member

TITLE = "子どもの遊び場についての提言"
ITEMS = [
    ("公園の開放時間を延ばす", "夏の夕方も遊べるようにする。"),
    ("プレイリーダーを置く", "見守る人を置く。"),
]
S = ProposalStatus
WAY = [
    S.ADOPTED,
    S.HANDED_OVER,
    S.RECEIVED,
    S.ROUTED,
    S.PRESENTED,
    S.ANSWERED,
    S.PUBLISHED,
    S.TRACKED,
    S.CLOSED,
]
"""The way of a proposal that nothing is wrong with."""
DEADLINES = {
    "proposal.hand_over_days": 5,
    "proposal.receipt_days": 5,
    "proposal.correction_days": 10,
    "proposal.routing_days": 5,
    "proposal.drafting_days": 30,
    "proposal.decision_days": 10,
    "proposal.publication_days": 5,
    "proposal.answer_days": 60,
    "proposal.report_days": 60,
    "proposal.reminder_days": 3,
}


def set_deadlines(**more) -> None:
    """The numbers of a town that has settled them; a reading period only where a test asks for it."""
    set_numbers(guideline=False, committee_rule=False, **{**DEADLINES, **more})


def a_draft(title: str = TITLE) -> Proposal:
    return actions.draft(
        steering_committee(),
        by=acting_member(),
        title=title,
        background="市役所エリア会議室での3か月の話し合いをまとめました。",
        items=ITEMS,
    )


def a_resolution(title: str = TITLE, competence: Competence = Competence.PROPOSALS):
    return adopt(steering_committee(), f"{title}を行う", f"{title}を市長に行う。", competence, clock.today())


@kept
def a_proposal_in(status: str, title: str = TITLE) -> Proposal:
    """Walk the whole way until the status is reached; each verb is done by somebody who may."""
    proposal = a_draft(title)
    if status == S.READING:
        set_numbers(guideline=False, committee_rule=False, proposal__reading_days=5)
        proposal = actions.lay_open(proposal, by=acting_member())
    elif status == S.RETURNED:
        proposal = _walked(proposal, S.HANDED_OVER)
        proposal = actions.return_for_correction(
            proposal, by=acting_secretariat(), reason="項目2の説明がありません。"
        )
    elif status == S.WITHDRAWN:
        proposal = _walked(proposal, S.ADOPTED)
        withdrawal = a_resolution(title)
        proposal = actions.withdraw(
            proposal, by=acting_member(), resolution=withdrawal, reason="市がすでに始めたためです。"
        )
    elif status != S.DRAFTING:
        proposal = _walked(proposal, status)
    return Proposal.objects.with_drafts().get(pk=proposal.pk)


def planner(key: str = "planner_author") -> Acting:
    return Acting(person(key), Body.objects.get(code="planning-section"))


def draft_answers(proposal: Proposal, result: str = Result.PLANNED) -> list[Answer]:
    """The responsible section drafts an answer to every item."""
    return [
        answers.draft(
            item,
            by=planner(),
            result=result,
            text="来年度から行います。",
            reason="予算の見通しが立ったためです。",
        )
        for item in proposal.items.all()
    ]


def approve_answers(proposal: Proposal) -> Proposal:
    """And its head approves them; with the last one they lie before the mayor."""
    for item in proposal.items.all():
        answers.approve(item.drafts.last(), by=planner("planner_chief"))
    return Proposal.objects.get(pk=proposal.pk)


def _walked(proposal: Proposal, status: str) -> Proposal:
    for reached in WAY[: WAY.index(status) + 1]:
        proposal = STEPS[reached](proposal)
    return proposal


def _presented(proposal: Proposal) -> Proposal:
    draft_answers(proposal)
    return approve_answers(proposal)


def _routed(proposal: Proposal) -> Proposal:
    unit = Body.objects.get(code="planning-section")
    units = {item.pk: unit for item in proposal.items.all()}
    return actions.route(proposal, by=acting_secretariat(), units=units)


def _tracked(proposal: Proposal) -> Proposal:
    for item in proposal.items.all():
        follow_ups.report(item, by=planner(), progress=Progress.DONE, text="夏から延ばしました。")
    return Proposal.objects.get(pk=proposal.pk)


STEPS = {
    S.ADOPTED: lambda p: actions.adopt(p, by=acting_member(), resolution=a_resolution(p.title)),
    S.HANDED_OVER: lambda p: actions.hand_over(p, by=acting_chair(steering_committee())),
    S.RECEIVED: lambda p: actions.receive(
        p, by=acting_secretariat(), answer_due_on=clock.today() + timedelta(days=90)
    ),
    S.ROUTED: _routed,
    S.PRESENTED: _presented,
    S.ANSWERED: lambda p: answers.answer(p, by=acting_mayor()),
    S.PUBLISHED: lambda p: answers.publish(p, by=acting_secretariat()),
    S.TRACKED: _tracked,
    S.CLOSED: lambda p: follow_ups.conclude(p, by=acting_secretariat()),
}
