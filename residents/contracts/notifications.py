"""Who hears of a contract: the section that needs it, the mayor's office, the contractor's people."""

from __future__ import annotations

from datetime import date

from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.accounts.models import User
from residents.roles.holdings import people_holding

from .models import Contract


def contract_concluded(contract: Contract, by: Acting) -> None:
    _post("contract_concluded", contract, _section() | contract.contractor.members_on(), by)


def contract_incident_reported(contract: Contract, by: Acting) -> None:
    _post("contract_incident_reported", contract, people_holding("contracts.conclude"), by)


def contract_renewed(following: Contract, by: Acting) -> None:
    """The contractor learns that the city wants the next year, and on which days; the mayor still concludes."""
    _post("contract_renewed", following, following.contractor.members_on(), by)


def contract_renewal_declined(contract: Contract, by: Acting) -> None:
    _post("contract_renewal_declined", contract, contract.contractor.members_on(), by)


def contract_ended(contract: Contract) -> None:
    """Both sides: the rights are gone, the certificate of return or destruction is due."""
    _post("contract_ended", contract, _section() | contract.contractor.members_on(), Acting())


def contract_ends_soon(contract: Contract, days: int) -> None:
    """The next year has to be decided; once for each of the days the reminders name."""
    _post("contract_ends_soon", contract, _section(), Acting(), once=str(days))


def _section():
    return people_holding("contracts.propose")


def _post(kind: str, contract: Contract, people, by: Acting, once: str = "") -> None:
    last: date = contract.terminated_on or contract.until_on
    people = User.objects.filter(pk__in=people.values("pk"))
    outbox.post(
        f"residents.{kind}",
        people.exclude(pk=by.person.pk) if by.person is not None else people,
        url=contract.get_absolute_url(),
        context={
            "contract": contract.title,
            "contractor": contract.contractor.name,
            "year": last.year,
            "month": last.month,
            "day": last.day,
        },
        once=f"{kind}:{contract.pk}:{once}" if once else "",
    )
