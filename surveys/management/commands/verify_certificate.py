"""Check a certificate or a signature and print the whole verdict as JSON. The help desk's tool."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentTypeError
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive, make_aware

from portal.foundation import clock
from surveys.certificates import cms, inspection, ocsp, revocation
from surveys.certificates.actions import source_for
from surveys.certificates.inspection import ACCEPTED, COULD_NOT_BE_CHECKED, REFUSED, Evidence
from surveys.certificates.models import TrustAnchor
from surveys.certificates.municipalities import named_municipality
from surveys.certificates.reasons import REASONS
from surveys.certificates.trust import AUTHENTICATION, SIGNING, Anchor
from surveys.certificates.trust_folder import anchors_in
from surveys.certificates.verification import Demand

KINDS = {
    "signing": SIGNING,
    "署名用": SIGNING,
    "authentication": AUTHENTICATION,
    "利用者証明用": AUTHENTICATION,
}
EXITS = {ACCEPTED: 0, REFUSED: 1, COULD_NOT_BE_CHECKED: 2}
INVALID, BAD_INPUT = "invalid-input", 3


class Command(BaseCommand):
    help = (
        "Check a certificate (--certificate) or a CMS signature over a text (--cms with --challenge) and print "
        "the verdict as JSON. Exit: 0 accepted, 1 refused, 2 could not be checked, 3 the input is unusable. "
        "Without --trust the portal's own authorities, lists and revocation services are used."
    )
    requires_system_checks: list[str] = []

    def create_parser(self, *args: Any, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(*args, **kwargs)
        parser.error = self._end_with_bad_input  # type: ignore[method-assign]
        return parser

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--certificate", type=Path, help="certificate to check, PEM or DER")
        parser.add_argument("--cms", type=Path, help="signature to check, DER, PEM or base64")
        parser.add_argument("--challenge", type=Path, help="the text that had to be signed, byte for byte")
        parser.add_argument(
            "--crl",
            type=Path,
            action="extend",
            nargs="+",
            default=[],
            help="file or folder, PEM or DER; several",
        )
        parser.add_argument("--ocsp-response", type=Path, help="a responder's answer, DER or PEM")
        parser.add_argument("--ocsp-nonce", type=_hex, help="number that must stand in --ocsp-response (hex)")
        parser.add_argument("--ocsp-url", default="", help="responder to ask (http or https)")
        parser.add_argument("--no-nonce", action="store_true", help="ask the responder without a number")
        parser.add_argument(
            "--trust", type=Path, action="extend", nargs="+", default=[], help="folder or file of authorities"
        )
        parser.add_argument("--policy", action="append", default=[], help="certificate policy (OID); several")
        parser.add_argument(
            "--kind", type=_kind, default=SIGNING, help="signing (署名用) or authentication (利用者証明用)"
        )
        parser.add_argument(
            "--municipality", default="", help="e.g. デモ県デモ市, or its code; only signing proves one"
        )
        parser.add_argument("--time", type=_moment, help="moment of the check, ISO 8601; default: now")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            found = self._found(options)
        except _Unusable as unusable:
            self._end_with_bad_input(str(unusable))
        except Exception as unforeseen:
            # The promise is a verdict for every input; what we did not foresee is never an acceptance.
            self._end_with_bad_input(f"{type(unforeseen).__name__}: {unforeseen}")
        self._end(found, EXITS[found["verdict"]])

    def _found(self, options: dict[str, Any]) -> dict[str, Any]:
        if (options["certificate"] is None) == (options["cms"] is None):
            raise _Unusable("Name either --certificate or --cms.")
        if (options["cms"] is None) != (options["challenge"] is None):
            raise _Unusable("--cms and --challenge belong together.")
        demand = Demand(options["kind"], named_municipality(options["municipality"]))
        at = options["time"] or clock.now()
        anchors = self._anchors(options)
        verdict = inspection.inspect(
            _read(options["cms"] or options["certificate"], 2 * cms.MAX_BYTES),
            content=_read(options["challenge"], cms.MAX_BYTES) if options["challenge"] else None,
            demand=demand,
            anchors=anchors,
            source=self._source(options, anchors),
            at=at,
        )
        asked = {"kind": demand.kind, "municipality": demand.municipality, "time": at.isoformat()}
        return {**inspection.report(verdict), "asked": asked}

    def _anchors(self, options: dict[str, Any]) -> list[Anchor]:
        if not options["trust"]:
            return [row.anchor for row in TrustAnchor.objects.usable().filter(kind=options["kind"])]
        for folder in options["trust"]:
            if not folder.exists():
                raise _Unusable(f"{folder} does not exist.")
        anchors = anchors_in(options["trust"], options["kind"], options["policy"])
        return [anchor for anchor in anchors if settings.TEST_CERTIFICATES_ALLOWED or not anchor.is_test]

    def _source(self, options: dict[str, Any], anchors: list[Anchor]) -> revocation.RevocationSource:
        answer = options["ocsp_response"]
        evidence = Evidence(
            lists=[
                der
                for given in options["crl"]
                for path in _files(given)
                for der in inspection.blocks(_read(path, 2 * revocation.MAX_LIST_BYTES), b"X509 CRL")
            ],
            answer=inspection.blocks(_read(answer, 2 * ocsp.MAX_BYTES), b"OCSP RESPONSE")[0]
            if answer
            else None,
            responder_url=options["ocsp_url"],
            nonce=options["ocsp_nonce"],
            sends_nonce=not options["no_nonce"],
        )
        has_evidence = evidence.lists or evidence.answer is not None or evidence.responder_url
        if options["trust"] or has_evidence:
            return evidence.source(anchors)
        return source_for(options["kind"])

    def _end_with_bad_input(self, message: str) -> NoReturn:
        reason = REASONS["input"]
        found = {
            "verdict": INVALID,
            "code": reason.code,
            **inspection.words(reason),
            "detail": message,
            "steps": [],
        }
        self._end(found, BAD_INPUT)

    def _end(self, found: dict[str, Any], status: int) -> NoReturn:
        self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))
        sys.exit(status)


class _Unusable(Exception):
    """The question itself cannot be asked: a file is missing, or options contradict each other."""


def _read(path: Path, limit: int) -> bytes:
    """At most a byte more than the limit: enough for the checks to see that it is too much."""
    try:
        with path.open("rb") as source:
            return source.read(limit + 1)
    except (OSError, ValueError) as problem:
        raise _Unusable(f"{path}: {problem}")


def _files(given: Path) -> list[Path]:
    """A folder stands for the files in it."""
    return sorted(path for path in given.rglob("*") if path.is_file()) if given.is_dir() else [given]


def _kind(text: str) -> str:
    try:
        return KINDS[text]
    except KeyError:
        raise ArgumentTypeError(f"not one of {', '.join(KINDS)}: {text}")


def _hex(text: str) -> bytes:
    return bytes.fromhex(text.replace(":", ""))


def _moment(text: str) -> datetime:
    """ISO 8601, or seconds since 1970; a time without a zone is the town's."""
    if text.isdigit():
        return datetime.fromtimestamp(int(text), UTC)
    moment = parse_datetime(text) or parse_datetime(f"{text}T00:00")
    if moment is None:
        raise ArgumentTypeError(f"not a moment: {text}")
    return make_aware(moment) if is_naive(moment) else moment
