"""Measures on the secretariat's desk: until when they may be objected to, and when they end."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from governance.violations.permissions import can_see_desk
from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .lifecycle import SanctionStatus
from .models import Sanction


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """The last day for an objection to each measure nobody has objected to; by number, never by name."""
    if not can_see_desk(by) or by.person is None:
        return []
    open_ones = Sanction.objects.filter(
        object_until__gte=today, object_until__lte=until, appeal__isnull=True, status=SanctionStatus.IN_EFFECT
    ).exclude(case__subject=by.person)
    return [
        Matter(
            sanction.case.number,
            _("Last day for an objection"),
            sanction.get_absolute_url(),
            sanction.object_until,
            _("Person concerned"),
        )
        for sanction in open_ones.select_related("case").order_by("object_until", "pk")[:AT_ONCE]
    ]
