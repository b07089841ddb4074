"""Start-up checks: what production must never run with, and from which state no town can be migrated."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from .attached_sqlite3.files import answers_file

PLACE = ("HOST", "PORT", "NAME", "USER")
DEMO_CUSTODIAN_KEY = "c2Fua2FrdS1kZW1vLWN1c3RvZGlhbi1rZXktMDAwMDE="
DEMO_SEALING_KEY = "c2Fua2FrdS1kZW1vLXNlYWxpbmcta2V5LTAwMDAwMDE="


@register(Tags.security, deploy=True)
def no_demo_in_production(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Refuse simulators, default keys, demo data and DEBUG."""
    found: list[CheckMessage] = []
    if settings.DEBUG:
        found.append(Error("DEBUG is on.", id="foundation.E001"))
    if settings.SECRET_KEY.startswith(("demo-", "test-")) or len(settings.SECRET_KEY) < 50:
        found.append(Error("SECRET_KEY is a default or too short.", id="foundation.E002"))
    if not _sealing_keys_hold():
        message = "SEALING_KEYS holds the demo key, none, or one that is not 32 bytes in base64."
        found.append(Error(message, id="foundation.E003"))
    if settings.EMAIL_BACKEND == "portal.foundation.mail.KeepingBackend":
        found.append(Error("The mail relay is the simulator that keeps mails.", id="foundation.E004"))
    if settings.DEMO:
        found.append(Error("DEMO is on.", id="foundation.E005"))
    if "*" in settings.ALLOWED_HOSTS or not settings.ALLOWED_HOSTS:
        found.append(Error("ALLOWED_HOSTS admits every host or none.", id="foundation.E006"))
    if not _custodian_is_another():
        message = (
            "CUSTODIAN_KEYS holds the demo key, a sealing key, or CUSTODIAN_DATABASE_URL is the town's own."
        )
        found.append(Error(message, id="foundation.E007"))
    return found


@register(Tags.security, deploy=True)
def answering_is_another(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Refuse one login, one file or one process for issuing and answering (docs/adr/0022)."""
    found: list[CheckMessage] = []
    if not _sides_are_apart():
        message = "ANSWERING_LOGIN is missing or the town's own, or ANSWERS_DATABASE_URL is the town's file."
        found.append(Error(message, id="foundation.E008"))
    if not settings.ANSWERING_URL:
        message = "ANSWERING_URL is empty: the town's own process would take answers."
        found.append(Error(message, id="foundation.E009"))
    return found


@register(Tags.database)
def histories_are_whole(
    app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Refuse to migrate a town that stands in the middle of a history written anew; Django would leave it out unsaid."""
    found: list[CheckMessage] = []
    for alias in databases or ():
        taken = set(MigrationRecorder(connections[alias]).applied_migrations())
        there = MigrationLoader(None).disk_migrations
        for step, migration in there.items():
            missing = sorted(set(migration.replaces) - taken - set(there))
            if missing and taken & set(migration.replaces) and step not in taken:
                message = f"{step[0]} lacks {missing[0][1]}: migrate with the version before this one first."
                found.append(Error(message, id="foundation.E010"))
    return found


def _custodian_is_another() -> bool:
    """Without keys there is no custodian, and no pseudonyms; with keys it must be somebody else."""
    keys = settings.CUSTODIAN_KEYS
    shared = set(keys) & {*settings.SEALING_KEYS, DEMO_CUSTODIAN_KEY}
    theirs, ours = settings.CUSTODIAN_DATABASE, settings.DATABASES["default"]
    is_same = all(str(theirs.get(part, "")) == str(ours.get(part, "")) for part in PLACE)
    is_same |= not theirs.get("HOST") and theirs["NAME"] == answers_file(ours)
    return not keys or not shared and not is_same


def _sides_are_apart() -> bool:
    """On PostgreSQL two logins, on SQLite two files."""
    ours = settings.DATABASES["default"]
    if ours["ENGINE"].endswith("sqlite3"):
        return answers_file(ours) != str(ours["NAME"])
    return bool(settings.ANSWERING_LOGIN) and ours.get("USER", "") != settings.ANSWERING_LOGIN


def _sealing_keys_hold() -> bool:
    keys = settings.SEALING_KEYS
    try:
        lengths = {len(base64.b64decode(key, validate=True)) for key in keys}
    except ValueError:
        return False
    return lengths == {32} and DEMO_SEALING_KEY not in keys
