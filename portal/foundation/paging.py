"""Lists are read by key, not by page number: the hundredth page costs what the first does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.db import models
from django.db.models import Q
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
    last must be unique. A key that was tampered with shows the first page.
    """
    fields = order.split()
    descending = fields[0].startswith("-")
    names = [field.lstrip("-") for field in fields]
    backwards = "before" in request.GET and "after" not in request.GET
    key = _read(request.GET.get("before" if backwards else "after", ""), len(names))
    rows = queryset.order_by(*(_flipped(fields) if backwards else fields))
    if key is not None:
        rows = rows.filter(_beyond(names, key, downwards=descending != backwards))
    items = list(rows[: size + 1])
    has_more = len(items) > size
    items = items[:size]
    if backwards:
        items.reverse()
    has_next = bool(items) and (has_more if not backwards else True)
    has_previous = bool(items) and (key is not None if not backwards else has_more)
    return KeysetPage(
        items,
        _url(request, "after", items[-1], names) if has_next else None,
        _url(request, "before", items[0], names) if has_previous else None,
    )


def _flipped(fields: list[str]) -> list[str]:
    return [field[1:] if field.startswith("-") else f"-{field}" for field in fields]


def _beyond(names: list[str], key: list[Any], *, downwards: bool) -> Q:
    operator = "lt" if downwards else "gt"
    condition = Q()
    for index, name in enumerate(names):
        equal = {names[i]: key[i] for i in range(index)}
        condition |= Q(**equal, **{f"{name}__{operator}": key[index]})
    return condition


def _read(token: str, length: int) -> list[Any] | None:
    try:
        key = signing.loads(token, salt=SALT) if token else None
    except signing.BadSignature:
        return None
    return key if isinstance(key, list) and len(key) == length else None


def _url(request: HttpRequest, name: str, item: Any, names: list[str]) -> str:
    parameters = request.GET.copy()
    parameters.pop("after", None)
    parameters.pop("before", None)
    values = []
    for field in names:
        value = item
        for part in field.split("__"):
            value = getattr(value, part)
        values.append(value if isinstance(value, int) else str(value))
    parameters[name] = signing.dumps(values, salt=SALT)
    return f"{request.path}?{parameters.urlencode()}"
