"""The demo town's rules, performed as verbs by those who may: what binds, what waits, what is past."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from governance.resolutions.lifecycle import Competence
from governance.seed_tables import CITY_DIRECTIVE
from governance.sittings import Motion, Sitting, acting_chair, sit
from portal.foundation import clock
from residents.models import Body
from residents.seeds import Town

from . import actions, seed_guideline, seed_texts, tasks, transcriptions
from .lifecycle import InstrumentType, VersionKind
from .models import Rule, RuleVersion
from .notation import parse

Day = Callable[[Town, int], date]


def seed_rules(town: Town, day: Day) -> None:
    """The guideline with its three dates, the rule it abolished, and the committee's room rules."""
    if Rule.objects.exists():
        return
    seed_guideline.perform(town)
    _old_rule(town)
    _mayors_rule(town, day)
    _room_rules(town, day)
    _violation_rules(town, day)


def _old_rule(town: Town) -> None:
    with clock.at(date(2003, 6, 1)):
        transcriptions.transcribe(
            by=town.acting("secretary"),
            slug="offline-meetings",
            title=seed_texts.OLD_RULE,
            instrument_type=InstrumentType.ROOM_RULE,
            enacted_by=committee(),
            versions=[
                RuleVersion(
                    kind=VersionKind.ENACTMENT,
                    effective_from=date(2003, 6, 1),
                    text=parse(seed_texts.OLD_RULE_TEXT).to_json(),
                )
            ],
        )


def _mayors_rule(town: Town, day: Day) -> None:
    """第16条: what the guideline leaves to the mayor, with the days the city has promised."""
    with clock.at(day(town, 12)):
        rule = actions.propose(
            by=town.acting("secretary"),
            instrument_type=InstrumentType.DELEGATED,
            slug="proposal-handling",
            title=CITY_DIRECTIVE,
            text=parse(seed_texts.MAYORS_RULE_TEXT),
            delegated_from=Rule.objects.get(slug="guideline"),
            delegating_provision="art-16",
            reason="提言を受けてから回答するまでの日数を、市民に約束するためです。",
        )
    with clock.at(day(town, 14)):
        actions.enact(
            rule,
            by=town.acting("mayor"),
            effective_from=day(town, 18),
            reference="市長決裁(デモ)第4号",
            transitional="施行の日より前に受け付けた提言については、なお従前の例による。",
            numbers=seed_texts.MAYORS_NUMBERS,
        )
    with clock.at(day(town, 18)):
        tasks.follow_the_calendar()


def _room_rules(town: Town, day: Day) -> None:
    """The shipped draft, its open places filled in by the committee, enacted by resolution."""
    with clock.at(day(town, 20)):
        rule = actions.propose(
            by=town.acting("secretary"),
            instrument_type=InstrumentType.ROOM_RULE,
            slug="room-rules",
            title=seed_texts.ROOM_RULES,
            text=parse(seed_texts.room_rules_as_enacted()),
            reason="会議室を安心して使えるように、発言の基本と禁止事項、休眠と閉鎖の期間を定めます。",
        )
    motion = Motion(
        f"「{rule.title}」の制定",
        f"実施要領第9条第4号に基づき、「{rule.title}」を別紙案のとおり制定する。",
        Competence.RULES,
        against=1,
    )
    sitting = Sitting(title="第5期 第2回運営委員会(利用ルール)", on=day(town, 30), motions=[motion])
    resolution = sit(committee(), sitting)[0]
    with clock.at(day(town, 31)):
        actions.enact(
            rule,
            by=acting_chair(committee()),
            resolution=resolution,
            effective_from=day(town, 45),
            numbers={"room.inactivity_days": 180, "room.closure_grace_days": 30},
            reason="案に○で示された期間を、委員会で話し合って定めました。",
        )
    with clock.at(day(town, 45)):
        tasks.follow_the_calendar()


def _violation_rules(town: Town, day: Day) -> None:
    """How violations are dealt with: the second shipped draft, enacted on its own."""
    with clock.at(day(town, 36)):
        rule = actions.propose(
            by=town.acting("secretary"),
            instrument_type=InstrumentType.ROOM_RULE,
            slug="violation-rules",
            title=seed_texts.VIOLATION_RULES,
            text=parse(seed_texts.violation_rules_as_enacted()),
            reason="違反への対応の手順、措置の段階、意見の聴取と異議の申出を定めます。",
        )
    motion = Motion(
        f"「{rule.title}」の制定",
        f"実施要領第9条第4号に基づき、「{rule.title}」を別紙案のとおり制定する。",
        Competence.RULES,
    )
    sitting = Sitting(title="第5期 第3回運営委員会(違反への対応)", on=day(town, 50), motions=[motion])
    resolution = sit(committee(), sitting)[0]
    with clock.at(day(town, 51)):
        actions.enact(
            rule,
            by=acting_chair(committee()),
            resolution=resolution,
            effective_from=day(town, 55),
            numbers=seed_texts.VIOLATION_NUMBERS,
            reason="案に○で示された日数と回数を、委員会で話し合って定めました。",
        )
    with clock.at(day(town, 55)):
        tasks.follow_the_calendar()


def committee() -> Body:
    return Body.objects.get(code="steering-committee")
