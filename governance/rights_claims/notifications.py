"""Both sides hear of every step that touches them; neither learns from a mail who the other is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils import translation

from portal.foundation import clock, outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .lifecycle import ClaimStatus
from .models import RightsClaim


def rights_claim_submitted(claim: RightsClaim, by: Acting) -> None:
    _tell("rights_claim_submitted", _handlers(claim), claim, by)
    _tell_claimant("rights_claim_received", claim)


def rights_claim_inquired(claim: RightsClaim, by: Acting) -> None:
    """The author reads what is claimed and why, and until when the answer counts."""
    _tell("rights_claim_inquired", [claim.author], claim, by, until=str(claim.reply_until))
    _tell_claimant("rights_claim_author_asked", claim, until=str(claim.reply_until))


def rights_claim_answered(claim: RightsClaim, by: Acting | None = None) -> None:
    """Agreed, objected, or no reply in time: the caretakers decide next."""
    _tell("rights_claim_answered", _caretakers(claim), claim, by, answer=claim.status)


def rights_claim_decided(claim: RightsClaim, by: Acting) -> None:
    """Removed, kept or shown again: both sides, with the same reason."""
    words = {"outcome": claim.status, "reason": claim.outcome_reason}
    _tell("rights_claim_decided", [claim.author], claim, by, **words)
    _tell_claimant("rights_claim_decided", claim, **words)


def rights_claim_turned_down(claim: RightsClaim, by: Acting) -> None:
    """The claimant; the author only if they had been asked."""
    words = {"outcome": claim.status, "reason": claim.outcome_reason}
    if claim.reply_until is not None:
        _tell("rights_claim_decided", [claim.author], claim, by, link=False, **words)
    _tell_claimant("rights_claim_decided", claim, **words)


def rights_claim_withdrawn(claim: RightsClaim, by: Acting) -> None:
    people = _caretakers(claim)
    _tell("rights_claim_withdrawn", people, claim, by)
    if claim.reply_until is not None:
        _tell("rights_claim_withdrawn", [claim.author], claim, by, link=False)


def rights_claim_due(claim: RightsClaim) -> None:
    """Whoever is waited for; when it is late, the secretariat as the next in line, too."""
    waited_for = [claim.author] if claim.status == ClaimStatus.INQUIRED else _caretakers(claim)
    due = str(claim.due_on)
    if claim.due_on is None or claim.due_on >= clock.today():
        once = f"rights-claim-due:{claim.pk}:{due}"
        _tell("rights_claim_due", waited_for, claim, once=once, due=due)
    else:
        once = f"rights-claim-overdue:{claim.pk}:{clock.today()}"
        _tell("rights_claim_overdue", {*waited_for, *_handlers(claim)}, claim, once=once, due=due)


def _caretakers(claim: RightsClaim) -> list[Any]:
    return _without_parties(people_holding("rooms.caretaker"), claim)


def _handlers(claim: RightsClaim) -> list[Any]:
    people = {*people_holding("rooms.caretaker"), *people_holding("committee.secretariat")}
    return _without_parties(people, claim)


def _without_parties(people: Iterable[Any], claim: RightsClaim) -> list[Any]:
    return [person for person in people if person.pk not in (claim.author_id, claim.claimant_id)]


def _tell_claimant(kind: str, claim: RightsClaim, **more: str) -> None:
    """With an account by mail; a guest reads the receipt, and the caretaker uses the address given."""
    if claim.claimant is not None:
        _post(kind, [claim.claimant], claim, "receipt", **more)


def _tell(
    kind: str,
    people: Iterable[Any],
    claim: RightsClaim,
    by: Acting | None = None,
    /,
    *,
    link: bool = True,
    once: str = "",
    **more: str,
) -> None:
    actor = by.person if by is not None else None
    people = [person for person in people if actor is None or person.pk != actor.pk]
    _post(kind, people, claim, "page" if link else "", once=once, **more)


def _post(
    kind: str, people: Iterable[Any], claim: RightsClaim, where: str, /, *, once: str = "", **more: str
) -> None:
    with translation.override(settings.LANGUAGE_CODE):
        url = {"page": claim.get_absolute_url(), "receipt": claim.get_receipt_url()}.get(where, "")
    context = {"number": claim.number, "place": claim.place, "right": claim.right, **more}
    outbox.post(f"governance.{kind}", people, url=url, context=context, once=once)
