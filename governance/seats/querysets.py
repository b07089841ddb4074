"""The words in which seats and offices are looked for."""

from datetime import date

from django.db import models
from django.db.models import F, Prefetch, Q

from .lifecycle import AT_WORK, IN_FORCE, OfficeKind, OfficeStatus, SeatStatus


class SeatQuerySet(models.QuerySet):
    def in_force(self):
        """Seats that count towards the maximum: commissioned and not ended."""
        return self.filter(status__in=IN_FORCE)

    def on(self, day: date):
        """Seats a person really held on a day, whatever has become of them since."""
        last_day = Q(ended_on__isnull=True, ends_on__gte=day) | Q(ended_on__gte=day)
        return self.filter(last_day, starts_on__lte=day)

    def that_began(self):
        """Without commissions given back or taken back before their first day."""
        return self.exclude(ended_on__lt=F("starts_on"))

    def of_body(self, body):
        return self.filter(term__body=body)

    def with_offices(self, day: date):
        """Each seat with the office its holder had on a day."""
        from .models import Office

        return self._with(Office.objects.on(day))

    def with_all_offices(self):
        """Each seat with every office its holder ever had in it, also one left long before the end."""
        from .models import Office

        return self._with(Office.objects.order_by("from_on", "pk"))

    def _with(self, offices):
        held = Prefetch("offices", queryset=offices, to_attr="offices_held")
        return self.select_related("person", "term").prefetch_related(held)

    def to_be_replaced(self):
        """Seats that ended before their time and that nobody has taken over yet."""
        early = self.filter(status=SeatStatus.ENDED, ended_on__lt=F("ends_on"), substitute__isnull=True)
        return early.order_by("ended_on", "pk")

    def due_to_begin(self, day: date):
        return self.filter(status=SeatStatus.COMMISSIONED, starts_on__lte=day)

    def due_to_expire(self, day: date):
        return self.filter(status__in=AT_WORK, ends_on__lt=day)


class OfficeQuerySet(models.QuerySet):
    def held(self):
        return self.filter(status=OfficeStatus.HELD)

    def of_body(self, body):
        return self.filter(seat__term__body=body)

    def on(self, day: date):
        """Offices held on a day; the last day in office is `until_on`."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gte=day), from_on__lte=day)

    def chairs(self):
        return self.filter(kind=OfficeKind.CHAIR)

    def vice_chairs(self):
        return self.filter(kind=OfficeKind.VICE_CHAIR)
