"""One page of every type, as links lead somebody to it."""

from __future__ import annotations

from typing import Any

import pytest
from django.template.backends.django import Template
from django.test import Client

from tests import crawl
from tests import seeded as shared

REFUSALS = {"layout/404.html", "layout/denied.html"}


@pytest.fixture
def refusals_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Around every refusal stands the same page: drawn once, then only the reason and the next step are read."""
    draw, drawn = Template.render, set()

    def render(self: Template, context: Any = None, request: Any = None) -> str:
        name = self.template.name
        if name in drawn:
            return " ".join(str(words) for words in (context or {}).values())
        drawn.update(REFUSALS & {name})
        return draw(self, context, request)

    monkeypatch.setattr(Template, "render", render)


def one_of_each(client: Client) -> dict[str, str]:
    """page type → the first path of it that links lead this client to."""
    return crawl.walk(shared.getting(client), tried=0).found
