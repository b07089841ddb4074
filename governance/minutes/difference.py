"""What a correction changed in the words everybody reads: paragraph by paragraph, changed words marked."""

from __future__ import annotations

from difflib import SequenceMatcher

from governance.rules.comparison_table import Segment, marks


def difference(old: str, new: str) -> list[dict]:
    """Rows for the comparison table; paragraphs that stay are one row, folded."""
    before, after = _paragraphs(old), _paragraphs(new)
    rows = []
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            rows.append({"label": "", "before": [], "after": [], "unchanged": True})
            continue
        left, right = marks("\n".join(before[a0:a1]), "\n".join(after[b0:b1]))
        rows.append({"label": "", "before": _parts(left, "removed"), "after": _parts(right, "added")})
    return rows


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _parts(segments: tuple[Segment, ...], marked: str) -> list[dict[str, str]]:
    return [{"kind": marked if run.is_marked else "same", "text": run.text} for run in segments]
