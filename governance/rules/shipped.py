"""The draft that comes with the portal: words to begin from, every number left open as ○.

It binds nobody. The committee fills in the numbers and enacts it, or writes something else.
"""

from pathlib import Path

DRAFT = Path(__file__).parent / "drafts" / "room_rules.txt"


def shipped_draft() -> dict[str, str]:
    """What the form for a new room rule starts with."""
    return {"text": DRAFT.read_text(encoding="utf-8")}
