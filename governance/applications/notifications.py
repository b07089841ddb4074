"""Who hears of which step of an application. Words to applicants are neutral."""

from typing import Any

from django.urls import reverse

from governance.recruitments.models import Recruitment
from portal.foundation import clock, outbox
from residents.roles.holdings import people_holding

from .models import SeatApplication


def application_submitted(application: SeatApplication) -> None:
    """The selection committee learns that somebody applied; the applicant holds a receipt."""
    _tell_office("governance.application_submitted", "committee.selection", application)
    tell_applicant("governance.application_received", application, day=clock.today().isoformat())


def application_nominated(application: SeatApplication) -> None:
    """Whoever was put forward decides themselves whether to sit."""
    tell_applicant("governance.application_nominated", application)


def application_supplement_asked(application: SeatApplication) -> None:
    """What is missing rests sealed with the application; the applicant reads it on the page."""
    outbox.post(
        "governance.application_supplement_asked",
        recipients=[application.applicant],
        url=reverse("governance:application-supplement", args=[application.pk]),
        context={"committee": application.recruitment.term.body.name},
        once=f"supplement-asked:{application.pk}:{application.supplements.count()}",
    )


def application_supplemented(application: SeatApplication) -> None:
    people: Any = people_holding("committee.secretariat")
    outbox.post(
        "governance.application_supplemented",
        recipients=people,
        url=reverse("governance:application-detail", args=[application.pk]),
        context={"committee": application.recruitment.term.body.name},
        once=f"supplemented:{application.pk}:{application.supplements.count()}",
    )


def application_entered(application: SeatApplication) -> None:
    """Whoever applied on paper can see that it arrived, and protest if it was not them."""
    tell_applicant("governance.application_entered", application)


def application_accepted(application: SeatApplication) -> None:
    _tell_office("governance.application_accepted", "mayor.decide", application)


def application_turned_down(application: SeatApplication) -> None:
    _tell_office("governance.application_turned_down", "committee.secretariat", application)


def application_moved_up(application: SeatApplication) -> None:
    """The mayor decides about the next in line; the applicant is told only what is decided."""
    _tell_office("governance.application_moved_up", "mayor.decide", application)


def tell_applicant(kind: str, application: SeatApplication, **more: str) -> None:
    outbox.post(
        kind,
        recipients=[application.applicant],
        url=_page(application.recruitment),
        context={"committee": application.recruitment.term.body.name, **more},
        once=f"{kind}:{application.pk}",
    )


def _tell_office(kind: str, function: str, application: SeatApplication) -> None:
    recruitment = application.recruitment
    people: Any = people_holding(function)
    outbox.post(
        kind,
        recipients=people,
        url=reverse("governance:application-list", args=[recruitment.pk]),
        context={"committee": recruitment.term.body.name},
        once=f"{kind}:{application.pk}",
    )


def _page(recruitment: Recruitment) -> str:
    return reverse("governance:recruitment-detail", args=[recruitment.term.body.code, recruitment.pk])
