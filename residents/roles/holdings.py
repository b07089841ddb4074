"""Who holds a function on a day: the one question every right of the house is built from."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.accounts.models import User
from residents.bodies.models import Body, BodyMembership
from residents.contracts.models import ContractGrant

from .functions import FUNCTIONS
from .models import Delegation, RoleAssignment, RoleTable

Holdings = frozenset[tuple[str, int]]


def holds(acting: Acting, function: str, on: date | None = None) -> Decision:
    """Does the person act for a body that holds the function on that day?

    Raises:
        KeyError: the function does not exist.
    """
    label = FUNCTIONS[function].label
    day = on or clock.today()
    if acting.person is not None and acting.body is not None and acting.person.is_active:
        if (function, acting.body.pk) in _holdings(acting.person, day):
            return True
    return Denied(
        _("Only those responsible for “%(function)s” may do this.") % {"function": label},
        lazy(_who, str)(function, day),
    )


def belongs(acting: Acting, on: date | None = None) -> Decision:
    """Does the person belong to the body they say they act for, on that day?"""
    if acting.person is not None and acting.body is not None:
        day = on or clock.today()
        memberships = acting.person.memberships.on(day).filter(body=acting.body)
        if acting.body.exists_on(day) and memberships.exists():
            return True
    return Denied(_("You do not belong to this body today."))


def holders(function: str, on: date | None = None) -> Any:
    """The bodies that hold a function on a day by role table, contract or delegation."""
    day = on or clock.today()
    table = RoleTable.objects.in_force(day)
    rows = RoleAssignment.objects.filter(table=table, function=function)
    condition = Q(pk__in=rows.filter(body__isnull=False).values("body"))
    if rows.filter(is_open_ended=True).exists():
        condition |= Q(kind=Body.Kind.UNIT)
    condition |= Q(
        pk__in=ContractGrant.objects.on(day).filter(function=function).values("contract__contractor")
    )
    condition |= Q(
        pk__in=Delegation.objects.on(day).filter(function=function, to_body__isnull=False).values("to_body")
    )
    return Body.objects.on(day).filter(condition)


def people_holding(function: str, on: date | None = None) -> Any:
    """The people who may act by a function on a day; for telling them."""
    day = on or clock.today()
    members = BodyMembership.objects.on(day).filter(body__in=holders(function, day))
    return User.objects.filter(pk__in=members.values("person"), is_active=True)


def is_active_resident(person: Any) -> bool:
    return person is not None and person.is_active


def has_city_connection(person: Any, on: date | None = None) -> Decision:
    """Lives, works or studies in the city (第5条, 第11条)."""
    if person is not None and person.connections.on(on or clock.today()).exists():
        return True
    return Denied(
        _("This is for people who live, work or study in the city."),
        _("You can state your connection to the city in your profile."),
    )


def _holdings(person: User, day: date) -> Holdings:
    """(function, body) pairs of a person on a day; loaded once per person object and day."""
    kept = person.__dict__.setdefault("_holdings_on", {})
    if day not in kept:
        kept[day] = _load(person, day)
    return kept[day]


def forget(person: User) -> None:
    """Drop what was loaded for this person object (a role changed during the request)."""
    person.__dict__.pop("_holdings_on", None)
    person.__dict__.pop("_page_rights_today", None)


def _load(person: User, day: date) -> Holdings:
    bodies = {m.body_id: m.body for m in person.memberships.on(day).select_related("body")}
    bodies = {pk: body for pk, body in bodies.items() if body.exists_on(day)}
    pairs: set[tuple[str, int]] = set()
    table = RoleTable.objects.in_force(day)
    units = {pk for pk, body in bodies.items() if body.kind == Body.Kind.UNIT}
    rows = RoleAssignment.objects.filter(table=table).filter(Q(body__in=bodies) | Q(is_open_ended=True))
    for row in rows:
        if row.body_id in bodies:
            pairs.add((row.function, row.body_id))
        if row.is_open_ended:
            pairs.update((row.function, pk) for pk in units)
    for grant in (
        ContractGrant.objects.on(day).filter(contract__contractor__in=bodies).select_related("contract")
    ):
        if grant.person_id in (None, person.pk):
            pairs.add((grant.function, grant.contract.contractor_id))
    lent = Delegation.objects.on(day).filter(Q(to_body__in=bodies) | Q(to_person=person))
    for row in lent:
        if row.to_body_id is not None:
            pairs.add((row.function, row.to_body_id))
        else:
            pairs.update((row.function, pk) for pk in bodies)
    return frozenset(pairs)


def _who(function: str, day: date) -> str:
    """The next step of a refusal: whom to ask. Looked up only when the refusal is read."""
    names = [str(body) for body in holders(function, day)[:3]]
    if not names:
        return gettext("No body holds this responsibility today.")
    return gettext("Responsible today: %(bodies)s") % {"bodies": "、".join(names)}
