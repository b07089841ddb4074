"""How the demo town's committee sits: whole meetings performed verb by verb, for seeds and tests."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from governance.committees.models import CommitteeTerm
from governance.meetings import actions as meetings
from governance.meetings.models import Meeting
from governance.minutes import actions as minutes
from governance.resolutions import actions as resolutions
from governance.resolutions.lifecycle import Choice, Competence, RecusalGround, VoteMethod
from governance.resolutions.models import Resolution
from governance.seats.models import Office, Seat
from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.models import Body
from residents.roles.holdings import holders, people_holding

EVENING = time(19, 0)


@dataclass
class Motion:
    """One thing to be decided: everybody present votes for it, but for those counted here."""

    title: str
    text: str
    competence: Competence
    against: int = 0
    abstaining: int = 0
    method: VoteMethod = VoteMethod.SHOW_OF_HANDS
    recused: RecusalGround | None = None


@dataclass
class Sitting:
    """One meeting as it was held."""

    title: str
    on: date
    place: str = "市役所 本庁舎 5階 会議室"
    agenda: str = ""
    motions: list[Motion] = field(default_factory=list)
    minutes: str = ""
    absent: int = 0


def adopt(
    body: Body,
    title: str,
    text: str,
    competence: Competence,
    on: date,
    *,
    against: int = 0,
    abstaining: int = 0,
) -> Resolution:
    """Let a committee adopt one resolution on a day: announced, convened, voted, minutes published."""
    motion = Motion(title, text, competence, against, abstaining)
    sitting = Sitting(title=f"{title}について", on=on, agenda=title, motions=[motion], minutes=text)
    return sit(body, sitting)[0]


def sit(body: Body, sitting: Sitting) -> list[Resolution]:
    """Hold a meeting from its announcement ten days before to its published minutes a week later."""
    term = CommitteeTerm.objects.on(sitting.on).get(body=body)
    announced_on = max(sitting.on - timedelta(days=10), term.starts_on)
    with clock.at(datetime.combine(announced_on, time(10, 0))):
        meeting = announced(term, sitting)
    with clock.at(datetime.combine(sitting.on, EVENING)):
        found = _held(meeting, sitting)
    with clock.at(datetime.combine(sitting.on + timedelta(days=7), time(10, 0))):
        _recorded(meeting, sitting, found)
    return found


def announced(term: CommitteeTerm, sitting: Sitting) -> Meeting:
    """Plan and announce a meeting; it is held later."""
    secretariat = acting_secretariat()
    begins = timezone.make_aware(datetime.combine(sitting.on, EVENING))
    meeting = meetings.plan(
        term,
        by=secretariat,
        title=sitting.title,
        starts_at=begins,
        ends_at=begins + timedelta(hours=2),
        place=sitting.place,
        agenda=sitting.agenda or "\n".join(motion.title for motion in sitting.motions),
    )
    return meetings.announce(meeting, by=secretariat)


def acting_secretariat() -> Acting:
    """Somebody of the unit that is the secretariat today (第15条)."""
    body = holders("committee.secretariat")[0]
    return Acting(people_holding("committee.secretariat").order_by("email")[0], body)


def acting_chair(body: Body) -> Acting:
    """The chair of today; as long as there is none, the member first commissioned, whom one asks to preside."""
    today = clock.today()
    office = Office.objects.of_body(body).on(today).chairs().select_related("seat__person").first()
    seats = Seat.objects.of_body(body).on(today).select_related("person").order_by("pk")
    return Acting((office.seat if office is not None else seats[0]).person, body)


def _asked_to_preside(meeting: Meeting, chair: Acting) -> None:
    """Before there is a chair, the secretariat asks a member."""
    if not Office.objects.of_body(meeting.body).on(clock.today()).chairs().exists():
        meetings.entrust(meeting, by=acting_secretariat(), to=chair.person)


def _held(meeting: Meeting, sitting: Sitting) -> list[Resolution]:
    chair = acting_chair(meeting.body)
    seats = Seat.objects.of_body(meeting.body).on(clock.today()).select_related("person").order_by("pk")
    members = [Acting(seat.person, meeting.body) for seat in seats]
    present = [chair, *[member for member in members if member.person != chair.person]]
    present = present[: len(present) - sitting.absent]
    _asked_to_preside(meeting, chair)
    meeting = meetings.convene(meeting, by=chair)
    for member in present:
        meetings.attend(meeting, by=member)
    found = [_decided(meeting, motion, present) for motion in sitting.motions]
    meetings.adjourn(meeting, by=chair)
    return found


def _decided(meeting: Meeting, motion: Motion, present: list[Acting]) -> Resolution:
    resolution = resolutions.propose(
        meeting,
        by=present[1] if len(present) > 1 else present[0],
        title=motion.title,
        text=motion.text,
        competence=motion.competence,
        method=motion.method,
    )
    if motion.recused is not None:
        stepping_back = present[-1]
        resolutions.recuse(resolution, by=stepping_back, member=stepping_back.person, ground=motion.recused)
        present = present[:-1]
    choices = [Choice.AGAINST] * motion.against + [Choice.ABSTAIN] * motion.abstaining
    choices = [Choice.FOR] * (len(present) - len(choices)) + choices
    for member, choice in zip(present, choices, strict=True):
        resolutions.vote(resolution, by=member, choice=choice)
    if motion.method == VoteMethod.SECRET:
        resolutions.close_voting(resolution, by=present[0])
    declare = resolutions.adopt if choices.count(Choice.FOR) * 2 > len(present) else resolutions.reject
    return declare(resolution, by=present[0])


def _recorded(meeting: Meeting, sitting: Sitting, found: list[Resolution]) -> None:
    secretariat = acting_secretariat()
    text = "\n".join([sitting.minutes, *map(_minuted, found)]).strip() or sitting.title
    minutes.draft_minutes(meeting, by=secretariat, text=text)
    confirmed(meeting)
    minutes.publish_minutes(meeting, by=secretariat)


def confirmed(meeting: Meeting) -> Meeting:
    """A member checks the latest wording, the chair confirms it."""
    chair = acting_chair(meeting.body)
    seats = Seat.objects.of_body(meeting.body).on(clock.today()).exclude(person=chair.person)
    member = seats.select_related("person").order_by("pk").first()
    minutes.check_minutes(meeting, by=Acting(member.person, meeting.body) if member else chair)
    return minutes.confirm_minutes(meeting, by=chair)


def _minuted(resolution: Resolution) -> str:
    """One motion as the summary minutes (摘録) record it."""
    votes = f"賛成{resolution.votes_for}、反対{resolution.votes_against}、棄権{resolution.votes_abstaining}"
    result = f"可決({resolution.printed_number})" if resolution.number else "否決"
    return f"議案「{resolution.title}」は、出席{resolution.present}人のうち{votes}により{result}とした。"
