"""Every address, by everybody: nothing breaks, and nobody causes what is not theirs.

Each address is asked for and posted to (with an empty form) as people of different standing. What
such a post may cause is typed out here by hand, as lines of the ledger; anything else is a hole.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import URLResolver, get_resolver, resolve
from django.utils import translation

from governance.models import Proposal
from portal.foundation import paging
from portal.foundation.models import AuditEntry
from residents.bodies.models import Body
from tests.pages.conftest import one_of_each

pytestmark = pytest.mark.django_db
EXPLORERS = ["chair", "secretary", "it_staff", "planner_author", "disaster_officer", "mayor", "pr_approver"]
ROOMS = {"residents", "disaster", "communities", "surveys", "governance", "home", "search"}
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")
CONVERTER = re.compile(r"<(?:\w+:)?(\w+)>")

NOT_LINKED = {
    "governance:resolution-propose",  # only while a sitting is in session
    "notices:translate",  # takes a language that no page of this walk names
    "residents:contract-withdraw-grant",  # the demo town withdraws no single right of a contract
    "residents:role-table-holders",  # only in a draft of a role table, and the demo town has none
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

    with translation.override(settings.LANGUAGE_CODE):
        walk(get_resolver().url_patterns, "", "")
    return {route.lstrip("/"): name for route, name in found.items()}


_SAMPLES: dict[str, dict] = {}


@pytest.fixture
def samples(seeded_client) -> dict[str, dict]:
    """route → the arguments of one page of it that somebody's links lead to; explored once for all walks."""
    if not _SAMPLES:
        found: dict[str, dict] = {}
        proposals = [p.get_absolute_url() for p in Proposal.objects.all()]  # one in every status
        for key in EXPLORERS:
            for path in one_of_each(seeded_client(key), also=proposals).values():
                match = resolve(path.split("?")[0])
                found.setdefault(match.route, match.kwargs)
        _SAMPLES.update(found)
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


def test_no_list_breaks_on_a_key_that_is_not_its_own(seeded_client, samples, monkeypatch):
    """Each list is asked for with rubbish, and with a well-signed key of every other list."""
    asked: list[str] = []
    real = paging._read

    def listening(token, salt, length):
        asked.append(salt)
        return real(token, salt, length)

    monkeypatch.setattr(paging, "_read", listening)
    lists: dict[str, tuple[str, str]] = {}  # path → who reads it, its salt
    for key in EXPLORERS:
        client = seeded_client(key)
        for route in routes():
            path = filled(route, samples)
            if path is None or path in lists or route.startswith("accounts/act-for"):
                continue
            asked.clear()
            if client.get(path).status_code == 200 and asked:
                lists[path] = (key, asked[0])
    keys = {salt: len(salt.rsplit(":", 1)[1].split()) for _key, salt in lists.values()}
    assert len(lists) >= 18, sorted(lists)
    for path, (key, own) in lists.items():
        client = seeded_client(key)
        foreign = [signing.dumps(["x"] * length, salt=salt) for salt, length in keys.items() if salt != own]
        old = [signing.dumps(["x"] * keys[own], salt="paging"), signing.dumps({"a": 1}, salt=own)]
        for token in ["abc", "é:\x00:", "1", "a" * 5000, *foreign, *old]:
            for name in ("after", "before"):
                answer = client.get(path, {name: token})
                assert answer.status_code == 200, (path, name, token, answer.status_code)


class Readable(HTMLParser):
    """The texts of a page an English reader takes for English: nothing marked as Japanese, nothing typed in."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag in {"br", "img", "input", "meta", "link", "hr", "source", "wbr"}:
            return
        is_left_out = dict(attrs).get("lang") in {"ja", "ja-JP"} or tag in {"script", "style", "textarea"}
        self.open.append((tag, is_left_out))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not any(is_left_out for _tag, is_left_out in self.open):
            self.texts.append(data.strip())


@pytest.mark.parametrize("key", ["", "secretary", "planner_author"])
def test_english_pages_call_bodies_by_their_english_names(seeded_client, samples, key):
    """No text that is a body's Japanese name, alone or in a sentence of the portal, stands on an English page."""
    client = seeded_client(key)
    names = Body.objects.exclude(name_en="").values_list("name", flat=True)
    found, pages = set(), 0
    for route in routes():
        path = filled(route, samples)
        if path is None or path.startswith(("/accounts/act-for", "/accounts/mails")):
            continue
        answer = client.get(f"/en{path}")
        if answer.status_code != 200 or "text/html" not in answer["Content-Type"]:
            continue
        pages += 1
        page = Readable()
        page.feed(answer.content.decode())
        found |= {(path, text) for text in page.texts for name in names if is_printed(name, text)}
    assert pages > 15
    assert sorted(found) == []


def is_printed(name: str, text: str) -> bool:
    """The name itself, or the name within English words; Japanese prose that mentions it is left alone."""
    rest = text.replace(name, "")
    return name in text and bool(JAPANESE.search(name)) and not JAPANESE.search(rest)
