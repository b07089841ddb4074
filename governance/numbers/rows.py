"""Numbers as lines of a table."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from portal.foundation.acting import Acting
from portal.foundation.models import Parameter
from portal.foundation.templatetags.ui import japanese_date

from .holders import HELD, Held
from .permissions import can_enter_number


def number_head() -> list[str]:
    return [
        _("What the number says"),
        _("Its value"),
        _("Holds from"),
        _("Rests on"),
        _("Values to come"),
    ]


def number_rows(by: Acting, today: date) -> list[list[Any]]:
    """Every number, what it is today and what it will be; all in one query."""
    values: dict[str, list[Parameter]] = defaultdict(list)
    for row in Parameter.objects.filter(name__in=HELD).order_by("name", "valid_from"):
        values[row.name].append(row)
    return [_number_row(by, held, values[name], today) for name, held in HELD.items()]


def _number_row(by: Acting, held: Held, values: list[Parameter], today: date) -> list[Any]:
    name: Any = str(held.label)
    now = next((row for row in reversed(values) if row.holds_on(today)), None)
    if can_enter_number(by, held.name, known={held.name: now} if now else {}):
        name = format_html('<a href="{}">{}</a>', reverse("governance:number-enter", args=[held.name]), name)
    coming = [
        f"{japanese_date(row.valid_from)}: {held.shown(row.value)}"
        for row in values
        if row.valid_from > today
    ]
    known = now is not None and now.value is not None
    return [
        name,
        held.shown(now.value) if known else _("not decided"),
        japanese_date(now.valid_from) if known else "",
        basis_of(now) if known else "",
        "、".join(coming),
    ]


def basis_of(row: Parameter) -> Any:
    """What a value rests on; a rule under its address."""
    return format_html('<a href="{}">{}</a>', row.url, row.basis) if row.url else row.basis


def value_rows(held: Held) -> list[list[str]]:
    """What one number was and will be, the latest first."""
    rows = Parameter.objects.filter(name=held.name).order_by("-valid_from")
    return [[japanese_date(row.valid_from), held.shown(row.value), row.basis] for row in rows]
