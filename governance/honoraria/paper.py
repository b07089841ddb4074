"""The payment list on paper, for the file and for the seals of those who checked it (PDF)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from governance.rules.pdf_file import NoPrinter, pdf_file

STYLES = Path(__file__).parent / "print.css"

__all__ = ["NoPrinter", "pdf"]


def pdf(context: dict[str, Any]) -> bytes:
    """Typeset the list in its own style."""
    return pdf_file("governance/honoraria/paper.html", context, STYLES)
