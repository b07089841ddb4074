"""Take in records of committees of other days and towns from Popolo files (JSON)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from governance.popolo import actions
from governance.popolo.reading import Reading
from governance.popolo.values import UnreadablePopolo
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import Denied
from residents.accounts.models import User
from residents.roles.holdings import holders


class Command(BaseCommand):
    help = (
        "Take in organizations, persons and memberships from Popolo files; a second time nothing is doubled."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "files",
            nargs="+",
            type=Path,
            help="one document, or one list for each collection (persons.json …)",
        )
        parser.add_argument(
            "--source",
            default="",
            help="whose ids these are; default: what the file says in meta.source, else its name",
        )
        parser.add_argument(
            "--by",
            default="",
            help="e-mail of the person of the secretariat who takes it in",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        by = _taker(options["by"])
        try:
            reading = Reading([(str(path), path.read_bytes()) for path in options["files"]])
            source = options["source"] or reading.source or options["files"][0].stem
            counts = actions.take_in(reading, source=source[:200], by=by)
        except OSError as error:
            raise CommandError(_("The file cannot be read: %(why)s") % {"why": error.strerror}) from error
        except UnreadablePopolo as error:
            raise CommandError(str(error)) from error
        except RecursionError as error:
            raise CommandError(_("The file is nested too deeply.")) from error
        except Denied as refused:
            raise CommandError(f"{refused.reason} {refused.next_step}") from refused
        self.stdout.write(_("Source: %(source)s") % {"source": source})
        for name, count in counts.items():
            self.stdout.write(
                f"{name}: {count.new} new, {count.changed} changed, {count.unchanged} unchanged"
            )


def _taker(email: str) -> Acting:
    """Somebody of the secretariat by name, else whoever runs the machine."""
    if not email:
        return CLOCK
    person = User.objects.filter(email__iexact=email).first()
    if person is None:
        raise CommandError(_("Nobody has this e-mail address: %(email)s") % {"email": email})
    return Acting(person, holders("committee.secretariat").first())
