"""Fill the demo town by performing its verbs, or load one city's tables exactly as printed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from governance.proposals import bulk as proposals_bulk
from home import bulk, presets
from home import seeds as home_seeds
from home.notices.pages import NoticePage
from residents import seeds as residents_seeds
from surveys import seeds as surveys_seeds

ROOMS = ("disaster", "communities", "surveys", "governance")


class Command(BaseCommand):
    help = "Seed the demo town (idempotent). SEED_SCALE=10 multiplies residents, posts, proposals, answers and notices."

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
        if self._multiply(town) or is_new:
            call_command("rebuild_search", verbosity=0)

    def _multiply(self, town: residents_seeds.Town) -> bool:
        """Let the town grow to SEED_SCALE times its size; says whether there was anything to add."""
        scale = int(os.environ.get("SEED_SCALE", "1"))
        added = [
            bulk.multiply(scale),
            proposals_bulk.multiply(scale),
            surveys_seeds.bulk(scale),
            home_seeds.bulk(town, scale),
        ]
        return any(added)

    def _rooms(self) -> Iterator[tuple[str, Any]]:
        """In house order: whoever is built upon goes first; the front door comes last."""
        for room in ROOMS:
            yield room, import_module(f"{room}.seeds").seed
        yield "home", home_seeds.seed
