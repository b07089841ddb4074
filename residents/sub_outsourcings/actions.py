"""Asking for a sub-outsourcing, and the city's answer."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from portal.foundation import audit
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from residents.contracts.models import Contract
from residents.contracts.planning import locked as locked_contract

from . import notifications
from .models import SubOutsourcing
from .permissions import (
    can_consent,
    can_refuse_sub_outsourcing,
    can_request_sub_outsourcing,
    can_revoke_consent,
    can_withdraw_sub_outsourcing,
    lies_within,
)


@transaction.atomic
def request(contract: Contract, *, by: Acting, from_on: date, until_on: date, **words: Any) -> SubOutsourcing:
    """再委託の申請: the contractor says who would do what, why, and how the clauses bind them too."""
    contract = locked_contract(contract)
    require(can_request_sub_outsourcing(by, contract))
    require(lies_within(contract, from_on, until_on))
    asked = SubOutsourcing(contract=contract, from_on=from_on, until_on=until_on, **words)
    asked.step("request", by=by)
    audit.record("residents.sub_outsourcing.requested", by=by, target=contract)
    notifications.sub_outsourcing_requested(asked, by)
    return asked


@transaction.atomic
def withdraw(asked: SubOutsourcing, *, by: Acting) -> SubOutsourcing:
    """The contractor does the work itself after all."""
    asked = _locked(asked)
    require(can_withdraw_sub_outsourcing(by, asked))
    asked.step("withdraw", by=by)
    audit.record("residents.sub_outsourcing.withdrawn", by=by, target=asked.contract)
    notifications.sub_outsourcing_withdrawn(asked, by)
    return asked


@transaction.atomic
def consent(asked: SubOutsourcing, *, by: Acting, conditions: str = "") -> SubOutsourcing:
    """承諾: the city agrees, on the conditions it names; the contractor stays answerable for the whole."""
    asked = _locked(asked)
    require(can_consent(by, asked))
    asked.step("consent", by=by, reason=conditions, conditions=conditions)
    audit.record("residents.sub_outsourcing.consented", by=by, target=asked.contract, reason=conditions)
    notifications.sub_outsourcing_consented(asked, by)
    return asked


@transaction.atomic
def refuse(asked: SubOutsourcing, *, by: Acting, reason: str) -> SubOutsourcing:
    """不承諾: the city does not agree and says why."""
    asked = _locked(asked)
    require(can_refuse_sub_outsourcing(by, asked))
    asked.step("refuse", by=by, reason=reason)
    audit.record("residents.sub_outsourcing.refused", by=by, target=asked.contract, reason=reason)
    notifications.sub_outsourcing_refused(asked, by, reason)
    return asked


@transaction.atomic
def revoke_consent(asked: SubOutsourcing, *, by: Acting, reason: str) -> SubOutsourcing:
    """承諾の取消し: a condition was not kept; from today the contractor does the work itself."""
    asked = _locked(asked)
    require(can_revoke_consent(by, asked))
    asked.step("revoke_consent", by=by, reason=reason)
    audit.record("residents.sub_outsourcing.consent_revoked", by=by, target=asked.contract, reason=reason)
    notifications.sub_outsourcing_revoked(asked, by, reason)
    return asked


def _locked(asked: SubOutsourcing) -> SubOutsourcing:
    locked_contract(asked.contract)
    rows = SubOutsourcing.objects.select_for_update(of=("self",))
    return rows.select_related("contract__contractor").get(pk=asked.pk)
