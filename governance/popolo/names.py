"""The ids under which the portal publishes its committees; they stay the same for ever."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings

PERSONS = uuid.UUID("6f0c5a8e-4a4e-4d0b-9a53-0d6a3a1f2b77")
"""Under this the id of a person is reckoned; the account itself cannot be found from it."""


def scheme() -> str:
    """How ids of this town begin."""
    return f"tag:{settings.TOWN_NAME},2026:popolo"


def name(kind: str, *parts: Any) -> str:
    return ":".join([scheme(), kind, *[str(part) for part in parts]])


def person(pk: Any) -> str:
    return name("person", uuid.uuid5(PERSONS, str(pk)))


def is_ours(identifier: str) -> bool:
    return identifier.startswith(scheme() + ":")
