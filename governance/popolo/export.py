"""Committees, terms, seats, offices, motions and votes as Popolo, for other people's programs.

What stands here stands on the public pages as well: names as they are shown there, votes where the
page of the resolution shows them, and of closed meetings neither agenda nor text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db.models import Max

from governance.committees.models import CommitteeTerm
from governance.meetings.models import Meeting, MeetingStep
from governance.resolutions.models import Resolution, ResolutionStep
from governance.seats.lifecycle import OfficeKind, SeatEnd
from governance.seats.models import OfficeStep, Seat, SeatStep
from portal.foundation import clock
from portal.foundation.acting import GUEST
from portal.foundation.open_data import DataSet, day, latest
from residents.models import Body

from . import names
from .motions import moment, motions, shows_text, votes_shown

MEMBER = "member"
POSTS = {MEMBER: "委員", OfficeKind.CHAIR: "運営委員長", OfficeKind.VICE_CHAIR: "副委員長"}

TOLD = {SeatEnd.EXPIRED: "任期満了", SeatEnd.RESIGNED: "辞職"}
"""Why a seat ended, as far as the public ledger says so; a dismissal is told to the person alone."""

Absolute = Callable[[str], str]


def committees() -> Any:
    """Every committee the town has or had."""
    return Body.objects.filter(kind=Body.Kind.COMMITTEE).prefetch_related("names").order_by("code")


def data_set(source: str, bodies: Iterable[Body]) -> DataSet:
    """Whose data it is, and when anything in it last changed."""
    bodies = list(bodies)
    moments = [
        SeatStep.objects.filter(subject__term__body__in=bodies),
        OfficeStep.objects.filter(subject__seat__term__body__in=bodies),
        MeetingStep.objects.filter(subject__body__in=bodies),
        ResolutionStep.objects.filter(subject__body__in=bodies),
    ]
    changed_at = latest(*[steps.aggregate(last=Max("at"))["last"] for steps in moments])
    return DataSet("運営委員会の構成と決議", source, changed_at, "at every step")


def document(bodies: Iterable[Body], absolute: Absolute) -> dict[str, Any]:
    """The collections of Popolo for these committees, in a fixed number of queries."""
    bodies = list(bodies)
    today = clock.today()
    terms = list(CommitteeTerm.objects.filter(body__in=bodies).select_related("body").order_by("pk"))
    seats = Seat.objects.that_began().filter(term__body__in=bodies).filter(starts_on__lte=today)
    seats = list(seats.select_related("person", "term__body").prefetch_related("offices").order_by("pk"))
    meetings = Meeting.objects.visible_to(GUEST).filter(body__in=bodies)
    meetings = list(meetings.select_related("body", "term").order_by("pk"))
    decided = Resolution.objects.decided().visible_to(GUEST).filter(body__in=bodies)
    decided = decided.select_related("body", "term", "meeting").prefetch_related("votes__member")
    decided = list(decided.order_by("pk"))
    voters = [vote.member for one in decided if votes_shown(one) for vote in one.votes.all()]
    events = [_term(term) for term in terms] + [_meeting(meeting, absolute) for meeting in meetings]
    proposed, voted = motions(decided, absolute)
    return {
        "organizations": [_organization(body, absolute) for body in bodies],
        "posts": [_post(body, kind) for body in bodies for kind in POSTS],
        "persons": _persons([seat.person for seat in seats] + voters),
        "memberships": [row for seat in seats for row in _memberships(seat, today)],
        "events": events,
        "motions": proposed,
        "vote_events": voted,
    }


def _organization(body: Body, absolute: Absolute) -> dict[str, Any]:
    others = [
        {"name": other.name, **({"end_date": day(other.until_on)} if other.until_on else {})}
        for other in body.names.all()
    ]
    if body.name_en:
        others.append({"name": body.name_en, "note": "en"})
    return {
        "id": names.name("organization", body.code),
        "name": body.name,
        "other_names": others,
        "identifiers": [{"scheme": names.scheme(), "identifier": body.code}],
        "classification": "committee",
        "abstract": body.legal_basis or None,
        "founding_date": day(body.valid_from),
        "dissolution_date": day(body.valid_until),
        "links": [{"url": absolute(f"/committees/{body.code}/"), "note": body.name}],
    }


def _post(body: Body, kind: str) -> dict[str, Any]:
    return {
        "id": names.name("post", body.code, kind),
        "label": POSTS[kind],
        "role": POSTS[kind],
        "organization_id": names.name("organization", body.code),
    }


def _persons(people: Iterable[Any]) -> list[dict[str, Any]]:
    """Each once, under the name the pages show."""
    found = {person.pk: {"id": names.person(person.pk), "name": str(person)} for person in people}
    return list(found.values())


def _memberships(seat: Seat, today: date) -> list[dict[str, Any]]:
    """The seat itself, and each office held from it."""
    ended_on = seat.ended_on or (seat.ends_on if seat.ends_on < today else None)
    rows = [_membership(seat, "seat", seat.pk, MEMBER, seat.starts_on, ended_on)]
    if seat.end_reason in TOLD:
        rows[0]["end_reason"] = TOLD[SeatEnd(seat.end_reason)]
    return rows + [
        _membership(seat, "office", office.pk, office.kind, office.from_on, office.until_on)
        for office in seat.offices.all()
    ]


def _membership(seat: Seat, what: str, pk: int, kind: str, first: date, last: date | None) -> dict[str, Any]:
    body = seat.term.body
    return {
        "id": names.name("membership", what, pk),
        "label": f"{body.name} 第{seat.term.number}期 {POSTS[kind]}",
        "role": POSTS[kind],
        "person_id": names.person(seat.person_id),
        "organization_id": names.name("organization", body.code),
        "post_id": names.name("post", body.code, kind),
        "legislative_period_id": names.name("term", seat.term_id),
        "start_date": day(first),
        "end_date": day(last),
    }


def _term(term: CommitteeTerm) -> dict[str, Any]:
    return {
        "id": names.name("term", term.pk),
        "name": f"第{term.number}期",
        "classification": "legislative period",
        "organization_id": names.name("organization", term.body.code),
        "start_date": day(term.starts_on),
        "end_date": day(term.ends_on),
    }


def _meeting(meeting: Meeting, absolute: Absolute) -> dict[str, Any]:
    number = f"第{meeting.term.number}期第{meeting.number}回会議"
    return {
        "id": names.name("meeting", meeting.pk),
        "name": meeting.title if shows_text(meeting) else number,
        "classification": "meeting",
        "identifiers": [{"scheme": names.scheme(), "identifier": number}],
        "status": meeting.status,
        "location": meeting.place if shows_text(meeting) else None,
        "organization_id": names.name("organization", meeting.body.code),
        "parent_id": names.name("term", meeting.term_id),
        "start_date": moment(meeting.starts_at),
        "end_date": moment(meeting.ends_at),
        "sources": [{"url": absolute(meeting.get_absolute_url())}],
    }


def ids() -> set[str]:
    """Every id this portal publishes of organizations, persons and memberships."""
    found = document(committees(), str)
    return {row["id"] for name in ("organizations", "persons", "memberships") for row in found[name]}
