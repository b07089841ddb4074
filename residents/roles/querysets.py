"""Words for finding what was in force on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from .lifecycle import DECIDED, RoleTableStatus


class RoleTableQuerySet(models.QuerySet[Any]):
    def decided(self) -> RoleTableQuerySet:
        """Approved at some time: everybody may read them."""
        return self.filter(status__in=DECIDED)

    def in_force(self, day: date) -> Any:
        """The table of a day, or ``None``; a past act is judged by the table of its day.

        The day decides, not the status: a right is there at midnight, also when the clock is late.
        """
        return self.effective_by(day).first()

    def effective_by(self, day: Any) -> RoleTableQuerySet:
        """Those that had taken effect by a day, the one in force first."""
        return self.decided().filter(effective_from__lte=day).order_by("-effective_from")

    def due_to_take_effect(self, day: date) -> RoleTableQuerySet:
        """Approved tables whose day has come, the oldest first."""
        return self.filter(status=RoleTableStatus.APPROVED, effective_from__lte=day).order_by(
            "effective_from"
        )


class DelegationQuerySet(models.QuerySet[Any]):
    def on(self, day: Any) -> DelegationQuerySet:
        return self.filter(from_on__lte=day, until_on__gte=day)

    def visible_to(self, acting: Any, keeps_table: bool) -> DelegationQuerySet:
        """Loans of the body one acts for, and to oneself; all of them for whoever keeps the role table."""
        if keeps_table:
            return self
        mine = Q(to_person=acting.person_id)
        if acting.body is not None:
            mine |= Q(from_body=acting.body) | Q(to_body=acting.body)
        return self.filter(mine)
