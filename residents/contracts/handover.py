"""A task a contract gave to one person by name goes to a colleague of the same contractor (世話人の交代)."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Q

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.standing import Standing
from residents.roles.functions import FUNCTIONS

from .lifecycle import RUNNING, ContractStatus
from .models import ContractGrant

PROVIDER = "residents.contracts.handover"


def standing_with(person: Any, body: Any) -> list[Standing]:
    """Rights in running and coming contracts of this contractor that name the person."""
    today = clock.today()
    rows = ContractGrant.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        person=person,
        contract__contractor=body,
        contract__until_on__gte=today,
        contract__status__in=[*RUNNING, ContractStatus.PLANNED],
    )
    return [
        Standing(
            PROVIDER,
            str(row.pk),
            row.contract.title,
            str(FUNCTIONS[row.function].label),
            row.contract.get_absolute_url(),
        )
        for row in rows.select_related("contract").order_by("pk")
        if row.function in FUNCTIONS
    ]


@transaction.atomic
def pass_on(pk: str, *, to: Any, by: Acting) -> None:
    """From today the colleague holds it; what the first one did until yesterday stays theirs."""
    row = ContractGrant.objects.select_for_update(of=("self",)).select_related("contract").get(pk=pk)
    today = clock.today()
    colleague = row.contract.grants.filter(function=row.function, person=to, until_on__isnull=True)
    has_begun = row.contract.from_on < today and (row.from_on is None or row.from_on < today)
    if not colleague.exists():
        ContractGrant.objects.create(
            contract=row.contract,
            scope_item=row.scope_item,
            function=row.function,
            person=to,
            from_on=today if has_begun else row.from_on,
        )
    if has_begun:
        row.until_on = today - clock.ONE_DAY
        row.save(update_fields=["until_on"])
    else:
        row.delete()
    audit.record("residents.contract.right_handed_over", by=by, target=row.contract)
