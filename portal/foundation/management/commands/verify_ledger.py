"""Check that no line of the ledger was altered or removed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.foundation import audit


class Command(BaseCommand):
    help = "Seal new lines, then verify the whole chain of the ledger."

    def handle(self, *args: Any, **options: Any) -> None:
        audit.seal()
        broken = audit.verify()
        if broken:
            raise CommandError(f"The ledger is broken at seals {broken[:10]}")
        self.stdout.write(self.style.SUCCESS("The ledger is whole."))
