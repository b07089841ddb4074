"""Who may bind the city, and who may end it."""

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision
from residents.roles.holdings import holds

from .lifecycle import CONTRACT
from .models import Contract


def can_propose_contract(by: Acting) -> Decision:
    return holds(by, "contracts.propose")


def can_conclude_contract(by: Acting, contract: Contract) -> Decision:
    return holds(by, "contracts.conclude") and CONTRACT.allows("conclude", contract.status)


def can_terminate_contract(by: Acting, contract: Contract) -> Decision:
    return holds(by, "contracts.conclude") and CONTRACT.allows("terminate", contract.status)
