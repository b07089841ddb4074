"""The words in which cases are looked for."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from .lifecycle import OPEN_CASES, TOLD, CaseStatus

WITH_CARETAKER = OPEN_CASES - {CaseStatus.HEARING, CaseStatus.REFERRED}


def time_to_remind(near: date, today: date, again: date | None) -> models.Q:
    """Once before the day, once when it has passed, and from then on as often as the rule says."""
    late = models.Q(reminded_on__lte=models.F("due_on"))
    if again is not None:
        late |= models.Q(reminded_on__lte=again)
    return models.Q(due_on__lte=near, reminded_on__isnull=True) | (models.Q(due_on__lt=today) & late)


class CaseQuerySet(models.QuerySet):
    def open(self) -> CaseQuerySet:
        return self.filter(status__in=OPEN_CASES)

    def closed(self) -> CaseQuerySet:
        return self.exclude(status__in=OPEN_CASES)

    def with_caretaker(self) -> CaseQuerySet:
        """Cases in which the next step is a caretaker's."""
        return self.filter(status__in=WITH_CARETAKER)

    def overdue(self, on: date) -> CaseQuerySet:
        return self.open().filter(due_on__lt=on)

    def hearing_over(self, on: date) -> CaseQuerySet:
        """The person concerned has had their days."""
        return self.filter(status=CaseStatus.HEARING, hearing_until__lt=on)

    def to_remind(self, near: date, today: date, again: date | None) -> CaseQuerySet:
        """Open cases whose day is near or has passed, and of which it is time to speak (again)."""
        return self.open().filter(time_to_remind(near, today, again))

    def to_erase(self, settled_until: date) -> CaseQuerySet:
        """Decided so long ago that evidence and reports have to go."""
        return self.closed().filter(settled_at__date__lte=settled_until, erased_on__isnull=True)

    def concerning(self, person: Any) -> CaseQuerySet:
        """Cases about a person that the person has been told of."""
        return self.filter(subject=person, status__in=TOLD)

    def about(self, post: Any) -> CaseQuerySet:
        return self.filter(post=post)

    def with_words(self) -> CaseQuerySet:
        """Everything a page or a row of a list prints, in one query."""
        return self.select_related(
            "rule_version__rule", "subject", "evidence", "post__thread", "post__forum", "resolution__term"
        )
