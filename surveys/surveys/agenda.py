"""Surveys on the secretariat's desk: the last day for answers, as everybody may read it."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .models import Survey


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """Open surveys that close until a day; what is still being prepared stays with its sponsor."""
    rows = Survey.objects.collecting().filter(closes_on__lte=until).select_related("sponsor")
    return [
        Matter(
            survey.title,
            _("Last day for answers"),
            survey.get_absolute_url(),
            survey.closes_on,
            survey.sponsor.shown_name,
        )
        for survey in rows.order_by("closes_on")[:AT_ONCE]
    ]
