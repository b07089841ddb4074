"""The seeded town, once for all tests that look at its pages; nothing is kept afterwards."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve

from residents import seeds
from residents.accounts.middleware import SESSION_KEY
from residents.models import User

LEFT_OUT = (
    "/cms",
    "/media/",
    "/documents/",
    "/accounts/logout/",
    "/static/",
    "/_util/",
    "/en/",
    "/ja-simple/",
)
LINK = re.compile(r'<a\b[^>]*\bhref="([^"#]+)')


@pytest.fixture(scope="module")
def seeded(
    django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[seeds.Town]:
    """The demo town as `make run` shows it."""
    from django.test import override_settings
    from django.utils import timezone

    folder = tmp_path_factory.mktemp("seeded")
    settings = override_settings(VAR_DIR=folder, SNAPSHOT_DIR=folder / "snapshot")
    with django_db_blocker.unblock(), settings, transaction.atomic():
        call_command("seed_demo", verbosity=0)
        yield seeds.Town(timezone.localdate())
        transaction.set_rollback(True)


@pytest.fixture
def seeded_client(seeded: seeds.Town, db: Any) -> Callable[[str], Client]:
    """A plain client logged in as a demo person (``""``: a guest), acting for their first body."""

    def log_in(key: str = "") -> Client:
        client = Client()
        if key:
            person = User.objects.get(email=seeds.address(key))
            client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
            membership = person.memberships.in_force().order_by("from_on", "pk").first()
            if membership is not None:
                session = client.session
                session[SESSION_KEY] = membership.body_id
                session.save()
        return client

    return log_in


def page_type(path: str) -> str:
    """What kind of page an address is: its route, or for Wagtail's pages the first part of the path."""
    try:
        match = resolve(urlsplit(path).path)
    except Resolver404:
        return ""
    if match.view_name == "wagtail_serve":
        parts = [part for part in urlsplit(path).path.split("/") if part]
        return f"page:{parts[0] if parts else 'front'}:{'one' if len(parts) > 1 else 'index'}"
    return match.view_name


def one_of_each(client: Client, start: str = "/") -> dict[str, str]:
    """page type → the first path of it that links lead to."""
    found: dict[str, str] = {}
    queue, seen = deque([start]), {start}
    while queue:
        path = queue.popleft()
        kind = page_type(path)
        if not kind or kind in found:
            continue
        answer = client.get(path)
        if answer.status_code != 200 or "text/html" not in answer["Content-Type"]:
            assert answer.status_code < 500, path
            continue
        found[kind] = path
        for link in LINK.findall(answer.content.decode()):
            link = link.replace("&amp;", "&")
            if link.startswith("/") and link not in seen and not link.startswith(LEFT_OUT):
                seen.add(link)
                queue.append(link)
    return found
