"""Proposals in every status, reached by performing the verbs."""

from datetime import timedelta

from governance.proposals import actions
from governance.proposals.lifecycle import ProposalStatus, Result
from governance.proposals.models import Proposal
from governance.resolutions.lifecycle import Competence
from governance.sittings import acting_chair, acting_secretariat, adopt
from portal.foundation import clock
from residents.models import Body

from .governance import acting_mayor, steering_committee
from .rules import acting_member

TITLE = "子どもの遊び場についての提言"
ITEMS = [
    ("公園の開放時間を延ばす", "夏の夕方も遊べるようにする。"),
    ("プレイリーダーを置く", "見守る人を置く。"),
]
ORDER = list(ProposalStatus)


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


def a_proposal_in(status: str, title: str = TITLE) -> Proposal:
    """Walk the whole way until the status is reached; each verb is done by somebody who may."""
    proposal = a_draft(title)
    secretariat = acting_secretariat()
    unit = Body.objects.get(code="planning-section")
    steps = {
        ProposalStatus.ADOPTED: lambda p: actions.adopt(
            p, by=acting_member(), resolution=a_resolution(title)
        ),
        ProposalStatus.HANDED_OVER: lambda p: actions.hand_over(p, by=acting_chair(steering_committee())),
        ProposalStatus.RECEIVED: lambda p: actions.receive(
            p, by=secretariat, answer_due_on=clock.today() + timedelta(days=90)
        ),
        ProposalStatus.ROUTED: lambda p: actions.route(
            p, by=secretariat, units={item.pk: unit for item in p.items.all()}
        ),
        ProposalStatus.ANSWERED: _answered,
        ProposalStatus.PUBLISHED: lambda p: actions.publish(p, by=secretariat),
    }
    for reached in ORDER[1 : ORDER.index(status) + 1]:
        proposal = steps[reached](proposal)
    return Proposal.objects.with_items().get(pk=proposal.pk)


def draft_answers(proposal: Proposal) -> None:
    """The responsible section drafts an answer to every item."""
    from portal.foundation.acting import Acting
    from residents.seeds import person

    unit = Body.objects.get(code="planning-section")
    for item in proposal.items.all():
        actions.draft_answer(
            item,
            by=Acting(person("planner_author"), unit),
            result=Result.PLANNED,
            text="来年度から行います。",
            reason="予算の見通しが立ったためです。",
        )


def _answered(proposal: Proposal) -> Proposal:
    draft_answers(proposal)
    return actions.answer(proposal, by=acting_mayor())
