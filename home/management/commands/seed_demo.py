"""Fill the demo town by performing its verbs, or load one city's tables exactly as printed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from home import bulk, presets
from home import seeds as home_seeds
from home.notices.pages import NoticePage
from residents import seeds as residents_seeds

ROOMS = ("disaster", "communities", "surveys", "governance")


class Command(BaseCommand):
    help = "Seed the demo town (idempotent). SEED_SCALE=10 multiplies residents and posts in bulk."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--preset", choices=sorted(presets.PRESETS), help="one city's tables as printed")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Demo data stay out of production.")
        if options["preset"]:
            presets.load(options["preset"])
            home_seeds.site.build()
            self.stdout.write(self.style.SUCCESS(f"{options['preset']}: tables loaded as printed"))
            return
        is_new = not NoticePage.objects.exists()
        town = residents_seeds.seed()
        for name, seed in self._rooms():
            self.stdout.write(f"  {name} …")
            seed(town)
        has_grown = bulk.multiply(int(os.environ.get("SEED_SCALE", "1")))
        if is_new or has_grown:
            call_command("rebuild_search", verbosity=0)

    def _rooms(self) -> Iterator[tuple[str, Any]]:
        """In house order: whoever is built upon goes first; the front door comes last."""
        for room in ROOMS:
            yield room, import_module(f"{room}.seeds").seed
        yield "home", home_seeds.seed
