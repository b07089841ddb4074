"""Recruitments on the secretariat's desk: windows that open and close."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import Matter

from .lifecycle import RecruitmentStatus
from .models import Recruitment

RUNNING = (
    RecruitmentStatus.PLANNED,
    RecruitmentStatus.ANNOUNCED,
    RecruitmentStatus.ACCEPTING,
)


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """The next day of each recruitment."""
    rows = Recruitment.objects.filter(status__in=RUNNING).select_related("term__body")
    found: list[Matter] = []
    for row in rows:
        found += _of(row, until)
    return found


def _of(row: Recruitment, until: date) -> list[Matter]:
    title, url = str(row), reverse("governance:recruitment-detail", args=[row.term.body.code, row.pk])
    found = []
    if row.status == RecruitmentStatus.PLANNED and row.opens_on <= until:
        found.append(Matter(title, _("Announce the recruitment"), url, row.opens_on, _("Secretariat")))
    if row.status == RecruitmentStatus.ANNOUNCED and row.opens_on <= until:
        found.append(Matter(title, _("Applications begin"), url, row.opens_on, _("Applicants")))
    if row.status == RecruitmentStatus.ACCEPTING and row.closes_on <= until:
        found.append(Matter(title, _("Last day for applications"), url, row.closes_on, _("Applicants")))
    return found
