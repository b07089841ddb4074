"""Claims of infringed rights on the secretariat's desk: by number, never by name."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .lifecycle import ClaimStatus
from .models import RightsClaim
from .permissions import can_see_list


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """What is due, for those who may see the list; their own claims and posts are not theirs to watch."""
    if not can_see_list(by) or by.person is None:
        return []
    claims = RightsClaim.objects.open().exclude(author=by.person).exclude(claimant=by.person)
    claims = claims.filter(due_on__lte=until) | claims.filter(due_on__isnull=True)
    return [
        Matter(
            claim.number,
            _("Claim of an infringed right: next step"),
            claim.get_absolute_url(),
            claim.due_on,
            _("Author") if claim.status == ClaimStatus.INQUIRED else _("Caretakers"),
        )
        for claim in claims.order_by("due_on", "received_at")[:AT_ONCE]
    ]
