"""Tables of a source as printed, for the page: rows and columns, whatever shape the source gives them."""

from __future__ import annotations

from typing import Any

from django.template.defaultfilters import linebreaksbr
from django.utils.translation import gettext as _

Table = dict[str, Any]


def shown(printed: list[Table]) -> list[Table]:
    """Every table with caption, head, rows, and a foot where figures add up."""
    found: list[Table] = []
    for table in printed:
        if "groups" in table:
            found += [_of_group(table, group) for group in table["groups"]]
        elif "root" in table:
            found.append(_of_staff(table))
        else:
            found.append(_of_columns(table))
    return found


def headcount(staff: Table) -> int:
    """Everybody on a staffing plan: who leads, and the teams beneath."""
    return staff["headcount"] + sum(
        child["headcount"] + child["team_headcount"] for child in staff["children"]
    )


def _of_columns(table: Table) -> Table:
    notes = [f"{note['mark']} {note['text']}" for note in table.get("footnotes", [])]
    if table.get("source_note"):
        notes.append(table["source_note"])
    return {
        "caption": table["title"],
        "head": [column["header"] for column in table["columns"]],
        "rows": [[_cell(row[column["key"]]) for column in table["columns"]] for row in table["rows"]],
        "notes": notes,
    }


def _of_group(table: Table, group: Table) -> Table:
    return {
        "caption": f"{table['title']} {group['unit']}",
        "head": [_("No."), _("Duty")],
        "rows": [[duty["num"], duty["text"]] for duty in group["functions"]],
        "notes": group.get("remarks", []),
    }


def _of_staff(table: Table) -> Table:
    root = table["root"]
    rows = [[root["title"], "", "", root["headcount"]]]
    rows += [
        [
            child["title"],
            child["team"],
            _cell("\n".join(child["duties"])),
            child["headcount"] + child["team_headcount"],
        ]
        for child in root["children"]
    ]
    return {
        "caption": table["title"],
        "head": [_("Position"), _("Team"), _("Duties"), _("Persons")],
        "rows": rows,
        "foot": [_("Total"), "", "", headcount(root)],
        "number": [3],
        "notes": [],
    }


def _cell(text: str) -> str:
    """Lines inside a cell stay lines."""
    return linebreaksbr(text)
