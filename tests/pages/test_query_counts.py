"""Every page has a recorded number of queries, and none needs more when the town has more in it.

Record anew with ``UPDATE_BASELINE=1 pytest tests/pages/test_query_counts.py`` and read the diff.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.seeded import client_of, walked

pytestmark = pytest.mark.django_db
BASELINE = Path(__file__).with_name("query_counts.json")
VIEWERS = [
    "",
    "resident_1",
    "secretary",
    "chair",
    "it_staff",
    "caretaker_1",
    "adviser",
    "mayor",
    "disaster_officer",
]
Counts = dict[str, dict[str, int]]


def counted(client: Client, pages: dict[str, str], expected: dict[str, int]) -> dict[str, int]:
    """page type → queries; a page that needs more than expected is asked again, now that the caches are warm."""
    found = {}
    for kind, path in pages.items():
        found[kind] = _queries(client, path)
        if found[kind] > expected.get(kind, -1):
            found[kind] = _queries(client, path)
    return dict(sorted(found.items()))


def _queries(client: Client, path: str) -> int:
    reset_queries()  # the log holds only so many, and counts nothing once it is full
    with CaptureQueriesContext(connection) as queries:
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
    """viewer → counts, in the town as it is and in the same town grown to four times its size."""
    pages, known = {key: walked(key).found for key in VIEWERS}, recorded()
    small = {key: counted(client_of(key), pages[key], known.get(key or "guest", {})) for key in VIEWERS}
    growing()
    cache.clear()
    return small, {key: counted(client_of(key), pages[key], small[key]) for key in VIEWERS}


@pytest.mark.parametrize("key", VIEWERS)
def test_no_page_needs_more_queries_when_the_town_grows(counts, key):
    small, large = (town[key] for town in counts)
    grown = {kind: (small[kind], large[kind]) for kind in small if large[kind] > small[kind]}
    assert grown == {}, f"more rows, more queries: {grown}"


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
