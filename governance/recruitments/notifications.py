"""Who hears of which step of a recruitment."""

from django.urls import reverse

from portal.foundation import outbox
from residents.roles.holdings import people_holding

from .models import Recruitment


def recruitment_closed(recruitment: Recruitment) -> None:
    outbox.post(
        "governance.recruitment_closed",
        recipients=people_holding("committee.selection"),
        url=reverse("governance:application-list", args=[recruitment.pk]),
        context={
            "committee": recruitment.term.body.name,
            "applications": recruitment.applications.still_in().count(),
        },
        once=f"recruitment-closed:{recruitment.pk}",
    )


def recruitment_cancelled(recruitment: Recruitment, *, reason: str) -> None:
    still_in = recruitment.applications.still_in().select_related("applicant")
    outbox.post(
        "governance.recruitment_cancelled",
        recipients=[application.applicant for application in still_in],
        url=_page(recruitment),
        context={"committee": recruitment.term.body.name, "reason": reason},
        once=f"recruitment-cancelled:{recruitment.pk}",
    )


def recruitment_completed(recruitment: Recruitment) -> None:
    """Whoever is on the reserve list learns it now, when all others know their result."""
    reserve = recruitment.applications.in_reserve().select_related("applicant")
    outbox.post(
        "governance.application_reserved",
        recipients=[application.applicant for application in reserve],
        url=_page(recruitment),
        context={"committee": recruitment.term.body.name},
        once=f"application-reserved:{recruitment.pk}",
    )


def _page(recruitment: Recruitment) -> str:
    return reverse("governance:recruitment-detail", args=[recruitment.term.body.code, recruitment.pk])
