"""Who hears of a hand-over: the colleagues who have something to do from now on."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.urls import reverse

from portal.foundation import clock, outbox
from portal.foundation.acting import Acting
from portal.foundation.standing import Standing
from residents.roles.holdings import people_holding

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


def matters_left_behind(membership: BodyMembership, left: list[Standing]) -> None:
    """The colleagues who can take them over, and those who keep the table of roles; once for each who left."""
    colleagues = membership.body.members_on(clock.today())
    outbox.post(
        "residents.matters_left_behind",
        {person.pk: person for person in [*colleagues, *people_holding("roles.table_draft")]}.values(),
        url=reverse("residents:member-hand-over", args=[membership.pk]),
        context={"body": membership.body.name, "person": str(membership.person), "count": len(left)},
        once=f"left-behind:{membership.pk}",
    )
