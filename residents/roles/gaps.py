"""Since when a function has nobody: a holder left, a contract or a delegation ran out, a table changed ([2.19])."""

from __future__ import annotations

from datetime import date, timedelta

from .coverage import left_alone
from .models import RoleTable

LOOK_BACK_DAYS = 14
"""A worker that stood still over a long holiday still finds the day; what is older was told then."""


def begun_lately(today: date) -> dict[str, date]:
    """function → the first day on which nobody held it; without what a table leaves open for a reason."""
    table = RoleTable.objects.in_force(today)
    if table is None:
        return {}
    open_still = {code for code in left_alone(table, today) if not table.left_open.get(code)}
    found: dict[str, date] = {}
    day = today
    for _step in range(LOOK_BACK_DAYS):
        if not open_still:
            break
        before = day - timedelta(days=1)
        alone = set(left_alone(RoleTable.objects.in_force(before), before))
        found |= {code: day for code in open_still - alone}
        open_still &= alone
        day = before
    return found
