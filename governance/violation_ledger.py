"""What the town publishes every month about violations: counts and grounds, never names (公開の月報).

A month that is over is published once and stays as it was: what is corrected, erased or restored later is
counted in the month in which it happens.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from governance.rights_claims.models import RightsClaim
from governance.violation_counts import Line, lines, next_month
from governance.violations.models import PublishedMonth, ViolationCase
from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK


def months() -> list[date]:
    """The first day of every month since the first case or claim, the newest first."""
    opened = ViolationCase.objects.order_by("opened_at").values_list("opened_at", flat=True).first()
    claimed = RightsClaim.objects.order_by("received_at").values_list("received_at", flat=True).first()
    begun = [timezone.localtime(moment).date() for moment in (opened, claimed) if moment is not None]
    begun += PublishedMonth.objects.order_by("month").values_list("month", flat=True)[:1]
    if not begun:
        return []
    day, found = clock.today().replace(day=1), []
    while day >= min(begun).replace(day=1):
        found.append(day)
        day = (day - timedelta(days=1)).replace(day=1)
    return found


def published(month: date) -> list[Line]:
    """The counts as they were published; of a month that still runs, as they are now.

    What has a name in the reader's language is named so; grounds keep the words they had.
    """
    kept = PublishedMonth.objects.filter(month=month).first()
    now = lines(month)
    if kept is None:
        return now
    names = {(line.section, line.key): line.label for line in now if line.section != "grounds"}
    found = [Line(*row) for row in kept.lines]
    return [line._replace(label=names.get((line.section, line.key), line.label)) for line in found]


def publish_past_months() -> None:
    """On the first of a month, the one before is published; a second run finds nothing."""
    kept = set(PublishedMonth.objects.values_list("month", flat=True))
    for month in months():
        if month not in kept and next_month(month) <= clock.today():
            _publish(month)


@transaction.atomic
def _publish(month: date) -> None:
    with translation.override(settings.LANGUAGE_CODE):
        counted = [list(line) for line in lines(month)]
    found = PublishedMonth.objects.create(month=month, lines=counted, published_at=clock.now())
    audit.record("governance.violation.month_published", by=CLOCK, target=found, reference=str(found))
