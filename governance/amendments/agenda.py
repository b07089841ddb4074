"""Proposed amendments on the secretariat's desk: nobody's proposal is left lying."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .models import Amendment


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """Open ones, the oldest first, and the body that may adopt them."""
    waiting = Amendment.objects.visible_to(by).open().order_by("proposed_on", "pk")
    return [
        Matter(
            amendment.rule.title,
            _("Adopt the proposed amendment or tell the proposer"),
            amendment.get_absolute_url(),
            None,
            amendment.rule.enacted_by.shown_name,
        )
        for amendment in waiting[:AT_ONCE]
    ]
