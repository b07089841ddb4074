"""An application in one line of a list, and what it says of itself."""

import json

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.foundation.acting import Acting
from portal.foundation.looks import look

from .declared import declared, label
from .lifecycle import TONES
from .models import SeatApplication


def application_row(application: SeatApplication) -> dict:
    """For the resource list of those who select."""
    return {
        "title": str(application.applicant),
        "url": reverse("governance:application-detail", args=[application.pk]),
        "date": application.submitted_at,
        "status": application.get_status_display(),
        "tone": TONES.get(application.status, "neutral"),
        "meta": application.get_channel_display(),
    }


def application_facts(by: Acting, application: SeatApplication) -> list[dict]:
    """What the applicant declared; what was not said is left out, and the look is a line in the ledger."""
    rank = application.reserve_rank
    (said,) = declared(by, [application], application)
    return [
        {"label": _("Applicant"), "value": str(application.applicant)},
        {"label": _("Received"), "date": application.received_on or application.submitted_at},
        {"label": _("How it came"), "value": application.get_channel_display()},
        {"label": _("Connection to the city"), "value": label("connection", said["connection"])},
        {"label": _("Age band"), "value": label("age_band", said["age_band"])},
        {"label": _("Gender"), "value": label("gender", said["gender"])},
        {"label": _("Area of the city"), "value": said["area"]},
        {"label": _("Local activities"), "value": label("local_activity", said["local_activity"])},
        {"label": _("Interviewed"), "date": application.interviewed_on},
        {
            "label": _("Place on the reserve list"),
            "value": _("Number %(rank)s") % {"rank": rank} if rank else "",
        },
    ]


def answers_of(by: Acting, application: SeatApplication) -> list[dict]:
    """What was answered to the items of the call; opening it is recorded like the motives."""
    words = application.answers.reveal(by=by, reason=_("Selection of committee members"))
    return [{"label": label, "value": value} for label, value in json.loads(words or "{}").items()]


def supplements_of(by: Acting, application: SeatApplication) -> list[dict]:
    """What the applicant was asked to add, and what they replied."""
    found = list(application.supplements.all())
    envelopes = [envelope for row in found for envelope in (row.request, row.reply)]
    words = iter(look(envelopes, by=by, matter=application, reason=_("Selection of committee members")))
    return [{"on": row.asked_at, "asked": next(words), "reply": next(words)} for row in found]
