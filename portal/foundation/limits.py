"""How often something may be done from one place that nobody has to log in for.

A limit is a matter of keeping the service up, not a number the town decides by rule, so it stands beside the form
it guards. What is counted leads to nobody: the place is hashed with a secret that lives only as long as the process,
and a count is kept until the end of its window, whenever it was made.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from . import clock
from .decisions import Decision, Denied

_SECRET = secrets.token_bytes(32)


@dataclass(frozen=True)
class Limit:
    """At most so many times within a window, from one place."""

    name: str
    times: int
    per: timedelta

    def take(self, request: HttpRequest) -> Decision:
        """Count one time, or say why not. Two at the same instant may count as one: it is a brake, not a lock."""
        width = int(self.per.total_seconds())
        now = int(clock.now().timestamp())
        window = now // width
        key = f"limits:{self.name}:{window}:{_place(request)}"
        count = cache.get(key, 0)
        if count >= self.times:
            return Denied(
                _("This was sent very often from your connection in a short time."),
                _("Please wait a while and send it again; what you entered is not lost."),
            )
        cache.set(key, count + 1, (window + 1) * width - now)
        return True


def _place(request: HttpRequest) -> str:
    return hmac.new(_SECRET, address_of(request).encode(), hashlib.sha256).hexdigest()[:32]


def address_of(request: HttpRequest) -> str:
    """Where a request came from: told by our own proxies where there are any, never by the visitor."""
    behind = settings.TRUSTED_PROXIES
    told = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    if behind and len(told) >= behind:
        return told[-behind]
    return request.META.get("REMOTE_ADDR", "")
