"""Payment lists on the secretariat's desk: drawn up in April for the year that is over, then on to the payment."""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.committees.models import CommitteeTerm
from portal.foundation import parameters
from portal.foundation.acting import Acting
from portal.foundation.agenda import Matter

from .accrual import fiscal_year_of
from .lifecycle import ListStatus
from .models import HonorariumList
from .permissions import can_read_lists

NEXT = {
    ListStatus.DRAFTED: (_("Check the payment list"), _("Secretariat, another person")),
    ListStatus.CHECKED: (_("Approve the payment list"), _("Mayor")),
    ListStatus.PAID: (_("Issue the tax slips"), _("Secretariat")),
    ListStatus.APPROVED: (_("Pay the honoraria and record it"), _("Secretariat")),
}


def _payment_day(fiscal_year: int) -> date | None:
    """The day by which a year is paid; the source names none (1.K 144), so only where the town has set it."""
    last = date(fiscal_year + 1, 3, 31)
    try:
        return last + timedelta(days=parameters.value("honorarium.payment_days", on=last))
    except parameters.NotSet:
        return None


def _due(row: HonorariumList) -> date | None:
    """Tax slips go out by the end of January after the payment (所得税法第226条)."""
    if row.status == ListStatus.PAID and row.paid_on is not None:
        return date(row.paid_on.year + 1, 1, 31)
    return _payment_day(row.fiscal_year)


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
            _due(row),
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
            _payment_day(over),
            _("Secretariat"),
        )
        for body in missing.values()
    ]
