"""Official communities on the secretariat's desk: permits to be looked at again, applications that wait."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .lifecycle import CommunityStatus
from .models import Community
from .permissions import can_read_application, can_read_applications


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """Review days until a day, closings that come, and applications without an answer."""
    office = _("Section that permits communities")
    due = Community.objects.filter(status=CommunityStatus.OPEN, permit__review_on__lte=until)
    closing = Community.objects.filter(status=CommunityStatus.CLOSING, closes_on__lte=until)
    applied = Community.objects.filter(status=CommunityStatus.APPLIED)
    found = [
        Matter(
            one.title,
            _("The permit is looked at again"),
            one.get_absolute_url(),
            one.permit.review_on,
            office,
        )
        for one in due.select_related("permit").order_by("permit__review_on")[:AT_ONCE]
    ]
    found += [
        Matter(one.title, _("The community closes"), one.get_absolute_url(), one.closes_on, _("Clock"))
        for one in closing.order_by("closes_on")[:AT_ONCE]
    ]
    if not can_read_applications(by):
        return found
    return found + [
        Matter(
            one.title,
            _("Application for an official community"),
            reverse("communities:application-detail", args=[one.pk]),
            None,
            office,
        )
        for one in applied.order_by("pk")[:AT_ONCE]
        if can_read_application(by, one)
    ]
