"""Themes on the secretariat's desk: raised and not received, received and not sorted."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .lifecycle import ThemeStatus
from .models import ThemeProposal

NEXT = {
    ThemeStatus.RAISED: (_("Receive the theme"), _("Secretariat")),
    ThemeStatus.RECEIVED: (_("Put it before the committee or pass it on"), _("Secretariat")),
    ThemeStatus.ELIGIBLE: (_("Choose the theme or not"), _("Committee")),
    ThemeStatus.SHORTLISTED: (_("Choose the theme or not"), _("Committee")),
    ThemeStatus.ADOPTED: (_("Prepare a city-area room"), _("Committee")),
}


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """One line per theme, the oldest first."""
    rows = ThemeProposal.objects.filter(status__in=NEXT).order_by("raised_at")
    return [
        Matter(
            theme.title,
            NEXT[ThemeStatus(theme.status)][0],
            reverse("governance:theme-detail", args=[theme.pk]),
            None,
            NEXT[ThemeStatus(theme.status)][1],
        )
        for theme in rows[:AT_ONCE]
    ]
