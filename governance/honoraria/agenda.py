"""Payment lists on the secretariat's desk: drawn up in April for the year that is over, then on to the payment."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.committees.models import CommitteeTerm
from portal.foundation.acting import Acting
from portal.foundation.agenda import Matter

from .accrual import fiscal_year_of
from .lifecycle import ListStatus
from .models import HonorariumList
from .permissions import can_read_lists

NEXT = {
    ListStatus.DRAFTED: (_("Check the payment list"), _("Secretariat, another person")),
    ListStatus.CHECKED: (_("Approve the payment list"), _("Mayor")),
    ListStatus.APPROVED: (_("Pay the honoraria and record it"), _("Secretariat")),
}


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """Lists on their way, and committees whose last fiscal year has no list yet."""
    if not can_read_lists(by):
        return []
    over = fiscal_year_of(today) - 1
    lists = list(HonorariumList.objects.standing().select_related("body"))
    found = [
        Matter(
            str(row),
            NEXT[ListStatus(row.status)][0],
            row.get_absolute_url(),
            None,
            NEXT[ListStatus(row.status)][1],
        )
        for row in lists
        if row.status in NEXT
    ]
    has_list = {row.body_id for row in lists if row.fiscal_year == over}
    terms = CommitteeTerm.objects.filter(
        starts_on__lte=date(over + 1, 3, 31), ends_on__gte=date(over, 4, 1)
    ).select_related("body")
    missing = {term.body_id: term.body for term in terms if term.body_id not in has_list}
    return found + [
        Matter(
            f"{body} {over}",
            _("Draw up the payment list of the year that is over"),
            reverse("governance:honorarium-list", args=[body.code]),
            date(over + 1, 4, 30),
            _("Secretariat"),
        )
        for body in missing.values()
    ]
