"""The drafts that come with the portal: words to begin from, every number left open as ○.

They bind nobody. The committee fills in the numbers and enacts them, or writes something else.
"""

from pathlib import Path

DRAFTS = {name: Path(__file__).parent / "drafts" / f"{name}_rules.txt" for name in ("room", "violation")}


def shipped_draft(name: str = "room") -> dict[str, str]:
    """What the form for a new room rule starts with; an unknown name gives the first draft."""
    return {"text": DRAFTS.get(name, DRAFTS["room"]).read_text(encoding="utf-8")}
