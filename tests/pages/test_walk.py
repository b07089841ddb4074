"""Every address, by everybody: nothing breaks, and nobody causes what is not theirs.

Each address is asked for and posted to (with an empty form) as people of different standing. What
such a post may cause is typed out here by hand, as lines of the ledger; anything else is a hole.
"""

from __future__ import annotations

import re

import pytest
from django.db import transaction
from django.urls import URLResolver, get_resolver, resolve

from portal.foundation.models import AuditEntry
from tests.pages.conftest import one_of_each

pytestmark = pytest.mark.django_db
EXPLORERS = ["chair", "secretary", "it_staff", "planner_author", "disaster_officer", "mayor", "pr_approver"]
ROOMS = {"residents", "disaster", "communities", "surveys", "governance", "home", "search"}
CONVERTER = re.compile(r"<(?:\w+:)?(\w+)>")

NOT_LINKED = {
    "governance:resolution-propose",  # only while a sitting is in session
    "notices:translate",  # takes a language that no page of this walk names
    "surveys:challenge-text",  # only with a text that was just drawn
    "surveys:proof-present",
}
"""Addresses no page of the demo town links to; their rooms' own tests walk them."""

JOINING = {"communities.membership.joined by communities:membership-join"}
MAY_CAUSE: dict[str, set[str]] = {
    "": set(),
    "resident_12": JOINING,
    "npo_author": JOINING,
    "adviser": JOINING,
}


def routes() -> dict[str, str]:
    """Every address pattern of our rooms → its name (language prefix left out)."""
    found: dict[str, str] = {}

    def walk(patterns, before, namespace):
        for pattern in patterns:
            here = before + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns, here, pattern.namespace or namespace)
            elif namespace in ROOMS or pattern.lookup_str.startswith("home."):
                found[here] = f"{namespace}:{pattern.name}"

    walk(get_resolver().url_patterns, "", "")
    return {route.lstrip("/"): name for route, name in found.items()}


_SAMPLES: dict[str, dict] = {}


@pytest.fixture
def samples(seeded_client) -> dict[str, dict]:
    """route → the arguments of one page of it that somebody's links lead to; explored once for all walks."""
    if not _SAMPLES:
        for key in EXPLORERS:
            for path in one_of_each(seeded_client(key)).values():
                match = resolve(path.split("?")[0])
                _SAMPLES.setdefault(match.route, match.kwargs)
    return _SAMPLES


def filled(route: str, samples: dict[str, dict]) -> str | None:
    """An address for a pattern, with arguments borrowed from the nearest page that has them."""
    needed = CONVERTER.findall(route)
    best, depth = {}, -1
    for known, kwargs in samples.items():
        shared = len(common_prefix(route, known))
        if set(needed) <= kwargs.keys() and shared > depth:
            best, depth = kwargs, shared
    if not needed:
        return "/" + route
    return "/" + CONVERTER.sub(lambda m: str(best[m[1]]), route) if best else None


def common_prefix(one: str, other: str) -> list[str]:
    parts = []
    for a, b in zip(one.split("/"), other.split("/"), strict=False):
        if a != b:
            break
        parts.append(a)
    return parts


@pytest.mark.parametrize("key", MAY_CAUSE)
def test_nobody_breaks_an_address_or_causes_what_is_not_theirs(seeded_client, samples, key):
    client = seeded_client(key)
    broken, caused, unreached = [], set(), []
    for route, name in routes().items():
        path = filled(route, samples)
        if path is None:
            unreached.append(name)
            continue
        for method in ("get", "post"):
            before = AuditEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
            with transaction.atomic():
                answer = getattr(client, method)(path)
                if answer.status_code >= 500:
                    broken.append(f"{method} {path}: {answer.status_code}")
                entries = AuditEntry.objects.filter(pk__gt=before)
                caused |= {f"{entry.verb} by {name}" for entry in entries}
                transaction.set_rollback(True)
        client = seeded_client(key) if "_auth_user_id" not in client.session and key else client
    assert broken == []
    assert caused - MAY_CAUSE[key] == set()
    assert set(unreached) == NOT_LINKED, sorted(set(unreached) ^ NOT_LINKED)
