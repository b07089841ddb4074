"""The town's numbers. Each has days on which it holds and a provision it rests on; none is in code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from . import audit, clock
from .acting import Acting
from .decisions import Denied
from .models import Parameter


@dataclass(frozen=True)
class Declaration:
    """What a number is: its type, unit and where the source speaks of it."""

    name: str
    type: type
    unit: str
    source: str


DECLARED: dict[str, Declaration] = {}


class NotSet(Denied):
    """No rule has set this number for that day, so nothing may rest on it."""

    def __init__(self, name: str, on: date) -> None:
        super().__init__(
            _("No rule in force on %(day)s sets the number “%(name)s”.") % {"day": on, "name": name},
            _("The body in charge has to decide it first."),
        )
        self.name = name


def declare(name: str, type: type, *, unit: str, source: str) -> None:
    """Say that a number exists. Its value comes from a rule, never from here."""
    DECLARED[name] = Declaration(name, type, unit, source)


def value(name: str, on: date | None = None) -> Any:
    """The number in force on a day.

    Raises:
        KeyError: nobody declared the name.
        NotSet: no rule has set it for that day.
    """
    return DECLARED[name].type(_row(name, on).value)


def basis(name: str, on: date | None = None) -> str:
    """The provision the number in force on a day rests on.

    Raises:
        NotSet: no rule has set it for that day.
    """
    return _row(name, on).basis


def _row(name: str, on: date | None) -> Parameter:
    day = on or clock.today()
    row = Parameter.objects.filter(name=name, valid_from__lte=day).order_by("-valid_from").first()
    if row is None or row.value is None:
        raise NotSet(name, day)
    return row


@transaction.atomic
def set_value(name: str, value: Any, *, valid_from: date, basis: str, by: Acting) -> Parameter:
    """Let a number hold from a day on, because a provision says so. ``None`` unsets it."""
    declaration = DECLARED[name]
    stored = None if value is None else declaration.type(value)
    row, _created = Parameter.objects.update_or_create(
        name=name, valid_from=valid_from, defaults={"value": stored, "basis": basis}
    )
    audit.record("foundation.parameter.set", by=by, target=row, reference=basis, details={"value": stored})
    return row
