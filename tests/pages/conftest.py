"""The seeded town, once for all tests that look at its pages; nothing is kept afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from residents import seeds
from residents.accounts.middleware import SESSION_KEY
from residents.models import User
from tests import crawl


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


def one_of_each(client: Client, also: Iterable[str] = ()) -> dict[str, str]:
    """page type → the first path of it that links lead this client to."""

    def get(path: str) -> tuple[int, str]:
        answer = client.get(path)
        is_page = "text/html" in answer.get("Content-Type", "")
        return answer.status_code, answer.content.decode() if is_page else ""

    return crawl.one_of_each(get, also=also)
