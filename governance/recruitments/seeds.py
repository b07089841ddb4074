"""How the demo town finds its members: a call, applications online and on paper, two selectors, the mayor."""

from datetime import timedelta

from governance.applications import actions as applications
from governance.applications.models import SeatApplication
from governance.committees.models import CommitteeTerm
from governance.recruitments import actions as recruitments
from governance.recruitments import tasks as windows
from governance.recruitments.models import Recruitment
from governance.seed_tables import AREAS, CALL, MOTIVES, ON_PAPER, PLANS
from governance.selections import actions as selections
from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.seeds import Town

BANDS = ["30s", "60s", "40s", "50s", "from_70", "under_30", "40s", ""]
GENDERS = ["female", "male", "female", "male", ""]
ACTIVITIES = ["active", "not_yet", "active", ""]


def seed_recruitment(
    town: Town, term: CommitteeTerm, keys: list[str], chosen: list[str]
) -> list[SeatApplication]:
    """The whole way to those who accepted a seat, in the order they were asked."""
    recruitment = call(town, term, seats=15)
    found = [apply(town, recruitment, order, key) for order, key in enumerate(keys)]
    with clock.at(recruitment.closes_on + timedelta(days=1)):
        windows.open_and_close()
    with clock.at(recruitment.closes_on + timedelta(days=20)):
        rows = dict(zip(keys, found, strict=True))
        accepted = [_selected(town, rows[key]) for key in chosen]
        for key in keys:
            if key not in chosen:
                _not_selected(town, rows[key])
    return accepted


def call(town: Town, term: CommitteeTerm, seats: int) -> Recruitment:
    """Planned and announced today; it accepts applications from two weeks later on."""
    with clock.at(term.starts_on - timedelta(days=100)):
        recruitment = recruitments.plan(
            term,
            by=town.acting("secretary"),
            seats=seats,
            opens_on=clock.today() + timedelta(days=14),
            closes_on=clock.today() + timedelta(days=35),
            **CALL,
        )
        recruitments.announce(recruitment, by=town.acting("secretary"))
    with clock.at(recruitment.opens_on):
        windows.open_and_close()
    return recruitment


def apply(town: Town, recruitment: Recruitment, order: int, key: str) -> SeatApplication:
    """One person applies; some bring a sheet of paper to the counter."""
    person = town.person(key)
    words = {
        "connection": person.connections.get().kind,
        "uses_internet": True,
        "motives": MOTIVES[order % len(MOTIVES)],
        "answers": {CALL["asked_items"][0]["label"]: PLANS[order % len(PLANS)]},
        "age_band": BANDS[order % len(BANDS)],
        "gender": GENDERS[order % len(GENDERS)],
        "area": AREAS[order % len(AREAS)],
        "local_activity": ACTIVITIES[order % len(ACTIVITIES)],
    }
    with clock.at(recruitment.opens_on + timedelta(days=order)):
        if key not in ON_PAPER:
            return applications.submit(recruitment, by=Acting(person), **words)
        return applications.enter(
            recruitment,
            by=town.acting("secretary"),
            email=person.email,
            display_name=person.display_name,
            received_on=clock.today(),
            **words,
        )


def judged(town: Town, application: SeatApplication, score: int) -> None:
    """面談と評価: one selector talks with the applicant, two of them score."""
    selectors = [town.acting("secretary_chief"), town.acting("secretary")]
    selections.interview(
        application,
        by=selectors[0],
        interviewed_on=clock.today(),
        note="面談では、応募の動機と会議に出られる曜日を伺った。",
    )
    for selector in selectors:
        selections.assess(
            application, by=selector, score=score, note="話し合いの進め方について考えを持っている。"
        )


def _selected(town: Town, application: SeatApplication) -> SeatApplication:
    judged(town, application, 4)
    selections.recommend(
        application, by=town.acting("secretary_chief"), assessment="面談済み。会議室の運営に意欲がある。"
    )
    selections.select(application, by=town.acting("mayor"))
    return applications.accept(application, by=Acting(application.applicant))


def _not_selected(town: Town, application: SeatApplication) -> None:
    judged(town, application, 3)
    selections.set_aside(
        application, by=town.acting("secretary_chief"), assessment="面談済み。次の機会に期待する。"
    )
    selections.decline(application, by=town.acting("mayor"))
