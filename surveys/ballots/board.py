"""The public list of receipts: a page a day while answers are taken, a last one after the closing."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from surveys.envelopes.models import Receipt
from surveys.surveys.models import Survey
from surveys.surveys.printed_forms import Answerable

from . import merkle
from .models import BoardPage


@dataclass(frozen=True)
class Place:
    """Where a receipt stands in the list, and the short way from it to the number over all."""

    page: BoardPage
    place: int
    way: list[str]


def pages(survey: Answerable) -> list[BoardPage]:
    return list(BoardPage.objects.filter(pool=survey.pool).order_by("number"))


def listed(found: Sequence[BoardPage]) -> list[str]:
    """All receipts on these pages, sorted by their digits and not by arrival."""
    return sorted(line for page in found for line in page.added)


def next_page(survey: Survey, *, day: date, drawn: int, is_last: bool) -> BoardPage:
    """What has come since the last page, and the number over everything; not yet saved."""
    before = pages(survey)
    known = set(listed(before))
    every = sorted(Receipt.objects.filter(pool=survey.pool).values_list("digest", flat=True))
    page = BoardPage(
        pool=survey.pool,
        number=len(before) + 1,
        day=day,
        added=[line for line in every if line not in known],
        receipts=len(every),
        drawn=drawn,
        root=merkle.root(every),
        previous_hash=before[-1].page_hash if before else survey.ballot_key.entry_hash,
        is_last=is_last,
    )
    page.page_hash = hash_of(survey, page)
    return page


def hash_of(survey: Survey, page: BoardPage) -> str:
    """SHA-256 over seven lines; the first page names the survey's entry in the list of keys."""
    parts = (survey.slug, page.number, page.day, page.receipts, page.drawn, page.root, page.previous_hash)
    return hashlib.sha256("".join(f"{part}\n" for part in parts).encode()).hexdigest()


def find(survey: Answerable, receipt: str) -> Place | None:
    """The receipt's place on the newest page."""
    found = pages(survey)
    lines = listed(found)
    if receipt not in lines:
        return None
    place = lines.index(receipt)
    return Place(found[-1], place, merkle.path(lines, place))
