"""The demo town's committee: two terms, their meetings and resolutions, themes and rooms, performed as verbs.

The calendar counts days from the first day of the fifth term, so that numbers and days agree:
10 first meeting · 30–55 room rules · 60 themes · 80 rooms open · 120–175 proposals · after today: next meeting.
"""

from datetime import date, datetime, time, timedelta

from governance.advice.seeds import seed_advice
from governance.amendments.seeds import seed_rule_changes
from governance.comment_periods.seeds import comments_on_the_period, seed_open_comments
from governance.committees import actions as committees
from governance.committees.models import CommitteeTerm
from governance.events.seeds import seed_events
from governance.honoraria import actions as honoraria
from governance.issues.seeds import seed_issues
from governance.meetings import actions as meetings
from governance.meetings.models import Meeting
from governance.minutes import actions as minutes
from governance.offices import actions as choosing
from governance.popolo.seeds import seed_history
from governance.proposals.seeds import seed_proposals
from governance.recruitments import actions as recruitments
from governance.recruitments.seeds import seed_recruitment
from governance.resolutions.lifecycle import Competence
from governance.resolutions.models import Resolution
from governance.rights_claims.seeds import seed_rights_claims
from governance.rules.seeds import seed_rules
from governance.seats import actions as seats
from governance.seats import tasks as terms
from governance.seats.lifecycle import OfficeKind
from governance.seed_tables import (
    CITY_RULE,
    COMMITTEE_RULE,
    FIFTH_TERM,
    FOURTH_TERM,
    FOURTH_TERM_OFFICES,
    GUIDELINE,
    NOT_SELECTED,
    OFFICES,
    POLICY,
)
from governance.sittings import Motion, Sitting, announced, confirmed, sit
from governance.themes.seed_archive import seed_archives
from governance.themes.seeds import seed_themes
from governance.violations.seeds import seed_violations
from portal.foundation import clock, parameters
from portal.foundation.acting import Acting
from residents.models import Body
from residents.seeds import Town

GUIDELINE_IN_FORCE = date(2004, 1, 26)
COMMITTEE = "steering-committee"


def seed(town: Town) -> None:
    """Everything this room has to tell; running it again changes nothing."""
    if CommitteeTerm.objects.exists():
        return
    _numbers(town)
    fourth, fifth = _term(town, 4, FOURTH_TERM), _term(town, 5, [*FIFTH_TERM, *NOT_SELECTED])
    _turn_the_term(fourth)
    _elected(town, fourth, FOURTH_TERM_OFFICES, _first_meeting_of_the_fourth(town, fourth))
    seed_archives(town, fourth.starts_on)
    _turn_the_term(fifth)
    _honoraria_of_last_year(town, fifth)
    _elected(town, fifth, OFFICES, _first_meeting(town))
    _its_minutes_are_corrected(town)
    seed_rules(town, day)
    seed_themes(town, day)
    seed_proposals(town, day)
    seed_rule_changes(town, day, comments_on_the_period)
    seed_open_comments(town)
    seed_violations(town)
    seed_rights_claims(town)
    seed_history(town)
    seed_events(town, day)
    seed_issues(town, day)
    seed_advice(town)
    _meeting_of_today(town)
    _next_meeting(town)


def fifth_term_begins(town: Town) -> date:
    """An April first that leaves at least half a year behind it and half a year before its end."""
    fiscal = town.today.year if town.today.month >= 4 else town.today.year - 1
    return date(fiscal, 4, 1) if town.today >= date(fiscal, 10, 1) else date(fiscal - 1, 4, 1)


def day(town: Town, number: int) -> date:
    """The n-th day of the fifth term, in the calendar above."""
    return fifth_term_begins(town) + timedelta(days=number)


def committee(town: Town) -> Body:
    return town.body(COMMITTEE)


def member(town: Town, key: str) -> Acting:
    """A member of the committee, acting for it."""
    return town.acting(key, COMMITTEE)


def _numbers(town: Town) -> None:
    mayor = town.acting("mayor")
    with clock.at(GUIDELINE_IN_FORCE):
        for name, (value, basis) in {**GUIDELINE, **COMMITTEE_RULE, **CITY_RULE}.items():
            parameters.set_value(name, value, valid_from=GUIDELINE_IN_FORCE, basis=basis, by=mayor)


def _term(town: Town, number: int, keys: list[str]) -> CommitteeTerm:
    """公募から委嘱まで: everybody applies, the section assesses, the mayor selects and commissions."""
    starts_on = fifth_term_begins(town) if number == 5 else _two_years_before(fifth_term_begins(town))
    secretary, mayor = town.acting("secretary"), town.acting("mayor")
    with clock.at(starts_on - timedelta(days=100)):
        term = committees.open_term(
            committee(town), by=secretary, number=number, starts_on=starts_on, target_seats=15
        )
    chosen = [key for key in keys if key not in NOT_SELECTED]
    accepted = seed_recruitment(town, term, keys, chosen)
    with clock.at(starts_on - timedelta(days=20)):
        for order, application in enumerate(accepted, start=1):
            seats.commission(
                term, by=mayor, application=application, letter_number=f"第{number}期委嘱第{order}号"
            )
        recruitments.complete(term.recruitments.get(), by=secretary)
    return term


