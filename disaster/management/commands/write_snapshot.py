"""``manage.py write_snapshot``: write the static copy of the light page now."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.module_loading import import_string

from disaster import screens


class Command(BaseCommand):
    help = "Write the static copy of the emergency page to SNAPSHOT_DIR."

    def handle(self, *args: Any, **options: Any) -> None:
        written = import_string(screens.WRITER)()
        self.stdout.write(f"{len(written)} files in {settings.SNAPSHOT_DIR}")
