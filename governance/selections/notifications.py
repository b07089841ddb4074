"""What applicants are told of the mayor's decision; a refusal is worded neutrally."""

from governance.applications.models import SeatApplication
from governance.applications.notifications import tell_applicant


def application_selected(application: SeatApplication) -> None:
    tell_applicant("governance.application_selected", application)


def application_declined(application: SeatApplication) -> None:
    tell_applicant("governance.application_declined", application)
