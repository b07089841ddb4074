"""Who asks for a sub-outsourcing, and who decides: whoever binds the city by the contract itself (M12)."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from portal.foundation.printed_dates import japanese_date
from residents.contracts.models import Contract
from residents.roles.holdings import belongs, holds

from .lifecycle import SUB_OUTSOURCING
from .models import SubOutsourcing


def can_request_sub_outsourcing(by: Acting, contract: Contract) -> Decision:
    return _is_the_contractor(by, contract) and _binds(contract)


def can_withdraw_sub_outsourcing(by: Acting, asked: SubOutsourcing) -> Decision:
    return _is_the_contractor(by, asked.contract) and SUB_OUTSOURCING.allows("withdraw", asked.status)


def can_consent(by: Acting, asked: SubOutsourcing) -> Decision:
    return (
        holds(by, "contracts.conclude")
        and SUB_OUTSOURCING.allows("consent", asked.status)
        and _binds(asked.contract)
    )


def can_refuse_sub_outsourcing(by: Acting, asked: SubOutsourcing) -> Decision:
    return holds(by, "contracts.conclude") and SUB_OUTSOURCING.allows("refuse", asked.status)


def can_revoke_consent(by: Acting, asked: SubOutsourcing) -> Decision:
    return holds(by, "contracts.conclude") and SUB_OUTSOURCING.allows("revoke_consent", asked.status)


def lies_within(contract: Contract, from_on: date, until_on: date) -> Decision:
    """Nobody gives away more days than they have."""
    if contract.from_on <= from_on and until_on <= contract.until_on:
        return True
    return Denied(
        _("The days lie outside the contract: %(first)s to %(last)s.")
        % {"first": japanese_date(contract.from_on), "last": japanese_date(contract.until_on)}
    )


def _is_the_contractor(by: Acting, contract: Contract) -> Decision:
    if by.body is not None and by.body.pk == contract.contractor_id:
        return belongs(by)
    return Denied(_("Only the contractor asks for this."))


def _binds(contract: Contract) -> Decision:
    return contract.is_ahead_or_running or Denied(_("The contract does not run any more, or not yet."))
