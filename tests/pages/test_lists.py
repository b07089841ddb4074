"""A list in pieces is asked for with rubbish and with keys of other lists, and shows its beginning."""

from __future__ import annotations

import pytest
from django.core import signing
from django.template.backends.django import Template
from django.urls import resolve

from tests.pages.routes import EXPLORERS
from tests.seeded import walked

pytestmark = pytest.mark.django_db
RUBBISH = ["abc", "é:\x00:", "1", "a" * 5000]


def found_lists() -> dict[str, tuple[str, str]]:
    """path → who reads it, the salt of its keys; one of each route."""
    found, known = {}, set()
    for key in EXPLORERS:
        for path, salt in walked(key).lists.items():
            route = resolve(path).route
            if route not in known:
                known.add(route)
                found[path] = key, salt
    return found


def test_a_list_asked_for_with_rubbish_shows_its_beginning(seeded_client):
    for path, (key, _own) in found_lists().items():
        client = seeded_client(key)
        plain, rubbish = client.get(path), client.get(path, {"after": RUBBISH[0]})
        assert rubbish.status_code == 200 and len(rubbish.content) > len(plain.content) // 2, path


def test_no_list_breaks_on_rubbish(seeded_client, monkeypatch):
    lists = found_lists()
    assert len(lists) >= 18, sorted(lists)
    monkeypatch.setattr(Template, "render", lambda self, context=None, request=None: "")
    for path, (key, own) in lists.items():
        client = seeded_client(key)
        unread = [signing.dumps({"a": 1}, salt=own), signing.dumps(["x"], salt="paging")]
        broken = [
            (path, name, token)
            for token in [*RUBBISH, *unread]
            for name in ("after", "before")
            if client.get(path, {name: token}).status_code != 200
        ]
        assert broken == []


def fitting(own: str, keys: dict[str, int]) -> list[tuple[str, int]]:
    """Keys of two other lists that are as long as the list's own, and one of each other length."""
    others = {salt: length for salt, length in keys.items() if salt != own}
    one_of_each = {length: salt for salt, length in others.items()}
    alike = [(salt, length) for salt, length in others.items() if length == keys[own]]
    return alike[:2] + [(salt, length) for length, salt in one_of_each.items() if length != keys[own]]


def test_no_list_breaks_on_a_well_signed_key_of_another_list(seeded_client, monkeypatch):
    """Lists are read before anything is drawn, so the pages need not be drawn for each of a thousand keys."""
    lists = found_lists()
    keys = {salt: len(salt.rsplit(":", 1)[1].split()) for _key, salt in lists.values()}
    assert len(keys) >= 15
    monkeypatch.setattr(Template, "render", lambda self, context=None, request=None: "")
    for path, (key, own) in lists.items():
        client = seeded_client(key)
        foreign = [signing.dumps(["x"] * length, salt=salt) for salt, length in fitting(own, keys)]
        broken = [
            (path, name, token)
            for token in foreign
            for name in ("after", "before")
            if client.get(path, {name: token}).status_code != 200
        ]
        assert broken == []
