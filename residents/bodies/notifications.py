"""Who hears of a hand-over: the colleagues who have something to do from now on."""

from __future__ import annotations

from collections import Counter
from typing import Any

from portal.foundation import outbox
from portal.foundation.acting import Acting

from .models import BodyMembership


def matters_handed_over(membership: BodyMembership, owners: list[Any], by: Acting) -> None:
    """Each new owner once, with the number of matters that came to them."""
    counts = Counter(owner.pk for owner in owners)
    for owner in {owner.pk: owner for owner in owners}.values():
        if by.person is not None and owner.pk == by.person.pk:
            continue
        outbox.post(
            "residents.matters_handed_over",
            [owner],
            context={
                "body": membership.body.name,
                "person": str(membership.person),
                "count": counts[owner.pk],
            },
            once=f"handed-over:{membership.pk}",
        )
