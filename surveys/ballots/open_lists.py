"""Keys and receipts as open data, and the figures that anybody can hold against each other."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from typing import Any

from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.foundation import open_data, parameters
from surveys.surveys.models import Survey

from . import board
from .models import BallotKey, BoardPage

PROGRAM = "ballot.js"


@cache
def program_hash() -> str:
    """SHA-256 of the program that draws in the browser, as it is handed out."""
    found = finders.find(PROGRAM)
    with open(str(found), "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def of_keys(entries: Sequence[BallotKey]) -> HttpResponse:
    """The list of keys; `rule` says how each hash is made."""
    data = open_data.DataSet(
        "目隠し署名の鍵の一覧",
        reverse("surveys:ballot-keys"),
        open_data.this_morning(),
        "when a survey opens",
    )
    rule = (
        "SHA-256 of five lines, each ending in LF: number, survey, fingerprint, published_on, previous_hash"
    )
    rows = [
        {
            "number": entry.number,
            "survey": entry.survey.slug,
            "fingerprint": entry.fingerprint,
            "published_on": entry.published_on.isoformat(),
            "previous_hash": entry.previous_hash,
            "entry_hash": entry.entry_hash,
            "public_key": base64.b64encode(bytes(entry.public_key)).decode(),
        }
        for entry in entries
    ]
    return open_data.json_answer({"about": data.about(), "rule": rule, "keys": rows}, data)


def of_receipts(survey: Survey, pages: Sequence[BoardPage]) -> HttpResponse:
    """The list of receipts and its pages; never beside an answer."""
    data = open_data.DataSet(
        f"{survey.title} 受付の一覧",
        reverse("surveys:ballot-receipts", args=[survey.slug]),
        open_data.this_morning(),
        "daily until the survey closes",
    )
    rule = (
        "root: RFC 9162 Merkle tree hash over the 32-byte receipts in ascending order; page_hash: SHA-256 of seven "
        "lines, each ending in LF: survey, number, day, receipts, drawn, root, previous_hash"
    )
    content = {
        "about": data.about(),
        "rule": rule,
        "survey": survey.slug,
        "key_entry": survey.ballot_key.entry_hash,
        "eligible": eligible(survey),
        "pages": [_page(page) for page in pages],
        "receipts": board.listed(pages),
    }
    return open_data.json_answer(content, data)


def _page(page: BoardPage) -> dict[str, Any]:
    return {
        "number": page.number,
        "day": page.day.isoformat(),
        "receipts": page.receipts,
        "drawn": page.drawn,
        "root": page.root,
        "previous_hash": page.previous_hash,
        "page_hash": page.page_hash,
        "is_last": page.is_last,
        "added": page.added,
    }


def eligible(survey: Survey) -> int | None:
    """How many residents could have proved themselves, as decided for the day of opening; unknown if nobody did."""
    try:
        return parameters.value("survey.eligible_residents", survey.opens_on)
    except parameters.NotSet:
        return None


def figures(survey: Survey, newest: BoardPage | None) -> list[dict[str, Any]]:
    """Answers ≤ rights handed out ≤ people who may: whoever put in false ballots would have to break this row."""
    entitled = eligible(survey)
    return [
        {"value": f"{newest.receipts:,}" if newest else "0", "label": _("Answers (receipts in the list)")},
        {"value": f"{newest.drawn:,}" if newest else "0", "label": _("People who drew a ticket")},
        {
            "value": f"{entitled:,}" if entitled is not None else _("not stated"),
            "label": _("People who may answer"),
        },
    ]
