"""The demo town's committee: two terms, their meetings and resolutions, themes and rooms, performed as verbs.

The calendar counts days from the first day of the fifth term, so that numbers and days agree:
10 first meeting · 30–55 room rules · 60 themes · 80 rooms open · 120–175 proposals · after today: next meeting.
"""

from datetime import date, timedelta

from governance.amendments.seeds import seed_rule_changes
from governance.committees import actions as committees
from governance.committees.models import CommitteeTerm
from governance.honoraria import actions as honoraria
from governance.meetings.models import Meeting
from governance.popolo.seeds import seed_history
from governance.proposals.seeds import seed_proposals
from governance.recruitments import actions as recruitments
from governance.recruitments.seeds import seed_recruitment
from governance.resolutions.lifecycle import Competence
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
from governance.sittings import Motion, Sitting, announced, sit
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
    _offices(town, fourth, FOURTH_TERM_OFFICES)
    seed_archives(town, fourth.starts_on)
    _turn_the_term(fifth)
    _offices(town, fifth, OFFICES)
    _honoraria_of_last_year(town, fifth)
    _first_meeting(town)
    seed_rules(town, day)
    seed_themes(town, day)
    seed_proposals(town, day)
    seed_rule_changes(town, day)
    seed_violations(town)
    seed_history(town)
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


def _offices(town: Town, term: CommitteeTerm, offices: dict[str, OfficeKind]) -> None:
    with clock.at(term.starts_on):
        terms.begin_and_expire()
    with clock.at(term.starts_on + timedelta(days=10)):
        for key, kind in offices.items():
            seat = term.seats.get(person=town.person(key))
            seats.choose(seat, by=member(town, key), kind=kind)


def _honoraria_of_last_year(town: Town, fifth: CommitteeTerm) -> None:
    """The list of the fourth term's last year: drawn up, checked by a colleague, approved, paid."""
    secretary, chief, mayor = town.acting("secretary"), town.acting("secretary_chief"), town.acting("mayor")
    with clock.at(fifth.starts_on + timedelta(days=8)):
        drawn_up = honoraria.draft(fifth.body, by=secretary, fiscal_year=fifth.starts_on.year - 1)
        drawn_up = honoraria.check(drawn_up, by=chief)
        drawn_up = honoraria.approve(drawn_up, by=mayor)
    with clock.at(fifth.starts_on + timedelta(days=29)):
        honoraria.pay(drawn_up, by=secretary, paid_on=clock.today())


def _first_meeting(town: Town) -> None:
    motion = Motion("第5期の運営方針", POLICY, Competence.PLANNING)
    sit(
        committee(town),
        Sitting(
            title="第5期 第1回運営委員会",
            on=day(town, 10),
            agenda="委員長・副委員長の選出\n第5期の運営方針\n公開会議室の進め方",
            motions=[motion],
            minutes="委員の互選により委員長1人、副委員長2人を選出した。\n"
            "事務局から前期の活動と会議室の利用状況について説明があった。\n"
            "第5期の運営方針について話し合い、全員の賛成で決議した。\n"
            "今後の会議は、会議室上の公開会議室でも議事を公開しながら進めることを確認した。",
        ),
    )


def _next_meeting(town: Town) -> Meeting:
    """A meeting that is still to come, so that the announcement can be seen."""
    term = CommitteeTerm.objects.get(body=committee(town), number=5)
    with clock.at(town.today - timedelta(days=2)):
        return announced(
            term,
            Sitting(
                title="第5期 運営委員会(次回)",
                on=town.today + timedelta(days=12),
                agenda="市民から提起されたテーマの検討\n市役所エリア会議室の進行状況\n市民まつりでのPRについて",
            ),
        )


def _two_years_before(starts_on: date) -> date:
    return date(starts_on.year - 2, 4, 1)
