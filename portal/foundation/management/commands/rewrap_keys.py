"""Wrap the data keys anew after a new wrapping key was put first (KEK rotation)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from portal.foundation import audit, custody, sealing
from portal.foundation.acting import CLOCK


class Command(BaseCommand):
    help = "Wrap all data keys with the first of SEALING_KEYS, and the custodian's with the first of CUSTODIAN_KEYS."

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            ours = sealing.rewrap()
            theirs = custody.rewrap() if custody.is_configured() else 0
            details = {"data_keys": ours, "custodian_keys": theirs}
            audit.record("system.sealing_keys.rewrapped", by=CLOCK, details=details)
        self.stdout.write(
            self.style.SUCCESS(
                f"{ours} data keys were wrapped anew, and {theirs} of the custodian. "
                "The older wrapping keys open nothing any more; keep them as long as backups that need them."
            )
        )
