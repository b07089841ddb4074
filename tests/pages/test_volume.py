"""A full committee, 200 rooms, 2,000 cases and 300 proposals: no list and no desk asks more than in the small town."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import resolve

from communities.rooms.models import Room
from governance.models import Proposal, Seat, ViolationCase
from portal.foundation import clock
from residents.accounts.middleware import SESSION_KEY
from residents.models import User
from residents.seeds import address
from tests.pages.test_query_counts import BASELINE, counted, queries_of

pytestmark = pytest.mark.django_db
CODE = "steering-committee"
VIEWERS = ["", "secretary", "chair", "caretaker_1", "mayor"]
PAGES = [
    "/committees/",
    f"/committees/{CODE}/",
    f"/committees/{CODE}/meetings/",
    f"/committees/{CODE}/resolutions/",
    f"/committees/{CODE}/recruitments/",
    f"/committees/{CODE}/terms/5/",
    "/committees/imported-history/",
    "/desk/",
    "/proposals/",
    "/proposals/ledger/",
    "/rooms/",
    "/rules/",
    "/themes/",
    "/violations/",
    "/violations/desk/",
]
SEEN_BY_ALL = {
    "/committees/",
    f"/committees/{CODE}/",
    "/proposals/",
    "/proposals/ledger/",
    "/rooms/",
    "/rules/",
}
DATA = ["/committees/popolo.json", "/proposals/open-data/proposals.json", "/rules/open-data/rules.json"]
LONG = {"/proposals/": "", "/proposals/ledger/": "", "/rooms/": "", "/violations/desk/": "caretaker_1"}
"""Lists that no longer fit on one page, and who is shown them."""


def client_for(key: str) -> Client:
    client = Client()
    if key:
        person = User.objects.get(email=address(key))
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        membership = person.memberships.in_force().order_by("from_on", "pk").first()
        session = client.session
        session[SESSION_KEY] = membership.body_id
        session.save()
    return client


def asked(client: Client) -> dict[str, int]:
    """page → queries, of those they are shown; the first look has warmed the caches."""
    shown = [path for path in [*PAGES, *DATA] if client.get(path).status_code == 200]
    return {path: queries_of(client, path) for path in shown}


@pytest.fixture(scope="module")
def counts(seeded: Any, django_db_setup: Any, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """viewer → page → queries in the demo town, and in the one that has grown."""
    with django_db_blocker.unblock(), transaction.atomic():
        small = {key: asked(client_for(key)) for key in VIEWERS}
        call_command("seed_volume", verbosity=0)
        cache.clear()
        large = {
            key: counted(client_for(key), {path: path for path in small[key]}, small[key]) for key in VIEWERS
        }
        yield {key: {path: (small[key][path], large[key][path]) for path in small[key]} for key in VIEWERS}
        transaction.set_rollback(True)


def test_a_case_that_was_written_again_opens_like_the_one_it_is_like(counts):
    client = client_for("secretary")
    for case in ViolationCase.objects.order_by("pk")[:5]:  # nearly all are of these
        page = client.get(case.get_absolute_url())
        assert page.status_code == 200 and case.evidence.place in page.content.decode()


def test_the_town_has_grown(counts):
    assert Seat.objects.on(clock.today()).filter(term__body__code=CODE).count() == 15
    assert Room.objects.count() == 200
    assert ViolationCase.objects.count() == 2000
    assert Proposal.objects.count() >= 300
    call_command("seed_volume", verbosity=0)
    assert (Room.objects.count(), ViolationCase.objects.count()) == (200, 2000)


@pytest.mark.parametrize(("path", "key"), LONG.items())
def test_long_lists_come_in_pages(counts, path, key):
    page = client_for(key).get(path).context["page"]
    assert page.next_url and len(page) <= 50


@pytest.mark.parametrize("key", VIEWERS)
def test_no_list_and_no_desk_asks_more_in_a_large_town(counts, key):
    assert set(counts[key]) >= SEEN_BY_ALL
    grown = {path: both for path, both in counts[key].items() if both[1] > both[0]}
    assert grown == {}, f"more rows, more queries: {grown}"


@pytest.mark.parametrize("key", VIEWERS)
def test_every_page_is_within_its_baseline(counts, key):
    """Pages that are recorded for this viewer (tests/pages/query_counts.json)."""
    recorded = json.loads(BASELINE.read_text()).get(key or "guest", {})
    more = {}
    for path, (_small, large) in counts[key].items():
        allowed = recorded.get(resolve(path).view_name)
        if allowed is not None and large > allowed:
            more[path] = (allowed, large)
    assert more == {}, f"more queries than recorded: {more}"
    assert not recorded or any(resolve(path).view_name in recorded for path in counts[key])


def test_desks_are_for_those_whose_desks_they_are(counts):
    assert {key for key in VIEWERS if "/desk/" in counts[key]} == {"secretary", "mayor"}
    assert "/violations/desk/" in counts["caretaker_1"] and "/violations/desk/" not in counts[""]
