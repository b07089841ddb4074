"""Who forms teams: the unit itself, the mayor's office, and those who run the system."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.bodies.models import Body, BodyMembership
from residents.bodies.permissions import can_change_members

from .models import Team


def can_form_team(by: Acting, body: Body, name: str = "") -> Decision:
    """Only units of the city hall have teams; two of one name would be one."""
    return (
        (body.kind == Body.Kind.UNIT or Denied(_("Only units of the city hall have teams.")))
        and can_change_members(by, body)
        and (body.exists_on(clock.today()) or Denied(_("“%(body)s” does not exist today.") % {"body": body}))
        and _is_new(body, name)
    )


def can_dissolve_team(by: Acting, team: Team) -> Decision:
    return can_change_members(by, team.body) and _stands(team)


def can_place_member(by: Acting, membership: BodyMembership, team: Team | None = None) -> Decision:
    """Somebody who belongs or will belong to the unit; into a team of this unit, or into none."""
    return (
        can_form_team(by, membership.body)
        and (not membership.has_ended or Denied(_("This person no longer belongs to this unit.")))
        and (team is None or is_team_of(membership.body, team))
    )


def has_teams(body: Body | None) -> Decision:
    """Is there a team a matter of this unit could be handed to?"""
    if body is not None and Team.objects.in_force().filter(body=body).exists():
        return True
    return Denied(_("This unit has no teams."), _("Its members can form one on the page of the unit."))


def is_team_of(body: Body | None, team: Team) -> Decision:
    if body is None or team.body_id != body.pk:
        return Denied(_("“%(team)s” is no team of this unit.") % {"team": team})
    return _stands(team)


def _stands(team: Team) -> Decision:
    if Team.objects.in_force().filter(pk=team.pk).exists():
        return True
    return Denied(_("The team “%(team)s” does not exist today.") % {"team": team})


def _is_new(body: Body, name: str) -> Decision:
    if name and Team.objects.in_force().filter(body=body, name=name.strip()).exists():
        return Denied(_("The unit already has a team of this name."))
    return True
