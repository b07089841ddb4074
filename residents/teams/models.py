"""A team of a unit, and the members of the unit who are in it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.privacy import NoPersonalData, PersonalData
from residents.bodies.models import Body, BodyMembership

from .querysets import TeamQuerySet


class Team(models.Model):
    """担当: the part of a section that has some of its duties (the rooms are one of seven of a team of five).

    A team gives no right: whoever belongs to the unit acts for it. It says who hears of a matter first.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="teams")
    name = models.CharField(_("name"), max_length=80)
    duties = models.TextField(_("duties"), max_length=1000, blank=True)
    valid_from = models.DateField(_("exists from"))
    valid_until = models.DateField(_("last day"), null=True, blank=True)

    objects = TeamQuerySet.as_manager()
    personal_data = NoPersonalData

    class Meta:
        ordering = ["body", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="team_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["body", "name"],
                condition=Q(valid_until__isnull=True),
                name="team_named_once_in_a_unit",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def members_on(self, day: date | None = None) -> Any:
        """Who is in it and belongs to its unit on a day."""
        memberships = BodyMembership.objects.on(day or clock.today()).filter(team_place__team=self)
        return get_user_model().objects.filter(pk__in=memberships.values("person"), is_active=True)


class TeamPlace(models.Model):
    """A member of a unit is in one of its teams, as long as the membership lasts."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="places")
    membership = models.OneToOneField(BodyMembership, on_delete=models.CASCADE, related_name="team_place")

    personal_data = PersonalData(
        controller="city",
        purpose="Who hears first of the matters of a team.",
        fields=("membership",),
        retention="As long as the membership.",
        on_erasure="Kept under the neutral name.",
    )

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.membership.person} – {self.team}"


def people_of(body: Body | None, team: Team | None = None) -> Any:
    """Who hears of a matter of a unit today: the team that has it, else everybody in the unit.

    A team that ended, belongs to another unit by now or has lost its last member leaves nothing unheard.
    """
    if body is None:
        return get_user_model().objects.none()
    if team is not None and team.body_id == body.pk and Team.objects.in_force().filter(pk=team.pk).exists():
        people = team.members_on()
        if people.exists():
            return people
    return body.members_on()
