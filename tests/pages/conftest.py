"""One page of every type, as links lead somebody to it."""

from __future__ import annotations

from django.test import Client

from tests import crawl
from tests import seeded as shared


def one_of_each(client: Client) -> dict[str, str]:
    """page type → the first path of it that links lead this client to."""
    return crawl.walk(shared.getting(client), is_thorough=False).found
