"""Tables of roles on the secretariat's desk: drafts, approvals that wait, the day one takes effect."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import Matter

from .conflicts import people_in_two_minds
from .coverage import coverage
from .lifecycle import RoleTableStatus
from .models import RoleTable
from .permissions import can_draft_table


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """Tables on their way, and functions nobody holds today (checklist 11)."""
    found = []
    wanted = ["draft", "checked", "approved"] if can_draft_table(by) else ["approved"]
    for table in RoleTable.objects.filter(status__in=wanted).order_by("effective_from"):
        due = table.effective_from if table.effective_from <= until else None
        text, waits_for = {
            RoleTableStatus.DRAFT: (_("Finish and check the table of roles"), _("Secretariat")),
            RoleTableStatus.CHECKED: (_("Approve the table of roles"), _("Mayor")),
            RoleTableStatus.APPROVED: (_("The table of roles takes effect"), _("Clock")),
        }[RoleTableStatus(table.status)]
        found.append(Matter(table.title, text, table.get_absolute_url(), due, waits_for))
    found += _in_two_minds(today) if can_draft_table(by) else []
    gaps = coverage(RoleTable.objects.in_force(today), today).functions_without_holder
    return found + [
        Matter(
            str(label),
            _("Nobody holds this function"),
            reverse("residents:role-table"),
            None,
            _("Secretariat"),
        )
        for label in gaps
    ]


def _in_two_minds(today: date) -> list[Matter]:
    """Somebody joined a section or was lent a function since, and now holds both halves of a pair."""
    table = RoleTable.objects.in_force(today)
    rows = table.rows.select_related("body") if table else []
    return [
        Matter(
            _("Incompatible functions"), str(words), reverse("residents:role-table"), today, _("Secretariat")
        )
        for words in people_in_two_minds(rows, today)
    ]
