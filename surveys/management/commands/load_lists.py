"""Take in lists of revoked certificates from folders, files and addresses; for the timetable of the machine (cron)."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from argparse import ArgumentTypeError
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.foundation.acting import CLOCK
from portal.foundation.decisions import Denied
from surveys.certificates import actions, inspection
from surveys.certificates.revocation import MAX_LIST_BYTES

TIMEOUT = 60
SUFFIXES = {".crl", ".pem", ".der"}


class Command(BaseCommand):
    help = (
        "Take in lists of revoked certificates (CRL, DER or PEM) from folders, files, or http(s) addresses. A list "
        "that is already held changes nothing; one that no trusted authority signed is refused. "
        "Exit: 0 all were taken in, 1 some were not."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", nargs="*", help="folder, file, or http(s) address")
        parser.add_argument(
            "--from",
            dest="lines",
            type=_lines,
            default=[],
            help="file with one source a line; # begins a remark",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        sources = [*options["source"], *options["lines"]]
        if not sources:
            raise CommandError("Name a folder, a file or an address, or --from a file of them.")
        faults = sum(self._take_in(place, fetch) for source in sources for place, fetch in _places(source))
        if faults:
            raise CommandError(f"{faults} could not be taken in.")

    def _take_in(self, place: str, fetch: Any) -> int:
        """One file or address; says 1 where it was refused, and goes on with the others."""
        try:
            for der in inspection.blocks(fetch(), b"X509 CRL"):
                row = actions.load_list(der, by=CLOCK)
                self.stdout.write(f"{place}: next list by {row.next_update:%Y-%m-%d %H:%M} UTC")
        except Denied as denied:
            self.stderr.write(f"{place}: {denied.reason}")
            return 1
        except (OSError, ValueError, http.client.HTTPException) as problem:
            self.stderr.write(f"{place}: {problem}")
            return 1
        return 0


def _places(source: str) -> Iterator[tuple[str, Any]]:
    if source.startswith(("http://", "https://")):
        yield source, lambda: _fetched(source)
        return
    path = Path(source)
    files = sorted(p for p in path.rglob("*") if p.suffix in SUFFIXES) if path.is_dir() else [path]
    for file in files:
        yield str(file), lambda file=file: _limited(file.read_bytes())


def _fetched(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=TIMEOUT) as reply:
        return _limited(reply.read(2 * MAX_LIST_BYTES + 1))


def _limited(content: bytes) -> bytes:
    if len(content) > 2 * MAX_LIST_BYTES:
        raise ValueError("too large to be a list of revoked certificates")
    return content


def _lines(name: str) -> list[str]:
    try:
        lines = Path(name).read_text(encoding="utf-8").splitlines()
    except OSError as problem:
        raise ArgumentTypeError(str(problem))
    return [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
