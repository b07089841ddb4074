"""What every open data set of the town says of itself: publisher, licence, freshness, meaning of columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.http import http_date

from . import clock

LICENCE = {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet would compute what begins like this; it gets an apostrophe in front."""


@dataclass(frozen=True)
class DataSet:
    """One data set: its Japanese title, the page it belongs to, and when anything in it last changed."""

    title: str
    source: str
    changed_at: datetime
    frequency: str

    def about(self) -> dict[str, Any]:
        """Who publishes it, how it may be used, how fresh it is."""
        return {
            "title": self.title,
            "publisher": settings.TOWN_NAME,
            "license": LICENCE,
            "attribution": f"{settings.TOWN_NAME}「{self.title}」",
            "source": self.source,
            "language": settings.LANGUAGE_CODE,
            "last_changed_at": timezone.localtime(self.changed_at).isoformat(),
            "as_of": clock.today().isoformat(),
            "update_frequency": self.frequency,
        }


@dataclass(frozen=True)
class Column:
    """A column of a table: its name, what it is called in Japanese, its type, and where its value stands."""

    name: str
    label: str
    type: str
    value: Callable[[Any], Any]


def this_morning() -> datetime:
    """What is late or in force may change with every new day."""
    return timezone.localtime(clock.now()).replace(hour=0, minute=0, second=0, microsecond=0)


def latest(*moments: datetime | None) -> datetime:
    """The latest of some moments, of which any may be unknown; the morning of today if all are."""
    return max([moment for moment in moments if moment is not None], default=this_morning())


def as_csv(columns: Iterable[Column], rows: Iterable[Any]) -> bytes:
    """UTF-8 with the mark that spreadsheets look for (BOM)."""
    out = io.StringIO()
    writer = csv.writer(out)
    columns = list(columns)
    writer.writerow([column.name for column in columns])
    writer.writerows([[cell(column.value(row)) for column in columns] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def csv_metadata(data: DataSet, columns: Iterable[Column], *, table: str, title: str) -> dict[str, Any]:
    """What the columns mean, in the form of CSV on the Web (W3C)."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": settings.LANGUAGE_CODE}],
        "url": table,
        "dc:title": title,
        "dc:publisher": settings.TOWN_NAME,
        "dc:license": {"@id": LICENCE["url"]},
        "dc:modified": timezone.localtime(data.changed_at).isoformat(),
        "dc:source": data.source,
        "tableSchema": {
            "columns": [
                {"name": column.name, "titles": {"ja": column.label}, "datatype": column.type}
                for column in columns
            ]
        },
    }


def cell(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def day(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None


def json_answer(content: Any, data: DataSet, kind: str = "application/json") -> HttpResponse:
    """JSON as people can read it too."""
    answer = JsonResponse(content, json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Type"] = kind
    return fresh(answer, data)


def csv_answer(content: bytes, data: DataSet, *, name: str, metadata: str) -> HttpResponse:
    """A table to take away, which names the address of what its columns mean."""
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Link"] = (
        f'<{metadata}>; rel="describedby"; type="application/csvm+json", <{LICENCE["url"]}>; rel="license"'
    )
    return fresh(answer, data)


def fresh(answer: HttpResponse, data: DataSet) -> HttpResponse:
    """Says when the data last changed, and lets other sites' pages read it."""
    answer["Last-Modified"] = http_date(data.changed_at.timestamp())
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
