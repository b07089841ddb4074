"""Who hears of which step of a recruitment. Refusals are worded neutrally."""

from django.urls import reverse

from portal.foundation import outbox
from residents.roles.holdings import people_holding

from .lifecycle import ApplicationStatus
from .models import Recruitment, SeatApplication


def recruitment_closed(recruitment: Recruitment) -> None:
    outbox.post(
        "governance.recruitment_closed",
        recipients=people_holding("committee.selection"),
        url=reverse("governance:application-list", args=[recruitment.pk]),
        context={
            "committee": recruitment.term.body.name,
            "applications": recruitment.applications.exclude(status=ApplicationStatus.WITHDRAWN).count(),
        },
        once=f"recruitment-closed:{recruitment.pk}",
    )


def recruitment_cancelled(recruitment: Recruitment, *, reason: str) -> None:
    still_in = recruitment.applications.exclude(status=ApplicationStatus.WITHDRAWN).select_related(
        "applicant"
    )
    outbox.post(
        "governance.recruitment_cancelled",
        recipients=[application.applicant for application in still_in],
        url=_page(recruitment),
        context={"committee": recruitment.term.body.name, "reason": reason},
        once=f"recruitment-cancelled:{recruitment.pk}",
    )


def application_submitted(application: SeatApplication) -> None:
    """The secretariat learns that somebody applied; the applicant sees the receipt on the page."""
    recruitment = application.recruitment
    outbox.post(
        "governance.application_submitted",
        recipients=people_holding("committee.selection"),
        url=reverse("governance:application-list", args=[recruitment.pk]),
        context={"committee": recruitment.term.body.name},
        once=f"application-submitted:{application.pk}",
    )


def application_selected(application: SeatApplication) -> None:
    _tell_applicant("governance.application_selected", application)


def application_declined(application: SeatApplication) -> None:
    _tell_applicant("governance.application_declined", application)


def _tell_applicant(kind: str, application: SeatApplication) -> None:
    outbox.post(
        kind,
        recipients=[application.applicant],
        url=_page(application.recruitment),
        context={"committee": application.recruitment.term.body.name},
        once=f"{kind}:{application.pk}",
    )


def _page(recruitment: Recruitment) -> str:
    return reverse("governance:recruitment-detail", args=[recruitment.term.body.code, recruitment.pk])
