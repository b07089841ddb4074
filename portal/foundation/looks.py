"""Looking at many sealed words of one matter at one time."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models

from . import audit
from .acting import Acting
from .sealing import Sealed, opened_together


def look(envelopes: Iterable[Sealed], *, by: Acting, matter: models.Model, reason: str) -> list[str]:
    """Open what belongs to one matter, in the order given; one look is one line, which names the matter and how many.

    For a page that shows them together. A list of different matters opens nothing.
    """
    found = list(envelopes)
    filled = [one for one in found if one]
    if filled:
        details = {"fields": sorted({one.name for one in filled}), "envelopes": len(filled)}
        audit.record(audit.LOOK, by=by, target=matter, reason=reason, details=details)
    return opened_together(found)
