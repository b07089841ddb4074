"""Make a test card, or sign a survey's text with one. For drills and the demo town only."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.foundation.acting import CLOCK
from surveys.certificates import testca
from surveys.certificates.models import CertificateKind
from surveys.certificates.testcards import CardOrder, TestOffice


class Command(BaseCommand):
    help = (
        "Make a JPKI-TEST card, or sign a challenge file with it. Test only; production refuses these cards."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="name of the card's folder, e.g. hanako")
        parser.add_argument("--holder", default="見本　花子", help="name written into the certificate")
        parser.add_argument("--municipality", default="", help="e.g. デモ県となり市; default: the demo town")
        parser.add_argument("--kind", choices=CertificateKind.values, default=CertificateKind.SIGNING)
        parser.add_argument("--revoked", action="store_true", help="put the card on the revocation list")
        parser.add_argument("--expired", action="store_true", help="let the card have expired three days ago")
        parser.add_argument("--folder", type=Path, default=None, help="default: VAR_DIR/testcards")
        parser.add_argument("--sign", type=Path, metavar="FILE", help="sign this text; writes FILE.cms")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.TEST_CERTIFICATES_ALLOWED:
            raise CommandError("Test cards are not allowed here (TEST_CERTIFICATES_ALLOWED is off).")
        office = TestOffice(options["folder"] or settings.VAR_DIR / "testcards")
        address = f"{options['municipality']}1丁目2番3号" if options["municipality"] else testca.DEMO_ADDRESS
        card = office.issue(
            CardOrder(
                name=options["name"],
                holder=options["holder"],
                address=address,
                kind=options["kind"],
                is_revoked=options["revoked"],
                is_expired=options["expired"],
            )
        )
        office.register(by=CLOCK)
        if options["sign"]:
            self._sign(options["sign"], card)
        else:
            self.stdout.write(f"{card}/cert.pem\n{card}/key.pem")

    def _sign(self, text: Path, card: Path) -> None:
        out = text.with_name(text.name + ".cms")
        try:
            testca.sign(text, card, out)
        except FileNotFoundError:
            raise CommandError("The program openssl is not installed.")
        except subprocess.CalledProcessError as failed:
            raise CommandError(failed.stderr.decode(errors="replace"))
        self.stdout.write(str(out))
