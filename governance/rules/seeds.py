"""The demo town's rules, performed as verbs by those who may: what binds, what waits, what is past."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from governance.demo import guideline, guideline_supplements, guideline_text
from governance.resolutions.lifecycle import Competence
from governance.sittings import Motion, Sitting, acting_chair, sit
from portal.foundation import clock
from residents.models import Body
from residents.seeds import Town

from . import actions, seed_texts, tasks
from .lifecycle import InstrumentType, VersionKind
from .models import CitedInstrument, Rule, RuleVersion
from .notation import parse
from .provisions import Text

Day = Callable[[Town, int], date]


def seed_rules(town: Town, day: Day) -> None:
    """The guideline with its three dates, the rule it abolished, and the committee's room rules."""
    if Rule.objects.exists():
        return
    _guideline(town)
    _old_rule(town)
    _room_rules(town, day)


def _guideline(town: Town) -> None:
    """Entered by the secretariat as the source prints it; the texts of 2001 and 2003 are not preserved."""
    secretary, mayor = town.acting("secretary"), town.acting("mayor")
    source, supplements = guideline(), guideline_supplements()
    first, second, third = sorted(supplements)
    note = "附則のみが残っており、本文は資料に印刷されていません。"
    with clock.at(date.fromisoformat(first)):
        experiment = actions.transcribe(
            by=secretary,
            slug="experiment-guideline",
            title=source["versions"][0]["abolishes"]["title"],
            instrument_type=InstrumentType.GUIDELINE,
            enacted_by=town.body("mayor"),
            versions=[
                RuleVersion(
                    kind=VersionKind.ENACTMENT,
                    effective_from=date.fromisoformat(source["versions"][0]["abolishes"]["dated"]),
                    note="本文は資料に残っていません。",
                )
            ],
        )
        rule = actions.transcribe(
            by=secretary,
            slug="guideline",
            title=source["instrument"]["title"],
            instrument_type=InstrumentType.GUIDELINE,
            enacted_by=town.body("mayor"),
            versions=[_version(VersionKind.ENACTMENT, first, supplements, note)],
        )
        actions.cite(
            rule.latest,
            by=secretary,
            provision="suppl-p2",
            label="附則第2項",
            instrument=CitedInstrument(
                title=experiment.title, number="平成9年7月1日", dated_on=date(1997, 7, 1), rule=experiment
            ),
        )
        actions.abolish(
            experiment,
            by=mayor,
            reason="市民電子会議室を本格的に実施するためです。",
            ends_on=clock.today(),
            reference="附則第2項",
            abolished_by=rule,
        )
    with clock.at(date.fromisoformat(second)):
        version = _version(VersionKind.PARTIAL_AMENDMENT, second, supplements, note)
        actions.transcribe_version(rule, by=secretary, version=version)
    with clock.at(date.fromisoformat(third)):
        version = _version(VersionKind.PARTIAL_AMENDMENT, third, supplements, "", guideline_text())
        version = actions.transcribe_version(rule, by=secretary, version=version)
        for provision, label, title, number, remark in seed_texts.GUIDELINE_CITATIONS:
            cited = CitedInstrument(title=title, number=number, remark=remark, abolished_on=date(2023, 4, 1))
            actions.cite(version, by=secretary, provision=provision, label=label, instrument=cited)
    with clock.at(date(2006, 1, 17)):
        planned = source["planned_amendment"]
        actions.announce_amendment(
            rule,
            by=secretary,
            expected_month=date.fromisoformat(f"{planned['expected_month']}-01"),
            remark=planned["remark"].lstrip("※"),
        )


def _version(kind: str, on: str, supplements: dict, note: str, text: Text | None = None) -> RuleVersion:
    return RuleVersion(
        kind=kind,
        effective_from=date.fromisoformat(on),
        text=text.to_json() if text else None,
        supplement=supplements[on].to_json(),
        note=note,
    )


def _old_rule(town: Town) -> None:
    with clock.at(date(2003, 6, 1)):
        actions.transcribe(
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


def committee() -> Body:
    return Body.objects.get(code="steering-committee")
