"""Applications on the secretariat's desk: how many wait for whom, recruitment by recruitment."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from governance.recruitments.models import Recruitment
from portal.foundation.acting import Acting
from portal.foundation.agenda import Matter

from .lifecycle import ApplicationStatus as S

WAITING: dict[S, tuple[Promise, Promise]] = {
    S.SUBMITTED: (_("%(count)s applications to interview"), _("Selection committee")),
    S.INTERVIEWED: (_("%(count)s applications to assess"), _("Selection committee")),
    S.ASSESSED: (_("%(count)s assessed applications to put before the mayor"), _("Selection committee")),
    S.RECOMMENDED: (_("%(count)s recommended applications to decide"), _("Mayor")),
    S.SELECTED: (_("%(count)s selected people to answer"), _("Applicants")),
    S.ACCEPTED: (_("%(count)s accepted seats to commission"), _("Mayor")),
}
"""status → (what waits, for whom)"""


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """Recruitments whose window has closed and whose applications wait for somebody."""
    counted = {
        f"in_{status}": Count("applications", filter=Q(applications__status=status)) for status in WAITING
    }
    rows = Recruitment.objects.filter(closes_on__lt=today).select_related("term__body").annotate(**counted)
    return [
        _matter(row, status, count)
        for row in rows
        for status in WAITING
        if (count := getattr(row, f"in_{status}"))
    ]


def _matter(row: Recruitment, status: S, count: int) -> Matter:
    text, whom = WAITING[status]
    url = reverse("governance:recruitment-detail", args=[row.term.body.code, row.pk])
    return Matter(str(row), str(text) % {"count": count}, url, None, str(whom))
