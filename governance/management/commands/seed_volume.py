"""Let the demo town grow to the size its lists and desks must bear."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from communities.rooms import bulk as rooms
from governance.proposals import bulk as proposals
from governance.seats import bulk as seats
from governance.violations import bulk as violations


class Command(BaseCommand):
    help = "Add seats, rooms, cases and proposals to the demo town until there are so many (after seed_demo)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--seats", type=int, default=15, help="on each committee in office")
        parser.add_argument("--rooms", type=int, default=200)
        parser.add_argument("--cases", type=int, default=2000)
        parser.add_argument("--proposals", type=int, default=300)

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Demo data stay out of production.")
        for name, noun in (
            ("seats", seats),
            ("rooms", rooms),
            ("cases", violations),
            ("proposals", proposals),
        ):
            added = noun.grow_to(options[name])
            self.stdout.write(f"  {name}: {'grown' if added else 'as they were'}")
