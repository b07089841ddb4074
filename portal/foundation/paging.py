"""Lists are read by key, not by page number: the hundredth page costs what the first does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest

SALT = "paging"


@dataclass(frozen=True)
class KeysetPage:
    """One page of a list and the addresses of its neighbours (``None`` at the ends)."""

    items: list[Any]
    next_url: str | None
    previous_url: str | None

    def __iter__(self) -> Any:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


def keyset(
    queryset: models.QuerySet[Any], request: HttpRequest, *, size: int = 20, order: str = "-id"
) -> KeysetPage:
    """The page the request asks for by ``?after=`` or ``?before=``.

    ``order`` names fields separated by blanks (``"-opened_at -id"``), all in one direction; the
    last must be unique. A key that was tampered with, or that another list gave, shows the first page.
    """
    fields = order.split()
    descending = fields[0].startswith("-")
    names = [field.lstrip("-") for field in fields]
    salt = f"{SALT}:{queryset.model._meta.label}:{order}"  # a key of one list means nothing in another
    backwards = "before" in request.GET and "after" not in request.GET
    key = _read(request.GET.get("before" if backwards else "after", ""), salt, len(names))
    downwards = descending != backwards
    rows = queryset.order_by(*(_ordered(queryset.model, name, downwards=downwards) for name in names))
    if key is not None:
        rows = rows.filter(_beyond(queryset.model, names, key, downwards=downwards))
    items = list(rows[: size + 1])
    has_more = len(items) > size
    items = items[:size]
    if backwards:
        items.reverse()
    has_next = bool(items) and (has_more if not backwards else True)
    has_previous = bool(items) and (key is not None if not backwards else has_more)
    return KeysetPage(
        items,
        _url(request, "after", items[-1], names, salt) if has_next else None,
        _url(request, "before", items[0], names, salt) if has_previous else None,
    )


def _may_be_empty(model: type[models.Model], name: str) -> bool:
    """Whether rows may have nothing in this field; what is reckoned in the query may always."""
    try:
        return name != "pk" and getattr(model._meta.get_field(name), "null", True)
    except FieldDoesNotExist:
        return True


def _ordered(model: type[models.Model], name: str, *, downwards: bool) -> Any:
    """Nothing counts as less than everything, in every database."""
    if not _may_be_empty(model, name):
        return f"-{name}" if downwards else name
    return F(name).desc(nulls_last=True) if downwards else F(name).asc(nulls_first=True)


def _beyond(model: type[models.Model], names: list[str], key: list[Any], *, downwards: bool) -> Q:
    """Rows after the key: alike in the first fields, beyond it in the next one."""
    condition = Q(pk__in=[])
    alike = Q()
    for name, value in zip(names, key, strict=True):
        condition |= alike & _further(model, name, value, downwards=downwards)
        alike &= Q(**{f"{name}__isnull": True}) if value is None else Q(**{name: value})
    return condition


def _further(model: type[models.Model], name: str, value: Any, *, downwards: bool) -> Q:
    if value is None:
        return Q(pk__in=[]) if downwards else Q(**{f"{name}__isnull": False})
    if not downwards:
        return Q(**{f"{name}__gt": value})
    further = Q(**{f"{name}__lt": value})
    return further | Q(**{f"{name}__isnull": True}) if _may_be_empty(model, name) else further


def _read(token: str, salt: str, length: int) -> list[Any] | None:
    try:
        key = signing.loads(token, salt=salt) if token else None
    except signing.BadSignature:
        return None
    return key if isinstance(key, list) and len(key) == length else None


def _url(request: HttpRequest, name: str, item: Any, names: list[str], salt: str) -> str:
    parameters = request.GET.copy()
    parameters.pop("after", None)
    parameters.pop("before", None)
    values = []
    for field in names:
        value = item
        for part in field.split("__"):
            value = getattr(value, part)
        values.append(value if value is None or isinstance(value, int) else str(value))
    parameters[name] = signing.dumps(values, salt=salt)
    return f"{request.path}?{parameters.urlencode()}"
