"""The committees' own pages: what every shelf of the room has to say about one committee."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.committees.models import CommitteeTerm
from governance.committees.permissions import can_open_term
from governance.committees.sections import breadcrumbs, sections
from governance.honoraria.permissions import can_read_lists
from governance.meetings.models import Meeting
from governance.meetings.rows import meeting_row
from governance.offices.permissions import may_choose_offices
from governance.recruitments.models import Recruitment
from governance.recruitments.rows import recruitment_row
from governance.resolutions.models import Resolution
from governance.resolutions.rows import resolution_row
from governance.seats.models import Seat
from governance.seats.permissions import (
    can_accept_resignation,
    can_dismiss_member,
    can_question_seat,
    can_uphold_seat,
)
from governance.seats.roster import by_office, roster
from governance.seats.vacancies import vacant_offices
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.open_data import LICENCE
from portal.foundation.templatetags.ui import japanese_date
from residents.models import Body, BodyName
from residents.roles.holdings import holds

LATEST = 5


def committees(request: HttpRequest) -> HttpResponse:
    """Every committee of the town with its running term."""
    today = clock.today()
    bodies = Body.objects.on(today).filter(kind=Body.Kind.COMMITTEE).order_by("name")
    terms = CommitteeTerm.objects.on(today).filter(body__in=bodies)
    members = Count("seats", filter=Q(seats__starts_on__lte=today, seats__ended_on__isnull=True))
    running = {term.body_id: term for term in terms.annotate(members=members)}
    found = [(body, running.get(body.pk)) for body in bodies]
    context = {
        "committees": found,
        "licence": LICENCE,
        "page_title": _("Committees"),
        "breadcrumbs": breadcrumbs(),
    }
    return render(request, "governance/committees/list.html", context)


def committee(request: HttpRequest, code: str) -> HttpResponse:
    """One committee: who sits on it today, its recruitment, its latest meetings and resolutions."""
    body = get_object_or_404(Body, code=code, kind=Body.Kind.COMMITTEE)
    today = clock.today()
    term = CommitteeTerm.objects.on(today).filter(body=body).first()
    seats = by_office(Seat.objects.of_body(body).on(today).with_offices(today).order_by("pk"))
    meetings = Meeting.objects.filter(body=body).visible_to(request.acting).select_related("body", "term")
    resolutions = Resolution.objects.adopted().of_body(body).select_related("term", "body")
    recruitments = (
        Recruitment.objects.visible_to(request.acting).filter(term__body=body).select_related("term__body")
    )
    return render(
        request,
        "governance/committees/detail.html",
        {
            "body": body,
            "page_title": body.shown_name,
            "breadcrumbs": breadcrumbs((body.shown_name, "")),
            "tabs": sections(body, "committee-detail"),
            "facts": _facts(body, term, len(seats)),
            "roster": roster(seats),
            "vacant": (vacant := vacant_offices(term) if term is not None and seats else []),
            "terms": [_term_row(body, row) for row in body.committee_terms.all() if row != term],
            "recruitments": [recruitment_row(row) for row in recruitments[:3]],
            "meetings": [meeting_row(row) for row in meetings[:LATEST]],
            "resolutions": [resolution_row(row) for row in resolutions[:LATEST]],
            **_for_those_who_act(request.acting, body, seats, vacant),
        },
    )


def _facts(body: Body, term: CommitteeTerm | None, members: int) -> list[dict]:
    former = body.names.filter(until_on__isnull=False).order_by("until_on")
    facts = [
        {"label": _("Legal basis"), "value": body.legal_basis},
        {"label": _("Set up on"), "date": body.valid_from},
        {"label": _("Dissolved with"), "date": body.valid_until},
        {"label": _("Former names"), "value": "、".join(map(_former, former))},
    ]
    if term is not None:
        period = _("%(first)s to %(last)s") % {
            "first": japanese_date(term.starts_on),
            "last": japanese_date(term.ends_on),
        }
        facts += [
            {"label": _("Term"), "value": str(term)},
            {"label": _("Term of office"), "value": period},
            {"label": _("Committee members"), "value": _("%(count)s people") % {"count": members}},
        ]
    return facts


def _former(row: BodyName) -> str:
    return _("%(name)s (until %(day)s)") % {"name": row.shown_name, "day": japanese_date(row.until_on)}


def _term_row(body: Body, term: CommitteeTerm) -> dict:
    url = reverse("governance:term-detail", args=[body.code, term.number])
    meta = _("%(first)s to %(last)s") % {
        "first": japanese_date(term.starts_on),
        "last": japanese_date(term.ends_on),
    }
    return {"title": str(term), "url": url, "meta": meta}


def _for_those_who_act(by: Acting, body: Body, seats: list[Seat], vacant: list[str]) -> dict:
    """What members, the mayor and the secretariat see beside the public page."""
    if by.is_guest or by.body is None:
        return {}
    is_mayor = holds(by, "mayor.decide")
    to_come = _seats_to_come(body) if is_mayor else []
    my_seat = next((seat for seat in seats if seat.person_id == by.person.pk), None)
    return {
        "my_seat": my_seat,
        "my_office": my_seat.offices_held[0] if my_seat and my_seat.offices_held else None,
        "seats": seats,
        "may_choose_offices": bool(vacant) and may_choose_offices(by, body),
        "may_open_term": can_open_term(by),
        "questionable": [seat for seat in seats if can_question_seat(by, seat)],
        "under_review": [seat for seat in seats if is_mayor and can_uphold_seat(by, seat)],
        "resigning": [seat for seat in [*seats, *to_come] if is_mayor and can_accept_resignation(by, seat)],
        "dismissible": [seat for seat in [*seats, *to_come] if is_mayor and can_dismiss_member(by, seat)],
        "may_read_honoraria": can_read_lists(by),
    }


def _seats_to_come(body: Body) -> list[Seat]:
    """Commissioned, the first day still ahead: the mayor may take the commission back as well."""
    seats = Seat.objects.of_body(body).in_force().filter(starts_on__gt=clock.today())
    return list(seats.select_related("person", "term__body"))
