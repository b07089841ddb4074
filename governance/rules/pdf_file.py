"""The same on paper: a PDF with tags and language, so that a screen reader can read it (PDF/UA)."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

STYLES = Path(__file__).parent / "print.css"


class NoPrinter(RuntimeError):
    """The machine lacks the library that sets type (Pango)."""


def pdf_file(template: str, context: dict[str, Any], style_sheet: Path = STYLES) -> bytes:
    """Typeset a page of ours; nothing is fetched from anywhere."""
    try:
        weasyprint = import_module("weasyprint")  # loads Pango: only where a PDF is asked for
    except OSError as error:
        raise NoPrinter from error
    page = weasyprint.HTML(string=render_to_string(template, context), url_fetcher=_fetch_nothing)
    styles = weasyprint.CSS(string=style_sheet.read_text(encoding="utf-8"), url_fetcher=_fetch_nothing)
    return page.write_pdf(stylesheets=[styles], pdf_variant="pdf/ua-1")


def _fetch_nothing(url: str, *_args: Any, **_options: Any) -> dict[str, Any]:
    raise ValueError(f"a printed page may not load {url}")
