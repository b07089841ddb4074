"""A unit ends: what it lent, and what was lent to it, goes on with the unit that follows (checklist 87)."""

from __future__ import annotations

from django.db import transaction

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from residents.bodies.models import Body

from .models import Delegation


@transaction.atomic
def follow(lent: Delegation, successors: dict[int, Body], *, by: Acting) -> Delegation | None:
    """The days that are left hold between the successors; the days before stay as they were lent.

    Where giver and receiver have become one body nothing is lent any more, and nothing goes on.
    """
    rows = Delegation.objects.select_for_update(of=("self",)).select_related("from_body", "to_body")
    lent = rows.get(pk=lent.pk)
    gone = [body for body in (lent.from_body, lent.to_body) if body is not None and body.pk in successors]
    giver = successors.get(lent.from_body_id, lent.from_body)
    taker = successors.get(lent.to_body_id, lent.to_body) if lent.to_body_id else None
    last = min(body.valid_until or clock.today() for body in gone)
    rest = Delegation(
        function=lent.function,
        from_body=giver,
        to_body=taker,
        to_person_id=lent.to_person_id,
        from_on=max(last + clock.ONE_DAY, lent.from_on),
        until_on=lent.until_on,
        basis=lent.basis,
    )
    if lent.from_on <= last:
        lent.until_on = last
        lent.save(update_fields=["until_on"])
    else:
        lent.delete()
    if giver == taker:
        audit.record(
            "residents.delegation.followed", by=by, target=giver, details={"function": rest.function}
        )
        return None
    rest.save()
    audit.record("residents.delegation.followed", by=by, target=rest, reference=rest.basis)
    return rest
