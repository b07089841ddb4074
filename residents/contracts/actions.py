"""Proposing, concluding and ending a contract; its rights come and go with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from residents.bodies.models import Body

from .models import Contract, ContractGrant
from .permissions import can_conclude_contract, can_propose_contract, can_terminate_contract


@transaction.atomic
def propose(
    *,
    title: str,
    contractor: Body,
    scope_items: list[str],
    grants: Iterable[tuple[str, str, Any]],
    from_on: date,
    until_on: date,
    by: Acting,
) -> Contract:
    """Prepare a contract; ``grants`` are (scope item, function, person or ``None``)."""
    require(can_propose_contract(by))
    contract = Contract(
        title=title, contractor=contractor, scope_items=scope_items, from_on=from_on, until_on=until_on
    )
    contract.step("propose", by=by)
    for scope_item, function, person in grants:
        ContractGrant.objects.create(
            contract=contract, scope_item=scope_item, function=function, person=person
        )
    audit.record("residents.contract.proposed", by=by, target=contract)
    return contract


@transaction.atomic
def conclude(contract: Contract, *, by: Acting) -> Contract:
    """Bind the city; from its first day on the grants hold."""
    contract = Contract.objects.select_for_update().get(pk=contract.pk)
    require(can_conclude_contract(by, contract))
    contract.step("conclude", by=by)
    audit.record("residents.contract.concluded", by=by, target=contract, public=True)
    return contract


@transaction.atomic
def terminate(contract: Contract, *, by: Acting, reason: str) -> Contract:
    """End it before its day; all rights it carried are gone tomorrow."""
    contract = Contract.objects.select_for_update().get(pk=contract.pk)
    require(can_terminate_contract(by, contract))
    contract.step("terminate", by=by, reason=reason, terminated_on=clock.today())
    audit.record("residents.contract.terminated", by=by, target=contract, reason=reason, public=True)
    return contract
