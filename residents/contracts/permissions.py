"""Who may prepare a contract, bind the city, and end it (M12)."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock, parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from portal.foundation.printed_dates import japanese_date
from residents.roles.holdings import belongs, holds

from .lifecycle import CONTRACT, Clause
from .models import Contract

ONE_YEAR = 1


def can_read_register(by: Acting) -> Decision:
    """The register is kept by those who prepare, conclude and inspect contracts."""
    return holds(by, "contracts.propose") or holds(by, "contracts.conclude") or holds(by, "system.operation")


def can_read_contract(by: Acting, contract: Contract) -> Decision:
    """Beside them, the contractor reads its own; to everybody else it is absent."""
    if by.body is not None and by.body.pk == contract.contractor_id:
        return belongs(by)
    return can_read_register(by)


def visible_to(by: Acting) -> Any:
    """The contracts a person may read, as a condition."""
    if can_read_register(by):
        return Q()
    return Q(contractor=by.body) if by.body is not None and belongs(by) else Q(pk__in=[])


def can_propose_contract(by: Acting) -> Decision:
    return holds(by, "contracts.propose")


def can_revise_contract(by: Acting, contract: Contract) -> Decision:
    """Days, scope, clauses and rights change only until it is concluded."""
    return holds(by, "contracts.propose") and CONTRACT.allows("revise", contract.status)


def can_grant_access(by: Acting, contract: Contract) -> Decision:
    """Which rights a scope item carries: said by the section that needs it, or by those who run the system."""
    may = holds(by, "contracts.propose") or holds(by, "system.operation")
    return may and CONTRACT.allows("revise", contract.status)


def can_drop_contract(by: Acting, contract: Contract) -> Decision:
    return holds(by, "contracts.propose") and CONTRACT.allows("drop", contract.status)


def can_conclude_contract(by: Acting, contract: Contract) -> Decision:
    return (
        holds(by, "contracts.conclude")
        and CONTRACT.allows("conclude", contract.status)
        and lasts_at_most_a_year(contract.from_on, contract.until_on)
        and _every_clause_is_checked(contract)
    )


def can_inspect_contract(by: Acting, contract: Contract) -> Decision:
    """検査: the unit that needs it, or those who run the system, accept what was delivered."""
    may = holds(by, "contracts.propose") or holds(by, "system.operation")
    return may and CONTRACT.allows("inspect", contract.status)


def can_report_incident(by: Acting, contract: Contract) -> Decision:
    return holds(by, "contracts.propose") and CONTRACT.allows("report_incident", contract.status)


def can_resolve_incident(by: Acting, contract: Contract) -> Decision:
    return holds(by, "contracts.propose") and CONTRACT.allows("resolve_incident", contract.status)


def can_renew_contract(by: Acting, contract: Contract) -> Decision:
    return (
        holds(by, "contracts.propose")
        and CONTRACT.allows("renew", contract.status)
        and _is_undecided(contract)
    )


def can_decline_renewal(by: Acting, contract: Contract) -> Decision:
    return (
        holds(by, "contracts.propose")
        and CONTRACT.allows("decline_renewal", contract.status)
        and _is_undecided(contract)
    )


def can_terminate_contract(by: Acting, contract: Contract) -> Decision:
    return holds(by, "contracts.conclude") and CONTRACT.allows("terminate", contract.status)


def can_settle_contract(by: Acting, contract: Contract) -> Decision:
    return holds(by, "contracts.propose") and CONTRACT.allows("settle", contract.status)


def certificate_is_in_order(contract: Contract, certificate_on: date) -> Decision:
    """Return or destruction is certified when the work is over, not before, and not for a day to come."""
    if certificate_on > clock.today():
        return Denied(_("The date cannot lie in the future."))
    last = contract.terminated_on or contract.until_on
    return certificate_on >= last or Denied(
        _("The certificate is older than the end of the contract (%(day)s).") % {"day": japanese_date(last)},
        _("Ask the contractor for one that covers the whole time."),
    )


def lasts_at_most_a_year(from_on: date, until_on: date) -> Decision:
    """1年毎の契約; another length needs another number with its basis."""
    try:
        years = parameters.value("contract.duration_years", on=from_on)
    except (parameters.NotSet, KeyError):
        years = ONE_YEAR
    leap = from_on.month == 2 and from_on.day == 29
    anniversary = from_on.replace(year=from_on.year + years, day=28 if leap else from_on.day)
    if until_on < anniversary:
        return True
    return Denied(
        _("A contract is made for %(years)s year(s) at a time.") % {"years": years},
        _("It can end on %(day)s at the latest.") % {"day": japanese_date(anniversary - timedelta(days=1))},
    )


def _every_clause_is_checked(contract: Contract) -> Decision:
    checked = set(contract.clauses.values_list("clause", flat=True))
    left = [clause.label for clause in Clause if clause.value not in checked]
    return not left or Denied(
        _("%(count)s clause(s) have not been checked yet.") % {"count": len(left)},
        _("Next: “%(clause)s”.") % {"clause": left[0]},
    )


def _is_undecided(contract: Contract) -> Decision:
    return not contract.renewal or Denied(_("The next year has been decided already."))
