"""Rules in every status, reached by performing the verbs."""

from datetime import date, timedelta

from governance.demo import guideline_supplements, guideline_text
from governance.resolutions.lifecycle import Competence
from governance.rules import actions, transcriptions
from governance.rules.lifecycle import NEVER_IN_FORCE, InstrumentType, RuleStatus, VersionKind
from governance.rules.models import Rule, RuleVersion
from governance.rules.notation import parse
from governance.rules.texts import Text
from governance.seats.models import Seat
from governance.sittings import acting_chair, acting_secretariat, adopt
from portal.foundation import clock
from portal.foundation.acting import CLOCK, Acting
from residents.models import Body

from . import governance
from .kept import kept

TITLE = "会議室利用ルール"
TEXT = """(目的)
第1条 このルールは、安心して話し合うためのものとする。
(禁止事項)
第2条 次に掲げる発言をしてはならない。
(1) 人を傷つけるもの
(2) 営利を目的とするもの
(休眠)
第3条 6か月の間、発言がない会議室は、休眠とする。
2 休眠とした会議室は、閉鎖することができる。
"""


def room_rule_text() -> Text:
    return parse(TEXT)


def committee() -> Body:
    return governance.steering_committee()


def acting_member() -> Acting:
    """Somebody of the committee in office who is not its chair."""
    chair = acting_chair(committee())
    seat = Seat.objects.of_body(committee()).on(clock.today()).exclude(person=chair.person).first()
    return Acting(seat.person, committee())


def a_resolution(title: str = f"{TITLE}を定める", competence: Competence = Competence.RULES):
    return adopt(committee(), title, f"{title}ことを決議する。", competence, clock.today())


def a_draft(slug: str = "room-rule", title: str = TITLE, text: Text | None = None) -> Rule:
    return actions.propose(
        by=acting_secretariat(),
        instrument_type=InstrumentType.ROOM_RULE,
        slug=slug,
        title=title,
        text=text or room_rule_text(),
        reason="安心して話し合うために必要です。",
    )


@kept
def an_enacted_rule(
    effective_from: date | None = None, numbers: dict | None = None, lapses_on: date | None = None, **fields
) -> Rule:
    """Enacted by resolution today; in force at once unless another day is given."""
    rule = a_draft(**fields)
    actions.enact(
        rule,
        by=acting_chair(committee()),
        resolution=a_resolution(f"{rule.title}を定める"),
        effective_from=effective_from or clock.today(),
        numbers=numbers or {},
        lapses_on=lapses_on,
    )
    return reloaded(rule)


@kept
def an_ending_rule(ends_on: date, **fields) -> Rule:
    """Abolished by resolution; binds until the day before."""
    rule = an_enacted_rule(**fields)
    actions.abolish(
        rule,
        by=acting_chair(committee()),
        resolution=a_resolution(f"{rule.title}を廃止する"),
        reason="新しいルールにまとめるためです。",
        ends_on=ends_on,
    )
    return reloaded(rule)


@kept
def an_amended_rule(effective_from: date, rule: Rule | None = None, **decision) -> Rule:
    """Six months become twelve from a day on."""
    rule = rule or an_enacted_rule()
    actions.amend(
        rule,
        by=acting_chair(committee()),
        text=parse(TEXT.replace("6か月", "12か月")),
        resolution=a_resolution(f"{rule.title}を改める"),
        effective_from=effective_from,
        **decision,
    )
    return reloaded(rule)


def a_lapsed_rule(lapses_on: date) -> Rule:
    """It said itself how long it would bind."""
    rule = an_enacted_rule(lapses_on=lapses_on)
    with clock.at(lapses_on):
        actions.lapse(rule, by=CLOCK)
    return reloaded(rule)


def a_rule_under_the_guideline(by: Acting, parent: Rule | None = None) -> Rule:
    """第16条: what the mayor lays down in detail, as a draft."""
    return actions.propose(
        by=by,
        instrument_type=InstrumentType.DELEGATED,
        delegated_from=parent or the_guideline(),
        delegating_provision="art-16",
        slug="details",
        title="会議室の運用の細目",
        text=parse("第1条 会議室の画面は、市長が定める。"),
        reason="細かなことを定める必要があるためです。",
    )


def a_rule_in(status: str) -> Rule:
    """A room rule in any status."""
    tomorrow = clock.today() + timedelta(days=1)
    if status == RuleStatus.PROPOSED:
        return a_draft()
    if status == RuleStatus.ENACTED:
        return an_enacted_rule(effective_from=tomorrow)
    if status == RuleStatus.IN_FORCE:
        return an_enacted_rule()
    if status == RuleStatus.LAPSED:
        return a_lapsed_rule(tomorrow)
    if status in NEVER_IN_FORCE:
        return _never_in_force(status, tomorrow)
    rule = an_ending_rule(tomorrow)
    if status == RuleStatus.ABOLISHED:
        with clock.at(tomorrow):
            actions.end(rule, by=CLOCK)
    return reloaded(rule)


def _never_in_force(status: str, tomorrow: date) -> Rule:
    if status == RuleStatus.REPEALED:
        rule = an_enacted_rule(effective_from=tomorrow)
        said = {"by": acting_chair(committee()), "reason": "準備が間に合わないためです。"}
        actions.repeal(rule, resolution=a_resolution(f"{TITLE}の制定を取りやめる"), **said)
    elif status == RuleStatus.REJECTED:
        rule = a_draft()
        said = {"by": acting_chair(committee()), "reason": "今のルールで足りるためです。"}
        actions.reject(rule, resolution=a_resolution(f"{TITLE}を定めない"), **said)
    else:
        rule = a_draft()
        actions.withdraw(rule, by=acting_secretariat(), reason="書き直します。")
    return reloaded(rule)


@kept
def the_guideline() -> Rule:
    """藤沢市市民電子会議室実施要領 with its three dates; only the last version has a text."""
    supplements = guideline_supplements()
    days = sorted(supplements)
    versions = [
        RuleVersion(
            kind=VersionKind.ENACTMENT if day == days[0] else VersionKind.PARTIAL_AMENDMENT,
            effective_from=date.fromisoformat(day),
            text=guideline_text().to_json() if day == days[-1] else None,
            supplement=supplements[day].to_json(),
        )
        for day in days
    ]
    return transcriptions.transcribe(
        by=acting_secretariat(),
        slug="guideline",
        title="藤沢市市民電子会議室実施要領",
        instrument_type=InstrumentType.GUIDELINE,
        enacted_by=Body.objects.get(code="mayor"),
        versions=versions,
    )


def the_experiment() -> Rule:
    """市民電子会議室実験実施要領: the instrument of 1997 that the guideline abolished."""
    return transcriptions.transcribe(
        by=acting_secretariat(),
        slug="experiment",
        title="市民電子会議室実験実施要領",
        instrument_type=InstrumentType.GUIDELINE,
        enacted_by=Body.objects.get(code="mayor"),
        versions=[RuleVersion(kind=VersionKind.ENACTMENT, effective_from=date(1997, 7, 1))],
    )


def reloaded(rule: Rule) -> Rule:
    return Rule.objects.with_versions().get(pk=rule.pk)
