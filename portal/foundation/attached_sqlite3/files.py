"""Where the second file lies."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

SCHEMA = "answering"


def answers_file(settings: Mapping[str, Any]) -> str:
    """As told, else beside the first file; copies and test databases thus have one of their own."""
    return str(settings.get("ANSWERS") or beside(settings["NAME"]))


def beside(name: str | Path) -> str:
    """``town.sqlite3`` → ``town.answers.sqlite3``."""
    if ":memory:" in str(name) or "mode=memory" in str(name):
        return ":memory:"
    path = Path(name)
    return str(path.with_name(f"{path.stem}.answers{path.suffix}"))
