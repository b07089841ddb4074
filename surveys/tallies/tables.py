"""A count as it is printed: rounded as public reports round, and without cells that point at a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

HIDDEN = "＊"
NOTHING = "-"


@dataclass(frozen=True)
class Row:
    """One line of a table; a hidden one shows neither its count nor its share."""

    label: str
    count: str
    share: str | None
    is_hidden: bool = False


def share(count: int, base: int) -> str:
    """Percent with one decimal, halves rounded up; "-" for none, so that 0.0 means "fewer than 0.05"."""
    if base == 0 or count == 0:
        return NOTHING
    exact = Decimal(count) * 100 / Decimal(base)
    return str(exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))


def hidden_cells(counts: Sequence[int], *, below: int, sums_to_base: bool) -> set[int]:
    """Which cells are withheld: small ones, and as many more as keep them from being worked out.

    Where the cells add up to the base, one withheld cell could be found by subtraction, and several
    small ones are known to be small together; so a further cell joins until they weigh enough.
    """
    hidden = {place for place, count in enumerate(counts) if 0 < count < below}
    if not hidden or not sums_to_base:
        return hidden
    others = sorted((count, place) for place, count in enumerate(counts) if place not in hidden)
    others = [pair for pair in others if pair[0]] + [pair for pair in others if not pair[0]]
    for _count, place in others:
        if len(hidden) >= 2 and sum(counts[p] for p in hidden) >= below:
            break
        hidden.add(place)
    return hidden


def rows(
    labels: Sequence[str], counts: Sequence[int], *, base: int, below: int, sums_to_base: bool
) -> list[Row]:
    """The printed table of one question."""
    hidden = hidden_cells(counts, below=below, sums_to_base=sums_to_base)
    return [
        Row(label, HIDDEN, None, True) if place in hidden else Row(label, str(count), share(count, base))
        for place, (label, count) in enumerate(zip(labels, counts, strict=True))
    ]


def shares_add_up(printed: Sequence[Row]) -> bool:
    """Do the printed shares make exactly 100? If not, a note says why."""
    shares = [row.share for row in printed if row.share and row.share != NOTHING]
    return sum((Decimal(text) for text in shares), Decimal(0)) == 100
