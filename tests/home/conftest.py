"""Every test of the front door begins and ends in Japanese, whatever language a page was read in."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def in_japanese():
    with translation.override("ja"):
        yield
