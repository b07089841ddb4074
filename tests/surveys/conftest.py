from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType

from surveys import seeds
from surveys.certificates.testcards import TestOffice
from tests.factories import surveys as factory


@pytest.fixture
def numbers(town):
    """The room's numbers as the demo town has set them."""
    seeds.set_numbers(town)
    return town


@pytest.fixture(scope="session")
def office_folder(tmp_path_factory) -> Path:
    """Test authority and cards are made once; each test takes them into its own town."""
    return tmp_path_factory.mktemp("testcards")


@pytest.fixture
def office(numbers, acting, office_folder) -> TestOffice:
    """The test authority, trusted by this town, and the city's standing as a verifier."""
    office = TestOffice(office_folder)
    office.register(by=acting("it_staff"))
    seeds.record_standing(numbers)
    return office


@pytest.fixture
def gated(office, acting):
    """A certificate survey that is open for answers today."""
    return factory.opened(acting, mode="certificate")


@pytest.fixture
def unlocked(numbers, acting):
    """A survey open to everybody, collecting today."""
    return factory.opened(acting, mode="open")


@pytest.fixture
def own_transactions(transactional_db):
    """For tests whose threads must see each other's rows; afterwards the tables are flushed.

    Flushing gives the content types new ids, so what was remembered of them has to be forgotten first.
    """
    yield
    ContentType.objects.clear_cache()
