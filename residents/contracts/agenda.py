"""Contracts on the secretariat's desk: the end, the next year, the certificate that is missing."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .lifecycle import ContractStatus
from .models import Contract
from .permissions import can_read_register


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """Ends until a day; renewals to be decided; contracts that are over but not settled, or not concluded."""
    if not can_read_register(by):
        return []
    office = _("Secretariat")
    ending = Contract.objects.filter(
        status__in=[ContractStatus.CONCLUDED, ContractStatus.INCIDENT],
        until_on__gte=today,
        until_on__lte=until,
    )
    found = [
        Matter(
            row.title,
            _("The contract ends, and its rights with it"),
            row.get_absolute_url(),
            row.until_on,
            office,
        )
        for row in ending.order_by("until_on")[:AT_ONCE]
    ]
    found += [
        Matter(row.title, _("Decide about the next year"), row.get_absolute_url(), None, office)
        for row in Contract.objects.to_be_renewed(today).order_by("until_on")[:AT_ONCE]
    ]
    found += [
        Matter(
            row.title,
            _("Certificate of return or destruction is missing"),
            row.get_absolute_url(),
            row.terminated_on or row.until_on,
            row.contractor.shown_name,
        )
        for row in Contract.objects.to_be_settled()
        .select_related("contractor")
        .order_by("until_on")[:AT_ONCE]
    ]
    return found + _to_be_concluded(until)


def _to_be_concluded(until: date) -> list[Matter]:
    planned = Contract.objects.filter(status=ContractStatus.PLANNED, from_on__lte=until).order_by("from_on")
    return [
        Matter(row.title, _("Conclude before the first day"), row.get_absolute_url(), row.from_on, _("Mayor"))
        for row in planned[:AT_ONCE]
    ]
