import pytest

from .desk import Desk


@pytest.fixture(scope="session")
def desk():
    return Desk()
