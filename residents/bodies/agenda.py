"""People and units on the secretariat's desk: whose last day comes, which unit gives way."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter
from residents.roles.holdings import holds

from .models import Body, BodyMembership


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """Last days of people in units and organisations, and of units themselves."""
    may_see_people = bool(holds(by, "roles.table_draft"))
    leaving = BodyMembership.objects.filter(
        until_on__gte=today, until_on__lte=until, body__kind__in=[Body.Kind.UNIT, Body.Kind.ORGANISATION]
    ).select_related("body", "person")
    ending = Body.objects.filter(valid_until__gte=today, valid_until__lte=until)
    found = [
        Matter(
            str(row.person),
            _("Last day in this section"),
            reverse("residents:body-members", args=[row.body.code]),
            row.until_on,
            row.body.shown_name,
        )
        for row in leaving.order_by("until_on")[: AT_ONCE if may_see_people else 0]
    ]
    return found + [
        Matter(
            body.shown_name,
            _("Last day of this unit"),
            reverse("residents:body-detail", args=[body.code]),
            body.valid_until,
            _("Clock"),
        )
        for body in ending.order_by("valid_until")[:AT_ONCE]
    ]
