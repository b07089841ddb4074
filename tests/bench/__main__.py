"""`make bench`: what pages cost, as ratios to a reference in the same run.

Seconds depend on the machine; ratios and query counts travel. The reference is /healthz, which
only answers. Each page is measured in the demo town and again with SEED_SCALE times the rows.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

PAGES = (
    "/",
    "/notices/",
    "/communities/",
    "/rooms/",
    "/rules/",
    "/committees/",
    "/proposals/",
    "/surveys/",
    "/emergency/",
    "/search/?q=会議室",
    "/roles/",
)
ROUNDS = 20


def main() -> None:
    folder = tempfile.mkdtemp(prefix="sankaku-bench-")
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/town.sqlite3")
    os.environ["VAR_DIR"] = str(Path(folder) / "var")
    os.environ["PAGE_CACHE"] = "0"
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.dev"
    import django

    django.setup()
    import logging

    logging.disable(logging.CRITICAL)
    from django.core.management import call_command

    scale = int(os.environ.get("SEED_SCALE", "10"))
    os.environ["SEED_SCALE"] = "1"
    call_command("migrate", verbosity=0)
    call_command("seed_demo", verbosity=0)
    small = measure()
    os.environ["SEED_SCALE"] = str(scale)
    call_command("seed_demo", verbosity=0)
    large = measure()
    report(small, large, scale)
    from tests.bench import ballots, certificates

    certificates.main()
    ballots.main()


def measure() -> dict[str, tuple[float, int]]:
    """path → (CPU seconds per request, queries), the reference first."""
    from django.test import Client

    from tests.seeded import counted_queries

    found = {}
    for path in ("/healthz", *PAGES):
        client = Client()
        answer = client.get(path)
        if answer.status_code != 200:
            sys.exit(f"{path} answered {answer.status_code}")
        with counted_queries() as queries:
            client.get(path)
        count = len(queries)  # at once: the next request empties the log
        started = time.process_time()
        for _ in range(ROUNDS):
            client.get(path)
        found[path] = ((time.process_time() - started) / ROUNDS, count)
    return found


def report(small: dict[str, tuple[float, int]], large: dict[str, tuple[float, int]], scale: int) -> None:
    reference = small["/healthz"][0]
    print(f"{'page':24} {'x /healthz':>11} {'queries':>8} {f'x rows {scale}':>11} {'queries':>8}")
    for path in PAGES:
        print(
            f"{path:24} {small[path][0] / reference:11.1f} {small[path][1]:8d} "
            f"{large[path][0] / small[path][0]:11.2f} {large[path][1]:8d}"
        )


if __name__ == "__main__":
    main()
