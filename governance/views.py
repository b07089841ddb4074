"""The committees' own pages: what every shelf of the room has to say about one committee."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from governance.committees.models import CommitteeTerm
from governance.meetings.models import Meeting
from governance.recruitments.models import Recruitment
from governance.resolutions.models import Resolution
from governance.seats.models import Seat
from governance.seats.permissions import can_accept_resignation, can_dismiss_member
from portal.foundation import clock
from residents.models import Body
from residents.roles.holdings import holds

LATEST = 5


def committees(request: HttpRequest) -> HttpResponse:
    """Every committee of the town with its running term."""
    today = clock.today()
    bodies = Body.objects.on(today).filter(kind=Body.Kind.COMMITTEE).order_by("name")
    terms = CommitteeTerm.objects.on(today).filter(body__in=bodies)
    members = Count("seats", filter=Q(seats__starts_on__lte=today) & Q(seats__ended_on__isnull=True))
    running = {term.body_id: term for term in terms.annotate(members=members)}
    found = [(body, running.get(body.pk)) for body in bodies]
    return render(request, "governance/committees/list.html", {"committees": found})


def committee(request: HttpRequest, code: str) -> HttpResponse:
    """One committee: who sits on it today, its recruitment, its latest meetings and resolutions."""
    body = get_object_or_404(Body, code=code, kind=Body.Kind.COMMITTEE)
    today = clock.today()
    seats = list(Seat.objects.of_body(body).on(today).with_offices().order_by("pk"))
    meetings = Meeting.objects.filter(body=body).visible_to(request.acting).select_related("body", "term")
    resolutions = Resolution.objects.adopted().of_body(body).select_related("term", "body")
    is_mayor = holds(request.acting, "mayor.decide")
    return render(
        request,
        "governance/committees/detail.html",
        {
            "body": body,
            "term": CommitteeTerm.objects.on(today).filter(body=body).first(),
            "seats": _by_office(seats),
            "past_terms": CommitteeTerm.objects.before(today).filter(body=body),
            "recruitments": Recruitment.objects.published()
            .filter(term__body=body)
            .select_related("term")[:3],
            "meetings": meetings[:LATEST],
            "resolutions": resolutions[:LATEST],
            "resigning": [
                seat for seat in seats if is_mayor and can_accept_resignation(request.acting, seat)
            ],
            "may_dismiss": is_mayor and bool(seats) and can_dismiss_member(request.acting, seats[0]),
            "section": "committee",
        },
    )


def _by_office(seats: list[Seat]) -> list[Seat]:
    """Chair first, then vice-chairs, then everybody else in the order of commission."""
    order = {"chair": 0, "vice_chair": 1}
    return sorted(
        seats, key=lambda seat: order.get(seat.offices_held[0].kind if seat.offices_held else "", 2)
    )
