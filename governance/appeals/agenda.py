"""Objections on the secretariat's desk: by the number of the case, never by name."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from governance.violations.permissions import can_see_desk
from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .models import Appeal


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """Objections that wait for a decision; one's own are not one's to watch."""
    if not can_see_desk(by) or by.person is None:
        return []
    waiting = Appeal.objects.waiting().exclude(sanction__case__subject=by.person)
    waiting = waiting.filter(due_on__lte=until) | waiting.filter(due_on__isnull=True)
    return [
        Matter(
            appeal.sanction.case.number,
            _("Decide the objection"),
            appeal.get_absolute_url(),
            appeal.due_on,
            _("Members who were not involved"),
        )
        for appeal in waiting.select_related("sanction__case").order_by("due_on", "filed_at")[:AT_ONCE]
    ]
