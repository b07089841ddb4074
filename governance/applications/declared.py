"""What applicants declared of themselves for the balance of a committee: opened by a look, then counted or shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from portal.foundation.acting import Acting
from portal.foundation.looks import look
from residents.models import CityConnection

from .lifecycle import AgeBand, Gender, LocalActivity
from .models import SeatApplication

DECLARED = ("age_band", "gender", "area", "connection", "local_activity")
CHOSEN: dict[str, Any] = {
    "age_band": AgeBand,
    "gender": Gender,
    "connection": CityConnection.Kind,
    "local_activity": LocalActivity,
}


def declared(
    by: Acting, applications: Iterable[SeatApplication], matter: models.Model
) -> list[dict[str, str]]:
    """What each of them declared, in one look; the line names the application, or the call they all answer."""
    found = list(applications)
    envelopes = [getattr(application, name) for application in found for name in DECLARED]
    words = iter(look(envelopes, by=by, matter=matter, reason=_("Selection of committee members")))
    return [{name: next(words) for name in DECLARED} for _application in found]


def label(name: str, value: str) -> str:
    """A declared value in words; what was not said is empty."""
    return str(CHOSEN[name](value).label) if value and name in CHOSEN else value
