"""Every page has a recorded number of queries, and none needs more when the town has more in it.

Record anew with ``UPDATE_BASELINE=1 pytest tests/pages/test_query_counts.py`` and read the diff.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.pages.conftest import one_of_each

pytestmark = pytest.mark.django_db
BASELINE = Path(__file__).with_name("query_counts.json")
VIEWERS = ["", "resident_1", "secretary"]


def counted(client, pages: dict[str, str]) -> dict[str, int]:
    """page type → queries; each page is visited once before, so that caches are as warm as they get."""
    found = {}
    for kind, path in pages.items():
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        found[kind] = len(queries)
    return dict(sorted(found.items()))


@pytest.mark.parametrize("key", VIEWERS)
def test_the_number_of_queries_is_the_recorded_one_and_does_not_grow(seeded_client, monkeypatch, key):
    client = seeded_client(key)
    pages = one_of_each(client)
    small = counted(client, pages)
    monkeypatch.setenv("SEED_SCALE", "4")
    call_command("seed_demo", verbosity=0)
    cache.clear()
    large = counted(client, pages)
    grown = {kind: (small[kind], large[kind]) for kind in small if large[kind] > small[kind]}
    assert grown == {}, f"more rows, more queries: {grown}"
    recorded = json.loads(BASELINE.read_text()) if BASELINE.exists() else {}
    if os.environ.get("UPDATE_BASELINE"):
        recorded[key or "guest"] = small
        BASELINE.write_text(json.dumps(recorded, indent=1, sort_keys=True) + "\n")
        return
    expected = recorded[key or "guest"]
    assert set(small) == set(expected), "a page type came or went: record the baseline anew"
    more = {kind: (expected[kind], small[kind]) for kind in small if small[kind] > expected[kind]}
    assert more == {}, f"more queries than recorded: {more}"
