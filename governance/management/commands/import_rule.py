"""Enter an instrument in the register of rules from a file of the national law XML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from governance.rules import transcriptions
from governance.rules.law_import import day_in_name, import_law
from governance.rules.law_reading import UnreadableLaw
from governance.rules.lifecycle import InstrumentType, VersionKind
from governance.rules.models import Rule
from governance.rules.permissions import enacting_body
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied
from residents.accounts.models import User
from residents.roles.holdings import holders


class Command(BaseCommand):
    help = "Enter a rule, or its next version, in the register from a file of the national law XML."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--slug", required=True, help="address of the rule, e.g. procedure-act")
        parser.add_argument(
            "--by", required=True, help="e-mail of the person of the secretariat who enters it"
        )
        parser.add_argument("--type", choices=InstrumentType.values, default=InstrumentType.GUIDELINE)
        parser.add_argument(
            "--effective-from",
            type=parse_date,
            help="first day of this text; default: the day in the file name, else the day of promulgation",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            content = options["file"].read_bytes()
            law = import_law(content)
        except OSError as error:
            raise CommandError(_("The file cannot be read: %(why)s") % {"why": error.strerror}) from error
        except UnreadableLaw as error:
            raise CommandError(str(error)) from error
        day = options["effective_from"] or day_in_name(options["file"].name) or law.promulgated_on
        if day is None:
            raise CommandError(_("The file names no day. Please give --effective-from."))
        rule = Rule.objects.filter(slug=options["slug"]).first()
        try:
            if rule is None:
                kind = InstrumentType(options["type"])
                body = enacting_body(kind)
                transcriptions.transcribe(
                    by=_secretariat(options["by"]),
                    versions=[law.version(day)],
                    slug=options["slug"],
                    title=law.title,
                    instrument_type=kind,
                    enacted_by=body,
                )
            else:
                version = law.version(day, VersionKind.PARTIAL_AMENDMENT)
                transcriptions.transcribe_version(rule, by=_secretariat(options["by"]), version=version)
        except Denied as refused:
            raise CommandError(f"{refused.reason} {refused.next_step}") from refused
        self.stdout.write(f"{law.title} /rules/{options['slug']}/?asof={day.isoformat()}")


def _secretariat(email: str) -> Acting:
    person = User.objects.filter(email__iexact=email).first()
    if person is None:
        raise CommandError(_("Nobody has this e-mail address: %(email)s") % {"email": email})
    return Acting(person, holders("committee.secretariat").first())
