"""``manage.py rebuild_search``: index everything anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from search import actions


class Command(BaseCommand):
    help = "Index everything anew (after bulk imports or a new dictionary)."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{actions.rebuild()} entries")
