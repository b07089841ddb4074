"""Requests for sub-outsourcing on the secretariat's desk: they wait for the mayor."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter
from residents.contracts.permissions import can_read_register

from .lifecycle import SubOutsourcingStatus
from .models import SubOutsourcing


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """What a contractor asked and nobody has answered."""
    if not can_read_register(by):
        return []
    waiting = SubOutsourcing.objects.filter(status=SubOutsourcingStatus.REQUESTED, until_on__gte=today)
    return [
        Matter(
            asked.contract.title,
            _("Decide about the sub-outsourcing"),
            asked.get_absolute_url(),
            None,
            _("Mayor"),
        )
        for asked in waiting.select_related("contract").order_by("from_on", "pk")[:AT_ONCE]
    ]
