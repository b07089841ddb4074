"""Proposing, concluding, renewing and ending a contract; its rights come and go with it."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import notifications
from .lifecycle import Renewal
from .models import Contract
from .permissions import (
    can_conclude_contract,
    can_decline_renewal,
    can_inspect_contract,
    can_renew_contract,
    can_report_incident,
    can_resolve_incident,
    can_settle_contract,
    can_terminate_contract,
    certificate_is_in_order,
)
from .planning import check_clauses, drop, grant, locked, propose, revise, withdraw_grant

__all__ = [
    "check_clauses",
    "conclude",
    "decline_renewal",
    "drop",
    "end",
    "grant",
    "inspect",
    "propose",
    "renew",
    "report_incident",
    "resolve_incident",
    "revise",
    "settle",
    "terminate",
    "withdraw_grant",
]


@transaction.atomic
def conclude(contract: Contract, *, by: Acting, number: str = "") -> Contract:
    """Bind the city; from its first day on the grants hold."""
    contract = locked(contract)
    require(can_conclude_contract(by, contract))
    contract.step("conclude", by=by, number=number or contract.number)
    audit.record(
        "residents.contract.concluded", by=by, target=contract, reference=contract.number, public=True
    )
    notifications.contract_concluded(contract, by)
    return contract


@transaction.atomic
def inspect(contract: Contract, *, by: Acting, result: str) -> Contract:
    """検査: what was delivered has been looked at, with this result."""
    contract = locked(contract)
    require(can_inspect_contract(by, contract))
    contract.step("inspect", by=by, reason=result)
    audit.record("residents.contract.inspected", by=by, target=contract)
    return contract


@transaction.atomic
def report_incident(contract: Contract, *, by: Acting, reason: str) -> Contract:
    """Something went wrong with what was entrusted; the rights go on until the mayor ends them."""
    contract = locked(contract)
    require(can_report_incident(by, contract))
    contract.step("report_incident", by=by, reason=reason)
    audit.record("residents.contract.incident_reported", by=by, target=contract)
    notifications.contract_incident_reported(contract, by)
    return contract


@transaction.atomic
def resolve_incident(contract: Contract, *, by: Acting, reason: str) -> Contract:
    """It has been dealt with; the contract goes on."""
    contract = locked(contract)
    require(can_resolve_incident(by, contract))
    contract.step("resolve_incident", by=by, reason=reason)
    audit.record("residents.contract.incident_resolved", by=by, target=contract)
    return contract


@transaction.atomic
def renew(contract: Contract, *, by: Acting) -> Contract:
    """Prepare the next year with the same contractor, scope and rights; the clauses are checked anew."""
    contract = locked(contract)
    require(can_renew_contract(by, contract))
    contract.step("renew", by=by, renewal=Renewal.RENEWED)
    first = contract.until_on + clock.ONE_DAY
    last = first.replace(year=first.year + 1, day=28 if (first.month, first.day) == (2, 29) else first.day)
    following = propose(
        title=contract.title,
        contractor=contract.contractor,
        scope_items=contract.scope_items,
        grants=[
            (row.scope_item, row.function, row.person)
            for row in contract.grants.filter(until_on__isnull=True).order_by("pk")
        ],
        from_on=first,
        until_on=last - timedelta(days=1),
        by=by,
        procurement=contract.procurement,
        amount=contract.amount,
        renews=contract,
    )
    audit.record("residents.contract.renewed", by=by, target=contract)
    notifications.contract_renewed(following, by)
    return following


@transaction.atomic
def decline_renewal(contract: Contract, *, by: Acting, reason: str) -> Contract:
    """Decide that there is no next year with this contractor; it is told while there is time."""
    contract = locked(contract)
    require(can_decline_renewal(by, contract))
    contract.step("decline_renewal", by=by, reason=reason, renewal=Renewal.DECLINED)
    audit.record("residents.contract.renewal_declined", by=by, target=contract, reason=reason)
    notifications.contract_renewal_declined(contract, by)
    return contract


@transaction.atomic
def terminate(contract: Contract, *, by: Acting, reason: str) -> Contract:
    """End it before its day; all rights it carried are gone at once, on this very day."""
    contract = locked(contract)
    require(can_terminate_contract(by, contract))
    contract.step("terminate", by=by, reason=reason, terminated_on=clock.today())
    audit.record("residents.contract.terminated", by=by, target=contract, reason=reason, public=True)
    notifications.contract_ended(contract)
    return contract


@transaction.atomic
def end(contract: Contract, *, by: Acting) -> Contract:
    """Its last day has passed: the rights went at midnight; now the data are to be returned or destroyed."""
    contract = locked(contract)
    contract.step("end", by=by)
    audit.record("residents.contract.ended", by=by, target=contract, public=True)
    notifications.contract_ended(contract)
    return contract


@transaction.atomic
def settle(contract: Contract, *, by: Acting, certificate_number: str, certificate_on: date) -> Contract:
    """The certificate that the data were returned or destroyed has come."""
    contract = locked(contract)
    require(can_settle_contract(by, contract))
    require(certificate_is_in_order(contract, certificate_on))
    contract.step("settle", by=by, certificate_number=certificate_number, certificate_on=certificate_on)
    audit.record("residents.contract.settled", by=by, target=contract, reference=certificate_number)
    return contract
