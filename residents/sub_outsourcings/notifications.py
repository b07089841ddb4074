"""Who hears of a sub-outsourcing: those who decide, the section that needs the contract, the contractor."""

from __future__ import annotations

from typing import Any

from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.accounts.models import User
from residents.roles.holdings import people_holding

from .models import SubOutsourcing


def sub_outsourcing_requested(asked: SubOutsourcing, by: Acting) -> None:
    _post("sub_outsourcing_requested", asked, _city(), by)


def sub_outsourcing_withdrawn(asked: SubOutsourcing, by: Acting) -> None:
    _post("sub_outsourcing_withdrawn", asked, _city(), by)


def sub_outsourcing_consented(asked: SubOutsourcing, by: Acting) -> None:
    _post("sub_outsourcing_consented", asked, _both(asked), by, conditions=asked.conditions)


def sub_outsourcing_refused(asked: SubOutsourcing, by: Acting, reason: str) -> None:
    _post("sub_outsourcing_refused", asked, _both(asked), by, reason=reason)


def sub_outsourcing_revoked(asked: SubOutsourcing, by: Acting, reason: str) -> None:
    _post("sub_outsourcing_revoked", asked, _both(asked), by, reason=reason)


def _city() -> Any:
    return people_holding("contracts.conclude") | people_holding("contracts.propose")


def _both(asked: SubOutsourcing) -> Any:
    return asked.contract.contractor.members_on() | people_holding("contracts.propose")


def _post(kind: str, asked: SubOutsourcing, people: Any, by: Acting, **context: str) -> None:
    people = User.objects.filter(pk__in=people.values("pk"))
    outbox.post(
        f"residents.{kind}",
        people.exclude(pk=by.person.pk) if by.person is not None else people,
        url=asked.get_absolute_url(),
        context={
            "contract": asked.contract.title,
            "contractor": asked.contract.contractor.name,
            "subcontractor": asked.subcontractor,
            **context,
        },
    )
