"""Who holds a function on a day: the one question every right of the house is built from."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q, Value
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from portal.foundation.prepared import Asked, Prepared
from residents.accounts.models import User
from residents.bodies.models import Body, BodyMembership
from residents.contracts.models import ContractGrant

from .functions import FUNCTIONS
from .models import Delegation, RoleAssignment, RoleTable

Holdings = frozenset[tuple[str, int]]
DAY = Asked("day", models.DateField())


def _rows_in_force() -> Any:
    """The rows of the table of a day; a past act is judged by the table of its day."""
    table = RoleTable.objects.effective_by(DAY).values("pk")[:1]
    return RoleAssignment.objects.filter(table=models.Subquery(table))


def _holding() -> Any:
    """Bodies that hold a function: by role table, as one of all units of the city hall, by contract, by delegation."""
    function = Asked("function", models.CharField())
    rows = _rows_in_force().filter(function=function)
    granted = ContractGrant.objects.on(DAY).filter(function=function)
    lent = Delegation.objects.on(DAY).filter(function=function, to_body__isnull=False)
    return Body.objects.on(DAY).filter(
        Q(pk__in=rows.filter(body__isnull=False).values("body"))
        | Q(models.Exists(rows.filter(is_open_ended=True)), kind=Body.Kind.UNIT)
        | Q(pk__in=granted.values("contract__contractor"))
        | Q(pk__in=lent.values("to_body"))
    )


def _people() -> Any:
    """Those who belong to such a body and may still log in."""
    members = BodyMembership.objects.on(DAY).filter(body__in=_holding())
    return User.objects.filter(pk__in=members.values("person"), is_active=True)


def _entrusted() -> Any:
    """What a person may do: (how, function, body), and with how ``belongs`` (how, kind, body) of their bodies."""
    person, no_body = Asked("person", User._meta.pk), Value(None, output_field=models.BigIntegerField())
    memberships = BodyMembership.objects.on(DAY).filter(person=person)
    bodies = Body.objects.on(DAY).filter(pk__in=memberships.values("body"))
    rows = _rows_in_force()
    granted = ContractGrant.objects.on(DAY).filter(
        Q(person__isnull=True) | Q(person=person), contract__contractor__in=bodies.values("pk")
    )
    lent = Delegation.objects.on(DAY)
    return bodies.values_list(Value("belongs"), "kind", "pk").union(
        rows.filter(body__in=bodies.values("pk")).values_list(Value("body"), "function", "body"),
        rows.filter(is_open_ended=True).values_list(Value("units"), "function", no_body),
        granted.values_list(Value("body"), "function", "contract__contractor"),
        lent.filter(to_body__in=bodies.values("pk")).values_list(Value("body"), "function", "to_body"),
        lent.filter(to_body__isnull=True, to_person=person).values_list(Value("person"), "function", no_body),
    )


HOLDING = Prepared(lambda: _holding().values_list("pk"))
PEOPLE = Prepared(lambda: _people().values_list("pk"))
ENTRUSTED = Prepared(_entrusted)


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
    return Body.objects.filter(pk__in=_keys(HOLDING, function, on))


def people_holding(function: str, on: date | None = None) -> Any:
    """The people who may act by a function on a day; for telling them."""
    return User.objects.filter(pk__in=_keys(PEOPLE, function, on))


def _keys(question: Prepared, function: str, on: date | None) -> list[Any]:
    return [key for (key,) in question(function=function, day=on or clock.today())]


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
    rows = ENTRUSTED(person=person.pk, day=day)
    kinds = {body: kind for how, kind, body in rows if how == "belongs"}
    units = [body for body, kind in kinds.items() if kind == Body.Kind.UNIT]
    pairs: set[tuple[str, int]] = set()
    for how, function, body in rows:
        if how == "body":
            pairs.add((function, body))
        elif how == "units":
            pairs.update((function, unit) for unit in units)
        elif how == "person":
            pairs.update((function, own) for own in kinds)
    return frozenset(pairs)


def _who(function: str, day: date) -> str:
    """The next step of a refusal: whom to ask. Looked up only when the refusal is read."""
    names = [str(body) for body in holders(function, day)[:3]]
    if not names:
        return gettext("No body holds this responsibility today.")
    return gettext("Responsible today: %(bodies)s") % {"bodies": "、".join(names)}
