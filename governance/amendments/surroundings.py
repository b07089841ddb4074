"""What stands around the articles in the editor: preamble, headings, appendices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.rules.provisions import Row, fresh_id, row_line
from governance.rules.texts import Appendix, Text

_ROW = re.compile(r"[|｜](.*)[|｜]")
PREAMBLE, NEW_TITLE, NEW_BODY = "preamble", "new_appendix_title", "new_appendix_body"


def fields_around(text: Text) -> dict[str, forms.Field]:
    """A box for the preamble, one for every heading and appendix there is, and one for a new appendix."""
    fields: dict[str, forms.Field] = {
        PREAMBLE: _box(_("Preamble"), "\n".join(text.preamble), help_text=_("One paragraph a line."))
    }
    for place, heading in enumerate(text.headings):
        fields[f"heading_{place}"] = forms.CharField(
            label=_("Heading"), max_length=120, initial=heading.title
        )
    for appendix in text.appendices:
        title = f"{appendix.title}{appendix.related}"
        fields[f"appendix_{appendix.id}"] = _box(
            title, _typed(appendix.rows), help_text=_("A row of a table is written | left | right |.")
        )
    fields[NEW_TITLE] = forms.CharField(
        label=_("Title of a new appendix"),
        required=False,
        max_length=60,
        help_text=_("For example 別表(第3条関係)."),
    )
    fields[NEW_BODY] = _box(_("Lines of the new appendix"), "")
    return fields


def bound_around(form: forms.Form) -> Iterator[forms.BoundField]:
    """These boxes in reading order."""
    return (form[name] for name in fields_around(form.text))


def with_surroundings(text: Text, cleaned: dict[str, Any], taken: set[str]) -> Text:
    """The text with what was typed around its articles; an emptied appendix is deleted."""
    preamble = tuple(_lines(cleaned.get(PREAMBLE, "")))
    headings = tuple(
        replace(heading, title=cleaned.get(f"heading_{place}") or heading.title)
        for place, heading in enumerate(text.headings)
    )
    appendices = tuple(_kept_appendices(text, cleaned))
    if cleaned.get(NEW_TITLE) and cleaned.get(NEW_BODY):
        id = fresh_id(f"appdx-{len(text.appendices) + 1}", taken | {a.id for a in text.appendices})
        appendices = (*appendices, Appendix(id, cleaned[NEW_TITLE], "", _rows(cleaned[NEW_BODY])))
    return replace(text, preamble=preamble, headings=headings, appendices=appendices)


def _kept_appendices(text: Text, cleaned: dict[str, Any]) -> Iterator[Appendix]:
    for appendix in text.appendices:
        typed = cleaned.get(f"appendix_{appendix.id}", "")
        if _lines(typed) == _lines(_typed(appendix.rows)):
            yield appendix
        elif typed.strip():
            yield replace(appendix, rows=_rows(typed))


def _typed(rows: tuple[Row, ...]) -> str:
    return "\n".join(row_line(row) if len(row) > 1 else row[0] for row in rows)


def _rows(typed: str) -> tuple[Row, ...]:
    return tuple(
        tuple(cell.strip() for cell in match[1].split("|")) if (match := _ROW.fullmatch(line)) else (line,)
        for line in _lines(typed)
    )


def _lines(typed: str) -> list[str]:
    return [line.strip() for line in typed.splitlines() if line.strip()]


def _box(label: Any, words: str, **more: Any) -> forms.CharField:
    rows = max(2, words.count("\n") + 2)
    return forms.CharField(
        label=label,
        required=False,
        initial=words,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": rows}),
        **more,
    )
