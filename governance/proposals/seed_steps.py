"""How a proposal of the demo town takes one stretch of its way, each verb done by somebody who may."""

from __future__ import annotations

from datetime import date, timedelta

from communities.models import Post, Room
from governance.answers import actions as answers
from governance.resolutions.lifecycle import Competence
from governance.sittings import Motion, Sitting, acting_chair, sit
from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.models import Body
from residents.seeds import Town

from . import actions
from .models import Proposal
from .seed_tables import HEADS, Row

COMMITTEE = "steering-committee"


def draft(town: Town, row: Row, *, by: Acting) -> Proposal:
    """From the rooms it draws on, with the first posts it rests on."""
    rooms = list(Room.objects.filter(slug__in=row.rooms))
    cited = Post.objects.shown().filter(forum__in=[room.pk for room in rooms]).order_by("pk")[:2]
    return actions.draft(
        Body.objects.get(code=COMMITTEE),
        by=by,
        title=row.title,
        background=row.background,
        items=[(item.title, item.text) for item in row.items],
        rooms=rooms,
        cited=list(cited),
    )


def adopted(
    town: Town,
    rows: list[Row],
    *,
    draft_on: date,
    sit_on: date,
    more: list[Motion] | None = None,
    hands_over: bool = True,
) -> list[Proposal]:
    """Drafted by the member who chairs a room, read by everybody, resolved a fortnight later."""
    member = town.acting("member_6", COMMITTEE)
    with clock.at(draft_on):
        drafts = [draft(town, row, by=member) for row in rows]
    with clock.at(draft_on + timedelta(days=1)):
        drafts = [actions.lay_open(one, by=member) for one in drafts]
    motions = [
        Motion(
            f"「{row.title}」の提出",
            f"実施要領第6条に基づき、話し合いをまとめた「{row.title}」を市長に提出する。",
            Competence.PROPOSALS,
        )
        for row in rows
    ]
    committee = Body.objects.get(code=COMMITTEE)
    sitting = Sitting(
        title="第5期 運営委員会(提言の取りまとめ)", on=sit_on, motions=[*motions, *(more or [])]
    )
    resolutions = sit(committee, sitting)
    with clock.at(sit_on + timedelta(days=1)):
        chair = acting_chair(committee)
        found = [
            actions.adopt(one, by=chair, resolution=resolution)
            for one, resolution in zip(drafts, resolutions, strict=False)
        ]
    if not hands_over:
        return found
    with clock.at(sit_on + timedelta(days=2)):
        return [actions.hand_over(proposal, by=chair) for proposal in found]


def received(town: Town, proposal: Proposal, on: date) -> Proposal:
    with clock.at(on):
        return actions.receive(proposal, by=town.acting("secretary"))


def routed(town: Town, row: Row, proposal: Proposal, on: date) -> Proposal:
    with clock.at(on):
        pairs = list(zip(proposal.items.all(), row.items, strict=True))
        return actions.route(
            proposal,
            by=town.acting("secretary"),
            units={item.pk: town.body(told.unit) for item, told in pairs},
            cooperating={item.pk: [town.body(code) for code in told.cooperating] for item, told in pairs},
        )


def drafted(town: Town, row: Row, proposal: Proposal, on: date) -> None:
    """Drafted by a section, agreed to by those that cooperate, approved by its head."""
    with clock.at(on):
        for item, told in zip(proposal.items.all(), row.items, strict=True):
            if told.answer is None:
                continue
            result, text, reason = told.answer
            by = town.acting(told.author, told.unit)
            answer = answers.draft(item, by=by, result=result, text=text, reason=reason)
            for code in told.cooperating:
                answers.concur(answer, by=Acting(town.body(code).members_on()[0], town.body(code)))
            answers.approve(answer, by=town.acting(HEADS[told.author], told.unit))


def published(town: Town, proposal: Proposal, answered_on: date, published_on: date) -> Proposal:
    with clock.at(answered_on):
        proposal = answers.answer(proposal, by=town.acting("mayor"))
    with clock.at(published_on):
        return answers.publish(proposal, by=town.acting("secretary"))
