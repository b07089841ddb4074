"""Motions on the secretariat's desk: put before a sitting and neither decided nor withdrawn."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .lifecycle import ResolutionStatus
from .models import Resolution


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """As long as one is open, the sitting cannot be closed;."""
    waiting = Resolution.objects.visible_to(by).filter(status=ResolutionStatus.PROPOSED)
    return [
        Matter(
            resolution.title,
            _("Vote on the motion or withdraw it"),
            resolution.get_absolute_url(),
            None,
            _("Chair"),
        )
        for resolution in waiting.select_related("body", "term").order_by("pk")[:AT_ONCE]
    ]
