"""Comment periods on the secretariat's desk: the last day, and comments that wait for an answer."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .lifecycle import CommentPeriodStatus
from .models import CommentPeriod


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """The end of a period until a day; closed ones with comments in no group."""
    periods = CommentPeriod.objects.select_related("rule")
    ending = periods.filter(status=CommentPeriodStatus.OPEN, closes_on__lte=until).order_by("closes_on")
    found = [
        Matter(
            period.rule.title,
            _("The time for comments ends"),
            period.get_absolute_url(),
            period.closes_on,
            _("Everybody"),
        )
        for period in ending[:AT_ONCE]
    ]
    waiting = periods.filter(status=CommentPeriodStatus.CLOSED).in_the_way()
    return found + [
        Matter(period.rule.title, _("Answer the comments"), period.get_absolute_url(), None, _("Secretariat"))
        for period in waiting.order_by("pk")[:AT_ONCE]
    ]
