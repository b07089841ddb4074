"""Every page has a recorded number of queries, and none needs more when the town has more in it.

Record anew with ``UPDATE_BASELINE=1 pytest tests/pages/test_query_counts.py`` and read the diff.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from tests.seeded import client_of, counted_queries, walked

pytestmark = pytest.mark.django_db
BASELINE = Path(__file__).with_name("query_counts.json")
VIEWERS = [
    "",
    "resident_12",
    "secretary",
    "chair",
    "it_staff",
    "caretaker_1",
    "adviser",
    "mayor",
    "disaster_officer",
]
Counts = dict[str, dict[str, int]]


def counted(
    client: Client, pages: dict[str, str], expected: dict[str, int], seen: dict[str, int] | None = None
) -> dict[str, int]:
    """page type → queries; a page that needs more than expected is asked again, now that the caches are warm.

    ``seen`` says what pages asked when they were walked through; within what is expected, it counts.
    """
    found = {}
    for kind, path in pages.items():
        limit = expected.get(kind, -1)
        found[kind] = (seen or {}).get(kind, limit + 1)
        for _asked in range(2):
            if found[kind] > limit:
                found[kind] = queries_of(client, path)
    return dict(sorted(found.items()))


def queries_of(client: Client, path: str) -> int:
    with counted_queries() as queries:
        client.get(path)
    assert len(queries) < connection.queries_limit
    return len(queries)


def recorded() -> Counts:
    """viewer → counts as they were last recorded; nothing while they are recorded anew."""
    if os.environ.get("UPDATE_BASELINE") or not BASELINE.exists():
        return {}
    return json.loads(BASELINE.read_text())


@pytest.fixture(scope="module")
def counts(growing, django_db_blocker) -> tuple[Counts, Counts]:
    """viewer → counts: in the town as it is, and in the same town grown to four times its size.

    In the grown town a type of page is asked for by the viewer for whom it asked most: they are shown most rows.
    """
    walks, known = {key: walked(key) for key in VIEWERS}, recorded()
    small = {
        key: counted(client_of(key), walk.found, known.get(key or "guest", {}), walk.queries)
        for key, walk in walks.items()
    }
    most = {key: {**small[key], **known.get(key or "guest", {})} for key in VIEWERS}
    kinds = {kind for found in small.values() for kind in found}
    asking = {kind: max(VIEWERS, key=lambda key: small[key].get(kind, -1)) for kind in kinds}
    growing()
    cache.clear()
    large = {}
    for key in VIEWERS:
        pages = {kind: path for kind, path in walks[key].found.items() if asking[kind] == key}
        large[key] = counted(client_of(key), pages, most[key])
    return small, large


def test_no_page_needs_more_queries_when_the_town_grows(counts):
    small, large = counts
    assert {kind for found in large.values() for kind in found} == {
        k for found in small.values() for k in found
    }
    known = recorded()
    for key, found in large.items():
        most = {**small[key], **known.get(key or "guest", {})}  # in a walk a page may have found warm caches
        grown = {kind: (most[kind], number) for kind, number in found.items() if number > most[kind]}
        assert grown == {}, f"more rows, more queries, for {key or 'guests'}: {grown}"


@pytest.mark.parametrize("key", VIEWERS)
def test_the_number_of_queries_is_the_recorded_one(counts, key):
    small = counts[0][key]
    if os.environ.get("UPDATE_BASELINE"):
        kept = json.loads(BASELINE.read_text()) if BASELINE.exists() else {}
        BASELINE.write_text(json.dumps({**kept, key or "guest": small}, indent=1, sort_keys=True) + "\n")
        return
    expected = recorded()[key or "guest"]
    assert set(small) == set(expected), "a page type came or went: record the baseline anew"
    more = {kind: (expected[kind], small[kind]) for kind in small if small[kind] > expected[kind]}
    assert more == {}, f"more queries than recorded: {more}"
