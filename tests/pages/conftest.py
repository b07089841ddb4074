"""The seeded town for all tests that look at its pages; nothing is kept afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from residents import seeds
from tests import crawl
from tests import seeded as shared


@pytest.fixture(scope="module")
def growing(
    django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[], None]]:
    """The demo town as `make run` shows it; called, it grows to four times its size."""
    with django_db_blocker.unblock(), shared.town(tmp_path_factory.mktemp("seeded")) as grow:
        yield grow


@pytest.fixture(scope="module")
def seeded(growing: Callable[[], None]) -> seeds.Town:
    """The demo town, by the names of its bodies and people."""
    return seeds.Town(timezone.localdate())


@pytest.fixture
def seeded_client(seeded: seeds.Town, db: Any) -> Callable[[str], Client]:
    return shared.client_of


def one_of_each(client: Client) -> dict[str, str]:
    """page type → the first path of it that links lead this client to."""
    return crawl.walk(shared.getting(client), is_thorough=False).found
