"""Whom the committee names to chair a room (第14条)."""

from dataclasses import dataclass

from residents.models import Body, Contract, User


@dataclass(frozen=True)
class Nominee:
    """A facilitator the committee names, and where the person comes from."""

    person: User
    source: str
    dispatched_by: Body | None = None
    contract: Contract | None = None
