"""Wagtail's own search – its lists, choosers and pictures – with the tokens of the public search.

Its stock backend splits at blanks and so finds nothing inside a Japanese compound. This one is named in the
settings; which of its two halves answers depends on the database.
"""

from __future__ import annotations

from typing import Any

from django.db import connection


def SearchBackend(params: dict[str, Any]) -> Any:
    """The half for the database in use; imported late, as each needs its database's driver."""
    if connection.vendor == "postgresql":
        from .postgresql import TokenBackend
    else:
        from .sqlite import TokenBackend
    return TokenBackend(params)
