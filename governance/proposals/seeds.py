"""The demo town's proposals: one in every status, one of them late, two on their way and one carried out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from governance.answers import actions as answers
from governance.follow_ups import actions as follow_ups
from governance.resolutions.lifecycle import Competence
from governance.resolutions.models import Resolution
from governance.sittings import Motion, acting_chair
from governance.teams.actions import hand_to_team
from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.models import Body
from residents.seeds import Town

from . import actions
from .lifecycle import Progress
from .lifecycle import ProposalStatus as S
from .models import Proposal, ProposalItem
from .seed_on_the_way import ON_THE_WAY
from .seed_steps import COMMITTEE, adopted, draft, drafted, published, received, routed
from .seed_tables import (
    CARRIED_OUT,
    DRAFTED_IN_A_ROOM,
    IN_READING,
    LATE,
    MEETING_PLACES,
    SAFETY,
    SAFETY_REPORTS,
    TAKEN_BACK,
    Row,
)

Day = Callable[[Town, int], date]
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
    done, back, late = adopted(town, rows, draft_on=day(town, 36), sit_on=day(town, 51))
    done = received(town, done, day(town, 56))
    done = routed(town, CARRIED_OUT, done, day(town, 58))
    drafted(town, CARRIED_OUT, done, day(town, 70))
    done = published(town, done, day(town, 82), day(town, 84))
    with clock.at(day(town, 150)):
        text = "申込書を1枚にまとめ、窓口とこのポータルで配り始めました。"
        item, by = done.items.get(), town.acting("planner_author", "planning-section")
        follow_ups.report(item, by=by, progress=Progress.DONE, text=text)
    with clock.at(day(town, 152)):
        follow_ups.conclude(done, by=town.acting("secretary"))
    received(town, back, day(town, 57))
    late = received(town, late, day(town, 57))
    late = routed(town, LATE, late, day(town, 60))
    drafted(town, LATE, late, day(town, 95))


def _safety(town: Town, day: Day) -> None:
    """Comes from a room and its posts; answered in three weeks, partly carried out since."""
    withdrawal = Motion(
        f"「{TAKEN_BACK.title}」の取下げ",
        f"市がすでに着手したため、「{TAKEN_BACK.title}」を取り下げる。",
        Competence.PROPOSALS,
    )
    found = adopted(town, [SAFETY], draft_on=day(town, 110), sit_on=day(town, 125), more=[withdrawal])
    with clock.at(day(town, 126)):
        actions.withdraw(
            Proposal.objects.get(title=TAKEN_BACK.title),
            by=acting_chair(Body.objects.get(code=COMMITTEE)),
            resolution=Resolution.objects.get(title=withdrawal.title),
            reason="提出のあと、市が同じ取組を始めたためです。",
        )
    safety = received(town, found[0], day(town, 128))
    safety = routed(town, SAFETY, safety, day(town, 131))
    drafted(town, SAFETY, safety, day(town, 138))
    safety = published(town, safety, day(town, 146), day(town, 149))
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
    [found] = adopted(town, [MEETING_PLACES], draft_on=day(town, 148), sit_on=day(town, 163))
    found = received(town, found, day(town, 169))
    found = routed(town, MEETING_PLACES, found, day(town, 172))
    drafted(town, MEETING_PLACES, found, day(town, 179))
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
    found = adopted(
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
    proposal = received(town, proposal, today - timedelta(days=5))
    if status == S.RECEIVED:
        return
    proposal = routed(town, row, proposal, today - timedelta(days=4))
    drafted(town, row, proposal, today - timedelta(days=3))
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
        actions.lay_open(draft(town, IN_READING, by=member), by=member)
    with clock.at(town.today - timedelta(days=1)):
        draft(town, DRAFTED_IN_A_ROOM, by=Acting(town.person("facilitator_other")))


def _in_a_team(town: Town) -> None:
    """A section with teams says which of them works on an item it has to answer."""
    by = town.acting("planner_chief", "planning-section")
    item = ProposalItem.objects.filter(unit=by.body, proposal__status=S.ROUTED).order_by("pk").first()
    with clock.at(town.today - timedelta(days=2)):
        hand_to_team(item, by=by, team=by.body.teams.get())
