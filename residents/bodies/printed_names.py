"""The bodies in whose name the lines of a record were written, as a reader is told them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from .models import Body


def name_bodies(lines: Iterable[Any]) -> None:
    """Give each line its ``shown_body``: the name of that day, on an English page the English one."""
    lines = list(lines)
    is_as_written = get_language() == settings.LANGUAGE_CODE
    known = set() if is_as_written else {int(line.body_id) for line in lines if line.body_id}
    bodies = Body.objects.in_bulk(known) if known else {}
    for line in lines:
        body = bodies.get(int(line.body_id or 0))
        line.shown_body = body.shown_name if body is not None and body.name_en else line.body_name
