"""The incompatible pairs of [2.19]: what no one person may hold at once, however they came by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from residents.bodies.models import Body, BodyMembership
from residents.contracts.models import ContractGrant

from .functions import FUNCTIONS, INCOMPATIBLE_PAIRS
from .models import Delegation

CODES = frozenset(code for pair in INCOMPATIBLE_PAIRS for code in pair)

Sources = dict[Any, dict[str, set[Any]]]
"""person → function → the bodies or loans they hold it through."""


def people_in_two_minds(rows: Iterable[Any], day: date) -> list[Any]:
    """A sentence for each pair that one person would hold through table rows, contracts or delegations.

    A body that holds both halves itself is not named: there the verbs see to it that two people act.
    """
    held = _sources(rows, day)
    found: dict[str, Any] = {}
    for one, other in INCOMPATIBLE_PAIRS:
        for functions in held.values():
            for a in functions.get(one, ()):
                for b in functions.get(other, ()):
                    if a != b:
                        sentence = _shared(one, other, a, b)
                        found.setdefault(str(sentence), sentence)
    return list(found.values())


def would_be_in_two_minds(function: str, people: Iterable[Any], rows: Iterable[Any], day: date) -> list[Any]:
    """What these people hold already that does not go with a function they are to get."""
    partners = {b if a == function else a for a, b in INCOMPATIBLE_PAIRS if function in (a, b)}
    if not partners:
        return []
    held, wanted = _sources(rows, day), set(people)
    return sorted(
        {str(FUNCTIONS[code].label) for who in wanted for code in held.get(who, {}) if code in partners}
    )


def _sources(rows: Iterable[Any], day: date) -> Sources:
    members: dict[Any, set[Any]] = defaultdict(set)
    units: dict[Any, Body] = {}
    for membership in BodyMembership.objects.on(day).select_related("body"):
        if membership.body.exists_on(day):
            members[membership.body_id].add(membership.person_id)
            if membership.body.kind == Body.Kind.UNIT:
                units[membership.body_id] = membership.body
    found: Sources = defaultdict(lambda: defaultdict(set))
    for row in rows:
        if row.function in CODES:
            for body in units.values() if row.is_open_ended else [row.body]:
                for person in members[body.pk]:
                    found[person][row.function].add(body)
    _by_contract(found, members, day)
    _by_delegation(found, members, day)
    return found


def _by_contract(found: Sources, members: dict[Any, set[Any]], day: date) -> None:
    grants = ContractGrant.objects.on(day).filter(function__in=CODES)
    for grant in grants.select_related("contract__contractor"):
        contractor = grant.contract.contractor
        for person in [grant.person_id] if grant.person_id else members[contractor.pk]:
            found[person][grant.function].add(contractor)


def _by_delegation(found: Sources, members: dict[Any, set[Any]], day: date) -> None:
    lent = Delegation.objects.on(day).filter(Q(to_body__isnull=False) | Q(to_person__isnull=False))
    for row in lent.filter(function__in=CODES).select_related("to_body", "from_body"):
        for person in [row.to_person_id] if row.to_person_id else members[row.to_body_id]:
            found[person][row.function].add(row.to_body or str(row.from_body))


def _shared(one: str, other: str, a: Any, b: Any) -> Any:
    return _("“%(one)s” (%(a)s) and “%(other)s” (%(b)s) would be held by the same person.") % {
        "one": FUNCTIONS[one].label,
        "a": a,
        "other": FUNCTIONS[other].label,
        "b": b,
    }
