"""The demo town's proposals: one in every status, one of them late, two on their way and one carried out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from communities.models import Post, Room
from governance.answers import actions as answers
from governance.follow_ups import actions as follow_ups
from governance.resolutions.lifecycle import Competence
from governance.resolutions.models import Resolution
from governance.sittings import Motion, Sitting, acting_chair, sit
from governance.teams.actions import hand_to_team
from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.models import Body
from residents.seeds import Town

from . import actions
from .lifecycle import Progress
from .lifecycle import ProposalStatus as S
from .models import Proposal, ProposalItem
from .seed_tables import (
    CARRIED_OUT,
    DRAFTED_IN_A_ROOM,
    HEADS,
    IN_READING,
    LATE,
    MEETING_PLACES,
    ON_THE_WAY,
    SAFETY,
    SAFETY_REPORTS,
    TAKEN_BACK,
    Row,
)

Day = Callable[[Town, int], date]
COMMITTEE = "steering-committee"
WEEK = timedelta(days=7)
FOR_THE_ASSEMBLY = "市議会の常任委員会に報告したあとで公表します。"


def seed_proposals(town: Town, day: Day) -> None:
    """From the rooms to the mayor and back; told once."""
    if Proposal.objects.exists():
        return
    _first_sitting(town, day)
    _safety(town, day)
    _meeting_places(town, day)
    _last_weeks(town)
    _grades(town)
    _before_the_committee(town)
    _in_a_team(town)


def _first_sitting(town: Town, day: Day) -> None:
    """Three early ones: one was carried out, one was taken back, one waits too long for its answer."""
    rows = [CARRIED_OUT, TAKEN_BACK, LATE]
    done, back, late = _adopted(town, rows, draft_on=day(town, 36), sit_on=day(town, 51))
    done = _received(town, done, day(town, 56))
    done = _routed(town, CARRIED_OUT, done, day(town, 58))
    _drafted(town, CARRIED_OUT, done, day(town, 70))
    done = _published(town, done, day(town, 82), day(town, 84))
    with clock.at(day(town, 150)):
        text = "申込書を1枚にまとめ、窓口とこのポータルで配り始めました。"
        item, by = done.items.get(), town.acting("planner_author", "planning-section")
        follow_ups.report(item, by=by, progress=Progress.DONE, text=text)
    with clock.at(day(town, 152)):
        follow_ups.conclude(done, by=town.acting("secretary"))
    _received(town, back, day(town, 57))
    late = _received(town, late, day(town, 57))
    late = _routed(town, LATE, late, day(town, 60))
    _drafted(town, LATE, late, day(town, 95))


def _safety(town: Town, day: Day) -> None:
    """Comes from a room and its posts; answered in three weeks, partly carried out since."""
    withdrawal = Motion(
        f"「{TAKEN_BACK.title}」の取下げ",
        f"市がすでに着手したため、「{TAKEN_BACK.title}」を取り下げる。",
        Competence.PROPOSALS,
    )
    found = _adopted(town, [SAFETY], draft_on=day(town, 110), sit_on=day(town, 125), more=[withdrawal])
    with clock.at(day(town, 126)):
        actions.withdraw(
            Proposal.objects.get(title=TAKEN_BACK.title),
            by=acting_chair(Body.objects.get(code=COMMITTEE)),
            resolution=Resolution.objects.get(title=withdrawal.title),
            reason="提出のあと、市が同じ取組を始めたためです。",
        )
    safety = _received(town, found[0], day(town, 128))
    safety = _routed(town, SAFETY, safety, day(town, 131))
    _drafted(town, SAFETY, safety, day(town, 138))
    safety = _published(town, safety, day(town, 146), day(town, 149))
    for number, key, unit, on, progress, text, milestone, due in SAFETY_REPORTS:
        with clock.at(day(town, on)):
            item = safety.items.get(number=number)
            follow_ups.report(
                item,
                by=town.acting(key, unit),
                progress=progress,
                text=text,
                reached=item.milestones.all(),
                next_title=milestone,
                next_due_on=day(town, due),
            )


def _meeting_places(town: Town, day: Day) -> None:
    """With the sections; the city asked for more time and said why."""
    [found] = _adopted(town, [MEETING_PLACES], draft_on=day(town, 148), sit_on=day(town, 163))
    found = _received(town, found, day(town, 169))
    found = _routed(town, MEETING_PLACES, found, day(town, 172))
    _drafted(town, MEETING_PLACES, found, day(town, 179))
    with clock.at(day(town, 181)):
        answers.extend(
            found,
            by=town.acting("secretary"),
            until=max(found.answer_due_on, town.today) + timedelta(days=40),
            reason="会場の一覧に民間の施設も載せるため、施設への確認に時間がかかっています。",
        )


def _last_weeks(town: Town) -> None:
    """What the committee resolved eight days ago stands at every step of the way."""
    today = town.today
    rows = [row for _status, row in ON_THE_WAY]
    found = _adopted(
        town, rows, draft_on=today - timedelta(days=24), sit_on=today - timedelta(days=8), hands_over=False
    )
    for (status, row), proposal in zip(ON_THE_WAY, found, strict=True):
        _walk(town, status, row, proposal)


def _walk(town: Town, status: str, row: Row, proposal: Proposal) -> None:
    today, secretary = town.today, town.acting("secretary")
    if status == S.ADOPTED:
        return
    with clock.at(today - timedelta(days=6)):
        proposal = actions.hand_over(proposal, by=acting_chair(proposal.proposed_by))
    if status == S.HANDED_OVER:
        return
    with clock.at(today - timedelta(days=5)):
        if status == S.RETURNED:
            reason = "項目2に、どの施設のことかの記載がありません。書き足してください。"
            actions.return_for_correction(proposal, by=secretary, reason=reason)
            return
    proposal = _received(town, proposal, today - timedelta(days=5))
    if status == S.RECEIVED:
        return
    proposal = _routed(town, row, proposal, today - timedelta(days=4))
    _drafted(town, row, proposal, today - timedelta(days=3))
    if status == S.ANSWERED:
        with clock.at(today - timedelta(days=1)):
            answers.answer(proposal, by=town.acting("mayor"))
            actions.note_assembly(proposal, by=secretary, note=FOR_THE_ASSEMBLY, embargo_until=today + WEEK)


def _grades(town: Town) -> None:
    """One section has named who signs its draft answers; the others go by one colleague."""
    section, department = town.body("information-policy"), town.body("planning")
    grades = [("主査", section), ("課長", section), ("部長", department)]
    with clock.at(town.today - timedelta(days=30)):
        answers.set_approval_chain(section, by=town.acting("secretary"), grades=grades)


def _before_the_committee(town: Town) -> None:
    """A draft that lies open for reading, and one that a facilitator has just begun from a room."""
    member = town.acting("member_6", COMMITTEE)
    with clock.at(town.today - timedelta(days=3)):
        actions.lay_open(_draft(town, IN_READING, by=member), by=member)
    with clock.at(town.today - timedelta(days=1)):
        _draft(town, DRAFTED_IN_A_ROOM, by=Acting(town.person("facilitator_other")))


def _draft(town: Town, row: Row, *, by: Acting) -> Proposal:
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


def _adopted(
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
        drafts = [_draft(town, row, by=member) for row in rows]
    with clock.at(draft_on + timedelta(days=1)):
        drafts = [actions.lay_open(draft, by=member) for draft in drafts]
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
            actions.adopt(draft, by=chair, resolution=resolution)
            for draft, resolution in zip(drafts, resolutions, strict=False)
        ]
    if not hands_over:
        return found
    with clock.at(sit_on + timedelta(days=2)):
        return [actions.hand_over(proposal, by=chair) for proposal in found]


def _received(town: Town, proposal: Proposal, on: date) -> Proposal:
    with clock.at(on):
        return actions.receive(proposal, by=town.acting("secretary"))


def _routed(town: Town, row: Row, proposal: Proposal, on: date) -> Proposal:
    with clock.at(on):
        pairs = list(zip(proposal.items.all(), row.items, strict=True))
        return actions.route(
            proposal,
            by=town.acting("secretary"),
            units={item.pk: town.body(told.unit) for item, told in pairs},
            cooperating={item.pk: [town.body(code) for code in told.cooperating] for item, told in pairs},
        )


def _drafted(town: Town, row: Row, proposal: Proposal, on: date) -> None:
    """Drafted by a section, agreed to by those that cooperate, approved by its head."""
    with clock.at(on):
        for item, told in zip(proposal.items.all(), row.items, strict=True):
            if told.answer is None:
                continue
            result, text, reason = told.answer
            by = town.acting(told.author, told.unit)
            draft = answers.draft(item, by=by, result=result, text=text, reason=reason)
            for code in told.cooperating:
                answers.concur(draft, by=Acting(town.body(code).members_on()[0], town.body(code)))
            answers.approve(draft, by=town.acting(HEADS[told.author], told.unit))


def _published(town: Town, proposal: Proposal, answered: date, published: date) -> Proposal:
    with clock.at(answered):
        proposal = answers.answer(proposal, by=town.acting("mayor"))
    with clock.at(published):
        return answers.publish(proposal, by=town.acting("secretary"))


def _in_a_team(town: Town) -> None:
    """A section with teams says which of them works on an item it has to answer."""
    by = town.acting("planner_chief", "planning-section")
    item = ProposalItem.objects.filter(unit=by.body, proposal__status=S.ROUTED).order_by("pk").first()
    with clock.at(town.today - timedelta(days=2)):
        hand_to_team(item, by=by, team=by.body.teams.get())
