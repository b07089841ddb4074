"""Lending a function for stated days, taking it back, and passing it to a colleague (委任, 代理)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied, require
from portal.foundation.standing import Standing
from residents.bodies.models import Body

from .functions import FUNCTIONS
from .models import Delegation
from .permissions import can_delegate, can_take_back

PROVIDER = "residents.roles.delegations"


@transaction.atomic
def delegate(
    function: str,
    *,
    to_body: Body | None = None,
    to_person: Any = None,
    from_on: date,
    until_on: date,
    basis: str,
    by: Acting,
) -> Delegation:
    """Lend a function the acting body holds to another body or person, for stated days and on a stated basis."""
    require(can_delegate(by, function, to_body=to_body, to_person=to_person, on=from_on))
    if (to_body is None) == (to_person is None):
        raise Denied(_("A delegation goes to one body or to one person."))
    lent = Delegation.objects.create(
        function=function,
        from_body=by.body,
        to_body=to_body,
        to_person=to_person,
        from_on=from_on,
        until_on=until_on,
        basis=basis,
    )
    audit.record("residents.delegation.given", by=by, target=lent, reference=basis)
    return lent


@transaction.atomic
def take_back(lent: Delegation, *, by: Acting, reason: str) -> Delegation:
    """End a delegation today, before its last day."""
    lent = Delegation.objects.select_for_update().get(pk=lent.pk)
    require(can_take_back(by, lent))
    lent.until_on = max(clock.today(), lent.from_on)
    lent.save(update_fields=["until_on"])
    audit.record("residents.delegation.taken_back", by=by, target=lent, reason=reason)
    return lent


def standing_with(person: Any, body: Any) -> list[Standing]:
    """Functions of this body that were lent to the person by name."""
    lent = Delegation.objects.filter(to_person=person, from_body=body, until_on__gte=clock.today())
    return [
        Standing(PROVIDER, str(row.pk), _("Delegated function"), str(FUNCTIONS[row.function].label))
        for row in lent.order_by("pk")
        if row.function in FUNCTIONS
    ]


@transaction.atomic
def pass_on(pk: str, *, to: Any, by: Acting) -> None:
    """The days that are left go to a colleague; what the first one did stays theirs."""
    lent = Delegation.objects.select_for_update().get(pk=pk)
    today = clock.today()
    if lent.from_on < today:
        rest = Delegation(
            function=lent.function,
            from_body_id=lent.from_body_id,
            to_person=to,
            from_on=today,
            until_on=lent.until_on,
            basis=lent.basis,
        )
        lent.until_on = today - clock.ONE_DAY
        lent.save(update_fields=["until_on"])
        rest.save()
    else:
        lent.to_person = to
        lent.save(update_fields=["to_person"])
    audit.record("residents.delegation.passed_on", by=by, target=lent)
