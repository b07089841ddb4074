"""Fill the demo town by performing its verbs, or load one city's tables exactly as printed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError

from home import bulk, presets
from home import seeds as home_seeds
from residents import seeds as residents_seeds

ROOMS = ("disaster", "communities", "surveys", "governance")


class Command(BaseCommand):
    help = "Seed the demo town (idempotent). SEED_SCALE=10 multiplies residents, posts and answers in bulk."

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
        town = residents_seeds.seed()
        for name, seed in self._rooms():
            self.stdout.write(f"  {name} …")
            seed(town)
        bulk.multiply(int(os.environ.get("SEED_SCALE", "1")))
        self._index()

    def _rooms(self) -> Iterator[tuple[str, Any]]:
        """In house order: whoever is built upon goes first; the front door comes last."""
        for room in ROOMS:
            if find_spec(f"{room}.seeds") is not None:
                yield room, import_module(f"{room}.seeds").seed
        yield "home", home_seeds.seed

    def _index(self) -> None:
        """Have the search index read everything anew."""
        if "rebuild_search" in get_commands():
            call_command("rebuild_search", verbosity=0)
