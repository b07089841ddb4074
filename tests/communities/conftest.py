"""The talking rooms of a freshly founded town."""

import pytest

from tests.factories.communities import Forums


@pytest.fixture
def forums(acting):
    return Forums(acting)
