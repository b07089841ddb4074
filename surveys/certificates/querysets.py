"""Words for finding the authorities, lists and legal standings in force."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q


class TrustAnchorQuerySet(models.QuerySet[Any]):
    def usable(self) -> TrustAnchorQuerySet:
        """Anchors this deployment may rely on; test authorities only where they are allowed."""
        return self if settings.TEST_CERTIFICATES_ALLOWED else self.filter(is_test=False)


class RevocationListQuerySet(models.QuerySet[Any]):
    def held(self, key_id: bytes, scope: bytes | None) -> list[bytes]:
        """The lists of an issuer for a distribution point; one of its others where none fits."""
        own = self.filter(key_id=key_id.hex()).order_by("-this_update", "-pk")
        fitting = own.filter(scope__in=["", scope_key(scope)])[:3]
        return [bytes(row.der) for row in fitting or own[:1]]


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
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day), valid_from__lte=day)


def scope_key(scope: bytes | None) -> str:
    """A distribution point's name in the form the table keeps."""
    return scope.hex() if scope is not None else ""
