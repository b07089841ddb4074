"""Words for finding the authorities, lists and legal standings in force."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from portal.foundation import clock

SEVERAL = "several:"
MAX_FITTING = 6


class TrustAnchorQuerySet(models.QuerySet[Any]):
    def usable(self) -> TrustAnchorQuerySet:
        """Anchors this deployment may rely on; test authorities only where they are allowed."""
        allowed = self if settings.TEST_CERTIFICATES_ALLOWED else self.filter(is_test=False)
        return allowed.filter(Q(distrusted_from__isnull=True) | Q(distrusted_from__gt=clock.today()))


class RevocationListQuerySet(models.QuerySet[Any]):
    def held(self, key_id: bytes, points: frozenset[bytes]) -> list[bytes]:
        """The lists of an issuer for distribution points; one of its others where none fits."""
        own = self.filter(key_id=key_id.hex()).order_by("-this_update", "-pk")
        keys = ["", *(scope_key(frozenset([point])) for point in points)]
        fitting = own.filter(Q(scope__in=keys) | Q(scope__startswith=SEVERAL))[:MAX_FITTING]
        return [bytes(row.der) for row in fitting or own[:1]]

    def lapsed(self, at: datetime) -> RevocationListQuerySet:
        """Lists whose successor should have come by now and did not."""
        newer = self.model.objects.filter(
            key_id=OuterRef("key_id"), scope=OuterRef("scope"), covers=OuterRef("covers"), next_update__gt=at
        )
        return self.filter(~Exists(newer), next_update__lte=at)


class RevocationServiceQuerySet(models.QuerySet[Any]):
    def usable(self) -> RevocationServiceQuerySet:
        """Services this deployment may rely on; the simulator only where test cards are allowed."""
        return self if settings.TEST_CERTIFICATES_ALLOWED else self.exclude(means="simulator")

    def on(self, day: date) -> RevocationServiceQuerySet:
        """Services in force on a day, the latest first."""
        in_force = self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day), valid_from__lte=day)
        return in_force.order_by("-valid_from", "-pk")


class VerifierStandingQuerySet(models.QuerySet[Any]):
    def on(self, day: date) -> VerifierStandingQuerySet:
        """Standings that hold on a day."""
        in_force = self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day), valid_from__lte=day)
        return in_force.filter(Q(withdrawn_from__isnull=True) | Q(withdrawn_from__gt=day))

    def expiring(self, day: date, until: date) -> list[Any]:
        """Standings of a day whose last day comes by another, and which none of their kind follows."""
        rows = (
            self.on(day).filter(valid_until__lte=until).select_related("body").order_by("valid_until", "pk")
        )
        return [row for row in rows if not self.model.objects.on(_next(row)).filter(**_alike(row)).exists()]


class UsageProcedureQuerySet(models.QuerySet[Any]):
    def expiring(self, day: date, until: date) -> list[Any]:
        """Procedures that count on a day, end by another, and have not been gone through anew."""
        found = self.finished_on(day).filter(valid_until__lte=until)
        rows = found.select_related("body").order_by("valid_until", "pk")
        return [
            row
            for row in rows
            if not self.model.objects.finished_on(_next(row)).filter(**_alike(row)).exists()
        ]

    def finished_on(self, day: date) -> UsageProcedureQuerySet:
        """Procedures that are through and still count on a day."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day), finished_on__lte=day)


def _next(row: Any) -> date:
    return row.valid_until + clock.ONE_DAY


def _alike(row: Any) -> dict[str, Any]:
    return {"body": row.body, "kind": row.kind}


def scope_key(points: frozenset[bytes] | None) -> str:
    """Distribution points in the form the table keeps; what several of them are is read from the list itself."""
    if points is None:
        return ""
    if len(points) == 1:
        return next(iter(points)).hex()
    return SEVERAL + hashlib.sha256(b"\0".join(sorted(points))).hexdigest()
