"""A team that lost its last member: its matters reach the whole section until somebody takes a place in it."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter
from residents.bodies.models import BodyMembership
from residents.roles.holdings import holds

from .models import Team


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """For those who keep the table of roles, as the last days of people are."""
    if not holds(by, "roles.table_draft"):
        return []
    members = BodyMembership.objects.on(today).filter(team_place__team=OuterRef("pk"), person__is_active=True)
    empty = Team.objects.on(today).exclude(Exists(members)).select_related("body")
    return [
        Matter(
            str(team),
            _("Nobody is in this team; the whole section hears of its matters"),
            reverse("residents:body-members", args=[team.body.code]),
            None,
            team.body.shown_name,
        )
        for team in empty[:AT_ONCE]
    ]
