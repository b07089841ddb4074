"""What production must never run with: a test authority in the place of the real one."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DatabaseError

from surveys.certificates.models import RevocationService, TrustAnchor


@register(Tags.security, deploy=True)
def no_test_authorities(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Refuse the switch that admits test cards, and every anchor marked as a test."""
    found: list[CheckMessage] = []
    if settings.TEST_CERTIFICATES_ALLOWED:
        found.append(Error("TEST_CERTIFICATES_ALLOWED admits test cards.", id="surveys.E001"))
    try:
        has_test_anchor = TrustAnchor.objects.filter(is_test=True).exists()
        has_simulator = RevocationService.objects.filter(means=RevocationService.Means.SIMULATOR).exists()
    except DatabaseError:
        # Before the first migrate there is no table, hence no record either.
        has_test_anchor = has_simulator = False
    if has_test_anchor:
        found.append(Error("A trust anchor is a test authority.", id="surveys.E002"))
    if has_simulator:
        found.append(Error("Revocation is asked of a simulator.", id="surveys.E003"))
    return found
