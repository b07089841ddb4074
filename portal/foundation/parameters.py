"""The town's numbers. Each has days on which it holds and a provision it rests on; none is in code."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models, transaction
from django.db.models import Q
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

    @property
    def label(self) -> Any:
        """What people call it; nothing as long as nobody has named it."""
        return DESCRIBED[self.name][0] if self.name in DESCRIBED else ""

    @property
    def choices(self) -> builtins.type[models.TextChoices] | None:
        return DESCRIBED[self.name][1] if self.name in DESCRIBED else None

    def shown(self, value: Any) -> str:
        """The value as people read it: a choice by its name, a number as it is."""
        if value is None:
            return ""
        return str(self.choices(value).label) if self.choices else f"{value:,}"


DECLARED: dict[str, Declaration] = {}
DESCRIBED: dict[str, tuple[Any, type[models.TextChoices] | None]] = {}


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


def describe(name: str, label: Any, *, choices: type[models.TextChoices] | None = None) -> None:
    """Say what people call a number, so that it can be shown and set on a screen."""
    DESCRIBED[name] = (label, choices)


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
    row = _holding(day).filter(name=name).order_by("-valid_from").first()
    if row is None or row.value is None:
        raise NotSet(name, day)
    return row


def in_force(on: date | None = None) -> dict[str, Parameter]:
    """Every number that holds on a day, with what it rests on; one query for all of them."""
    rows = _holding(on or clock.today()).order_by("valid_from")
    return {row.name: row for row in rows if row.value is not None}


def key_of(text: models.Model) -> str:
    """How a number names the text it rests on."""
    return f"{text._meta.label_lower}:{text.pk}"


@transaction.atomic
def set_value(
    name: str,
    value: Any,
    *,
    valid_from: date,
    basis: str,
    by: Acting,
    rests_on: models.Model | None = None,
    valid_until: date | None = None,
) -> Parameter:
    """Let a number hold from a day on, because a provision says so. ``None`` unsets it.

    ``rests_on`` is the text that fixes it: when that text ends, the number ends with it.
    """
    declaration = DECLARED[name]
    stored = None if value is None else declaration.type(value)
    fields = {
        "value": stored,
        "basis": basis,
        "valid_until": valid_until,
        "rests_on": key_of(rests_on) if rests_on else "",
        "url": rests_on.get_absolute_url() if rests_on else "",  # type: ignore[attr-defined]
    }
    row, _created = Parameter.objects.update_or_create(name=name, valid_from=valid_from, defaults=fields)
    audit.record("foundation.parameter.set", by=by, target=row, reference=basis, details={"value": stored})
    return row


@transaction.atomic
def end_with(texts: Iterable[models.Model], *, on: date, by: Acting) -> None:
    """The texts end: from that day the numbers that rest on them give way to what was set before."""
    rows = Parameter.objects.filter(rests_on__in=[key_of(text) for text in texts])
    for row in rows.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=on)):
        row.valid_until = max(on, row.valid_from)
        row.save(update_fields=["valid_until"])
        audit.record("foundation.parameter.ended", by=by, target=row, reference=row.basis)


def _holding(day: date) -> models.QuerySet[Parameter]:
    still = Q(valid_until__isnull=True) | Q(valid_until__gt=day)
    return Parameter.objects.filter(still, valid_from__lte=day)
