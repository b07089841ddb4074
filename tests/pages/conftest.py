"""One page of every type, as links lead somebody to it."""

from __future__ import annotations

from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.template.backends.django import Template
from django.test import Client

from governance.rules import pdf_file
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


@pytest.fixture(autouse=True)
def typeset_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same words make the same file: setting type takes as long as ten pages, and walks meet few files."""
    monkeypatch.setattr(
        pdf_file, "import_module", lambda name: SimpleNamespace(HTML=Printed, CSS=weasyprint().CSS)
    )


class Printed:
    """A page to be printed, as weasyprint has it; its file is made by whoever first asks for these words."""

    files: dict[str, bytes] = {}

    def __init__(self, string: str, url_fetcher: Any) -> None:
        self.string, self.url_fetcher = string, url_fetcher

    def write_pdf(self, **options: Any) -> bytes:
        if self.string not in self.files:
            page = weasyprint().HTML(string=self.string, url_fetcher=self.url_fetcher)
            self.files[self.string] = page.write_pdf(**options)
        return self.files[self.string]


def weasyprint() -> Any:
    """Only where a PDF is asked for: it loads Pango, and raises OSError where that is missing."""
    return import_module("weasyprint")


def one_of_each(client: Client) -> dict[str, str]:
    """page type → the first path of it that links lead this client to."""
    return crawl.walk(shared.getting(client), tried=0).found
