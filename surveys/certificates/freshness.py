"""Which lists of revoked certificates should have been followed by newer ones and were not."""

from __future__ import annotations

from portal.foundation import clock

from .models import RevocationList, TrustAnchor
from .querysets import RevocationListQuerySet


def lapsed() -> RevocationListQuerySet:
    """Of authorities trusted today; what an authority of old times published last is no fault."""
    now = clock.now()
    trusted = TrustAnchor.objects.usable().filter(valid_from__lte=now, valid_until__gte=now)
    return RevocationList.objects.lapsed(now).filter(key_id__in=[row.anchor.key_id.hex() for row in trusted])
