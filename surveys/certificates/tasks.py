"""What the clock watches over: lists that lapse while nobody brings newer ones."""

from __future__ import annotations

from portal.foundation import clock

from . import actions
from .models import RevocationList, TrustAnchor


def warn_of_lapsed_lists() -> None:
    """Every morning: lists of trusted authorities that lapsed; a second run finds nothing."""
    trusted = [row.anchor.key_id.hex() for row in TrustAnchor.objects.usable()]
    lapsed = RevocationList.objects.lapsed(clock.now()).filter(key_id__in=trusted, warned_on__isnull=True)
    if lapsed.exists():
        actions.warn_of_lapsed(lapsed)