def _turn_the_term(term: CommitteeTerm) -> None:
    """Midnight between two terms: the old seats expire, the new ones begin."""
    with clock.at(term.starts_on):
        terms.begin_and_expire()


def _election(town: Town, offices: dict[str, OfficeKind]) -> Motion:
    """互選: one motion names all whom the members elect."""
    words = "、".join(f"{kind.label}に{town.person(key)}委員" for key, kind in offices.items())
    return Motion("委員長及び副委員長の選出", f"委員の互選により、{words}を選出する。", Competence.OTHER)


def _elected(town: Town, term: CommitteeTerm, offices: dict[str, OfficeKind], resolution: Resolution) -> None:
    """What the first meeting resolved takes effect on the same evening."""
    with clock.at(datetime.combine(resolution.adopted_on or term.starts_on, time(20, 30))):
        for key, kind in offices.items():
            seat = term.seats.get(person=town.person(key))
            choosing.choose(seat, by=member(town, key), kind=kind, resolution=resolution)


def _first_meeting_of_the_fourth(town: Town, term: CommitteeTerm) -> Resolution:
    sitting = Sitting(
        title="第4期 第1回運営委員会",
        on=term.starts_on + timedelta(days=10),
        motions=[_election(town, FOURTH_TERM_OFFICES)],
        minutes="委員長が決まるまでの間、事務局が依頼した委員が議事を進めた。",
    )
    return sit(committee(town), sitting)[0]


def _honoraria_of_last_year(town: Town, fifth: CommitteeTerm) -> None:
    """The list of the fourth term's last year: drawn up, checked by a colleague, approved, paid."""
    secretary, chief, mayor = town.acting("secretary"), town.acting("secretary_chief"), town.acting("mayor")
    with clock.at(fifth.starts_on + timedelta(days=8)):
        drawn_up = honoraria.draft(fifth.body, by=secretary, fiscal_year=fifth.starts_on.year - 1)
        drawn_up = honoraria.check(drawn_up, by=chief)
        drawn_up = honoraria.approve(drawn_up, by=mayor)
    with clock.at(fifth.starts_on + timedelta(days=29)):
        honoraria.pay(drawn_up, by=secretary, paid_on=clock.today())


def _first_meeting(town: Town) -> Resolution:
    motions = [_election(town, OFFICES), Motion("第5期の運営方針", POLICY, Competence.PLANNING)]
    found = sit(
        committee(town),
        Sitting(
            title="第5期 第1回運営委員会",
            on=day(town, 10),
            agenda="委員長・副委員長の選出\n第5期の運営方針\n公開会議室の進め方",
            motions=motions,
            minutes="委員長が決まるまでの間、事務局が依頼した委員が議事を進め、"
            "委員の互選により委員長1人、副委員長2人を選出した。\n"
            "事務局から前期の活動と会議室の利用状況について説明があった。\n"
            "第5期の運営方針について話し合い、全員の賛成で決議した。\n"
            "今後の会議は、会議室上の公開会議室でも議事を公開しながら進めることを確認した。",
        ),
    )
    return found[0]


def _its_minutes_are_corrected(town: Town) -> None:
    """A member notices a mistake in the published minutes; the correction stands beside the first version."""
    meeting = Meeting.objects.get(body=committee(town), term__number=5, number=1)
    secretary = town.acting("secretary")
    text = meeting.minutes_versions.get().text
    with clock.at(day(town, 22)):
        minutes.correct_minutes(
            meeting,
            by=secretary,
            text=text.replace(
                "前期の活動と会議室の利用状況", "前期(第4期)の活動報告と会議室の利用状況、発言数"
            ),
            reason="説明の内容に発言数が漏れていたため(委員からの申出)",
        )
        confirmed(meeting)
        minutes.publish_minutes(meeting, by=secretary)


def _meeting_of_today(town: Town) -> Meeting:
    """A meeting of this evening, which its chair can open."""
    term = CommitteeTerm.objects.get(body=committee(town), number=5)
    with clock.at(town.today - timedelta(days=10)):
        return announced(
            term,
            Sitting(
                title="第5期 運営委員会(利用ルールの見直し)",
                on=town.today,
                agenda="市民電子会議室利用ルールについて寄せられた意見\n会議室の利用状況の報告",
            ),
        )


def _next_meeting(town: Town) -> Meeting:
    """A meeting that is still to come and has moved to another place since it was announced."""
    term = CommitteeTerm.objects.get(body=committee(town), number=5)
    with clock.at(town.today - timedelta(days=4)):
        meeting = announced(
            term,
            Sitting(
                title="第5期 運営委員会(次回)",
                on=town.today + timedelta(days=12),
                agenda="市民から提起されたテーマの検討\n市役所エリア会議室の進行状況\n市民まつりでのPRについて",
            ),
        )
    with clock.at(town.today - timedelta(days=2)):
        return meetings.revise(
            meeting,
            by=town.acting("secretary"),
            reason="会議室の都合により、会場を変更します。",
            place="市民センター 2階 第一会議室",
        )


def _two_years_before(starts_on: date) -> date:
    return date(starts_on.year - 2, 4, 1)
