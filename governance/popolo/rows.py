"""Imported records as lines of a list and of a table."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import ImportedMembership, ImportedOrganisation


def organisation_row(organisation: ImportedOrganisation) -> dict[str, Any]:
    """For the resource list; the view counted the members."""
    count = organisation.members
    return {
        "title": organisation.name,
        "url": reverse("governance:imported-organisation", args=[organisation.pk]),
        "meta": ngettext("%(count)s membership", "%(count)s memberships", count) % {"count": count},
        "text": organisation.classification,
    }


def head() -> list[str]:
    return [
        _("Name"),
        _("Office held"),
        _("On behalf of, or from which area"),
        _("Term"),
        _("Member since"),
        _("Member until"),
    ]


def membership_cells(membership: ImportedMembership) -> list[str]:
    """The days stand as the source gives them: a year, a month or a day."""
    office = membership.post or membership.role or membership.label
    behalf = [str(membership.on_behalf_of or ""), membership.area]
    return [
        str(membership.person or membership.member),
        office,
        "、".join(part for part in behalf if part),
        membership.period,
        membership.begun,
        f"{membership.ended} ({membership.end_reason})" if membership.end_reason else membership.ended,
    ]
