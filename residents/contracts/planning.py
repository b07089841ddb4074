"""Planning a contract: its days, clauses and rights, until it is concluded or given up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied, require
from residents.bodies.models import Body

from .models import Contract, ContractClause, ContractGrant
from .permissions import (
    can_drop_contract,
    can_grant_access,
    can_propose_contract,
    can_revise_contract,
    lasts_at_most_a_year,
)

Grants = Iterable[tuple[str, str, Any]]
Clauses = dict[str, tuple[bool, str]]


@transaction.atomic
def propose(
    *,
    title: str,
    contractor: Body,
    scope_items: list[str],
    grants: Grants,
    from_on: date,
    until_on: date,
    by: Acting,
    **more: Any,
) -> Contract:
    """Prepare a contract; ``grants`` are (scope item, function, person or ``None``)."""
    require(can_propose_contract(by))
    require(lasts_at_most_a_year(from_on, until_on))
    contract = Contract(
        title=title,
        contractor=contractor,
        scope_items=scope_items,
        from_on=from_on,
        until_on=until_on,
        **more,
    )
    contract.step("propose", by=by)
    for scope_item, function, person in grants:
        _grant(contract, scope_item, function, person)
    audit.record("residents.contract.proposed", by=by, target=contract)
    return contract


@transaction.atomic
def revise(contract: Contract, *, by: Acting, **fields: Any) -> Contract:
    """Change what is still planned."""
    contract = locked(contract)
    require(can_revise_contract(by, contract))
    require(
        lasts_at_most_a_year(
            fields.get("from_on", contract.from_on), fields.get("until_on", contract.until_on)
        )
    )
    contract.step("revise", by=by, **fields)
    audit.record("residents.contract.revised", by=by, target=contract)
    return contract


@transaction.atomic
def check_clauses(contract: Contract, *, clauses: Clauses, by: Acting) -> Contract:
    """Go through the checklist: where the contract says it, or why it is not needed here."""
    contract = locked(contract)
    require(can_revise_contract(by, contract))
    for clause, (is_needed, evidence) in clauses.items():
        ContractClause.objects.update_or_create(
            contract=contract,
            clause=clause,
            defaults={"is_needed": is_needed, "evidence": evidence, "checked_on": clock.today()},
        )
    contract.step("revise", by=by)
    audit.record("residents.contract.clauses_checked", by=by, target=contract)
    return contract


@transaction.atomic
def grant(contract: Contract, *, scope_item: str, function: str, person: Any = None, by: Acting) -> Contract:
    """Let a scope item carry a function, for the contractor or one of its people."""
    contract = locked(contract)
    require(can_grant_access(by, contract))
    _grant(contract, scope_item, function, person)
    contract.step("revise", by=by)
    audit.record("residents.contract.right_added", by=by, target=contract, details={"function": function})
    return contract


@transaction.atomic
def withdraw_grant(contract: Contract, *, pk: int, by: Acting) -> Contract:
    """Take a right out of a planned contract."""
    contract = locked(contract)
    require(can_grant_access(by, contract))
    contract.grants.filter(pk=pk).delete()
    contract.step("revise", by=by)
    audit.record("residents.contract.right_removed", by=by, target=contract)
    return contract


@transaction.atomic
def drop(contract: Contract, *, by: Acting, reason: str) -> Contract:
    """Give a plan up; nothing ever rested on it."""
    contract = locked(contract)
    require(can_drop_contract(by, contract))
    contract.step("drop", by=by, reason=reason)
    audit.record("residents.contract.dropped", by=by, target=contract, reason=reason)
    return contract


def _grant(contract: Contract, scope_item: str, function: str, person: Any) -> None:
    if scope_item not in contract.scope_items:
        raise Denied(_("“%(item)s” is not in the scope of this contract.") % {"item": scope_item})
    if person is not None and not contract.contractor.memberships.filter(person=person).exists():
        raise Denied(_("%(person)s does not belong to the contractor.") % {"person": person})
    if contract.grants.filter(function=function, person=person).exists():
        raise Denied(_("The contract carries this right already."))
    ContractGrant.objects.create(contract=contract, scope_item=scope_item, function=function, person=person)


def locked(contract: Contract) -> Contract:
    rows = Contract.objects.select_for_update(of=("self",)).select_related("contractor")
    return rows.get(pk=contract.pk)
