"""A committee with seats and offices, and what it resolved; every status is reached by performing verbs."""

from datetime import date, timedelta

from governance.applications import actions as applications
from governance.applications.models import SeatApplication
from governance.committees import actions as committees
from governance.committees.models import CommitteeTerm
from governance.offices import actions as offices
from governance.recruitments import actions as recruitments
from governance.recruitments.models import Recruitment
from governance.resolutions.lifecycle import Competence
from governance.resolutions.models import Resolution
from governance.seats import actions as seats
from governance.seats.lifecycle import OfficeKind
from governance.seats.models import Seat
from governance.selections import actions as selections
from governance.sittings import acting_secretariat, adopt
from portal.foundation import clock, parameters
from portal.foundation.acting import Acting
from residents.models import Body, User
from residents.roles.holdings import holders, people_holding
from residents.seeds import person

from .kept import kept

GUIDELINE = {
    "committee.max_members": 15,
    "committee.term_years": 2,
    "committee.chairs": 1,
    "committee.vice_chairs": 2,
    "application.retention_days": 365,
    "committee.term_reminder_days": 90,
}
COMMITTEE_RULE = {
    "committee.office_choice": "mutual_election",
    "committee.quorum": "more_than_half",
    "committee.voting_rule": "majority_of_present",
    "committee.casting_vote": "chair",
    "meeting.notice_days": 7,
}
LONG_AGO = date(2001, 4, 1)


@kept
def set_numbers(*, guideline: bool = True, committee_rule: bool = True, **more) -> None:
    """The numbers of the guideline, and those a rule of the committee has settled."""
    mayor = acting_mayor()
    values = {**(GUIDELINE if guideline else {}), **(COMMITTEE_RULE if committee_rule else {})}
    for name, value in {**values, **{k.replace("__", "."): v for k, v in more.items()}}.items():
        parameters.set_value(name, value, valid_from=LONG_AGO, basis="test", by=mayor)


def acting_mayor() -> Acting:
    return Acting(people_holding("mayor.decide")[0], holders("mayor.decide")[0])


def steering_committee() -> Body:
    return Body.objects.get(code="steering-committee")


def a_term(number: int = 5, starts_on: date | None = None) -> CommitteeTerm:
    """A term that begins today unless told otherwise."""
    return committees.open_term(
        steering_committee(),
        by=acting_secretariat(),
        number=number,
        starts_on=starts_on or clock.today(),
        target_seats=15,
    )


def a_recruitment(term: CommitteeTerm, seats: int = 15) -> Recruitment:
    """An announced recruitment that accepts applications today."""
    by = acting_secretariat()
    recruitment = recruitments.plan(
        term,
        by=by,
        seats=seats,
        opens_on=clock.today(),
        closes_on=clock.today() + timedelta(days=21),
        duties="会議室全体の企画・運営",
        selection_method="書類と面談",
        required_items="応募の動機",
        remuneration="年額3万円(通信費実費相当)",
        how_to_apply="この画面、または窓口・郵送",
    )
    return recruitments.announce(recruitment, by=by)


def an_application(recruitment: Recruitment, applicant: User) -> SeatApplication:
    return applications.submit(
        recruitment,
        by=Acting(applicant),
        connection="residence",
        uses_internet=True,
        motives="会議室の話し合いを広げたい。",
    )


def acting_selectors() -> list[Acting]:
    body = holders("committee.selection")[0]
    return [Acting(person, body) for person in people_holding("committee.selection").order_by("email")]


def an_assessed_application(recruitment: Recruitment, applicant: User) -> SeatApplication:
    """Interviewed, and scored by two selectors."""
    application = an_application(recruitment, applicant)
    first, second = acting_selectors()[:2]
    application = selections.interview(application, by=first, interviewed_on=clock.today(), note="面談した。")
    for selector in (first, second):
        selections.assess(application, by=selector, score=4, note="意欲がある。")
    return SeatApplication.objects.get(pk=application.pk)


def a_selected_application(recruitment: Recruitment, applicant: User) -> SeatApplication:
    """Recommended by two selectors, selected by the mayor, and willing."""
    application = an_assessed_application(recruitment, applicant)
    application = selections.recommend(application, by=acting_secretariat(), assessment="面談済み")
    application = selections.select(application, by=acting_mayor())
    return applications.accept(application, by=Acting(applicant))


def a_seat(recruitment: Recruitment, applicant: User) -> Seat:
    application = a_selected_application(recruitment, applicant)
    return seats.commission(
        recruitment.term,
        by=acting_mayor(),
        application=application,
        letter_number=f"第{recruitment.term.number}期-{application.pk}"[:40],
    )


@kept
def a_committee_in_office(keys: tuple[str, ...] = ("chair", "vice_chair_1", "member_1")) -> CommitteeTerm:
    """A term with a seat for each key; the mayor appointed the first as chair, and the vice-chairs.

    From now on the members elect by resolution, as the rule of the demo committee says.
    """
    set_numbers()
    term = a_term()
    recruitment = a_recruitment(term)
    found = {key: a_seat(recruitment, person(key)) for key in keys}
    set_numbers(guideline=False, committee_rule=False, committee__office_choice="appointment")
    offices.choose(found[keys[0]], by=acting_mayor(), kind=OfficeKind.CHAIR)
    for key in keys:
        if key.startswith("vice"):
            offices.choose(found[key], by=acting_mayor(), kind=OfficeKind.VICE_CHAIR)
    set_numbers(guideline=False)
    return term


def an_election(seat: Seat, kind: OfficeKind = OfficeKind.CHAIR) -> Resolution:
    """The committee elects one of its members: adopted today, to be put into effect by ``choose``."""
    words = f"委員の互選により、{kind.label}に{seat.person}委員を選出する。"
    return adopt(seat.term.body, f"{kind.label}の選出", words, Competence.OTHER, clock.today())


def an_adopted_resolution(
    title: str = "会議室のルールを改める",
    competence: Competence = Competence.RULES,
    text: str = "会議室のルールを改めることを決議する。",
) -> Resolution:
    """A resolution of the committee in office, adopted today."""
    return adopt(steering_committee(), title, text, competence, clock.today())
