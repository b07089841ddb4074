"""Who may say who belongs to a body."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from portal.foundation.standing import standing_with
from residents.roles.holdings import holds

from .models import Body, BodyMembership


def can_change_members(by: Acting, body: Body) -> Decision:
    """The clock (a seat's term), the mayor, and whoever grants access to the body's kind."""
    if by.is_clock or holds(by, "mayor.decide") or holds(by, "system.operation"):
        return True
    if body.kind == Body.Kind.ORGANISATION and holds(by, "contracts.propose"):
        return True
    if by.body is not None and by.body.pk == body.pk and body.kind == Body.Kind.UNIT:
        return True if belongs_today(by) else Denied(_("You do not belong to this unit today."))
    return Denied(
        _("Only the mayor's office or the people who run the system may change who belongs to this body.")
    )


def belongs_today(by: Acting) -> bool:
    return by.person is not None and by.person.memberships.in_force().filter(body=by.body).exists()


def can_see_members(by: Acting, body: Body) -> Decision:
    """Who belongs to a unit, and until when: for the unit itself and those who keep the role table."""
    return can_change_members(by, body) or holds(by, "roles.table_draft")


def may_reorganise(by: Acting) -> Decision:
    """Units are set up and ended by the mayor's office; those who run the system enter it."""
    return holds(by, "mayor.decide") or holds(by, "system.operation")


def may_found(by: Acting) -> Decision:
    """Bodies are set up, renamed and ended by the mayor's office; those who run the system enter it."""
    return may_reorganise(by)


def can_set_up(by: Acting, legal_basis: str) -> Decision:
    """A committee without a provision that sets it up does not exist (第7条)."""
    return may_found(by) and (bool(legal_basis.strip()) or Denied(_("A committee needs a legal basis.")))


def can_rename(by: Acting, body: Body, name: str) -> Decision:
    return (
        may_found(by)
        and _stands_today(body)
        and (name.strip() != body.name or Denied(_("The body already has this name.")))
        and _was_not_renamed_today(body)
    )


def can_dissolve(by: Acting, body: Body, last_day: date) -> Decision:
    """Units give way by a reorganisation; a committee simply ends, today or later."""
    return (
        may_found(by)
        and (body.kind == Body.Kind.COMMITTEE or Denied(_("Only a committee is dissolved in this way.")))
        and _stands_today(body)
        and (last_day >= clock.today() or Denied(_("The last day cannot lie in the past.")))
    )


def has_not_begun(membership: BodyMembership) -> Decision:
    return membership.from_on > clock.today() or Denied(_("This person already belongs to this body."))


def _stands_today(body: Body) -> Decision:
    return body.exists_on(clock.today()) or Denied(_("“%(body)s” does not exist today.") % {"body": body})


def _was_not_renamed_today(body: Body) -> Decision:
    """One name a day: the record knows days, not hours."""
    if body.names.filter(until_on=clock.today() - clock.ONE_DAY).exists():
        return Denied(_("This body was already renamed today."))
    return True


def can_reorganise(by: Acting, bodies: list[Body], on: date, successor: Body | None) -> Decision:
    return (
        may_reorganise(by)
        and (on > clock.today() or Denied(_("A reorganisation is entered before its day.")))
        and _are_units_until(bodies, on)
        and _stands_on(successor, on)
    )


def can_follow(by: Acting) -> Decision:
    return by.is_clock or Denied(_("This happens by itself on the day of the reorganisation."))


def can_hand_over(by: Acting, membership: BodyMembership, until_on: date) -> Decision:
    """The person's unit, the mayor's office or those who run the system; from today on, within its days.

    Where somebody left without handing over, what still stands with them can be handed over afterwards.
    """
    if membership.has_ended:
        return can_change_members(by, membership.body) and (
            bool(standing_with(membership.person, membership.body))
            or Denied(_("Nothing stands with this person any more."))
        )
    return (
        can_change_members(by, membership.body)
        and (
            until_on >= max(clock.today(), membership.from_on)
            or Denied(_("The last day cannot lie in the past."))
        )
        and (
            membership.until_on is None
            or until_on <= membership.until_on
            or Denied(_("This person already leaves on an earlier day."))
        )
    )


def can_take_over(membership: BodyMembership, owner: Any, title: str, until_on: date) -> Decision:
    """A colleague of the same body who is still there when the other has left."""
    if owner is None:
        return Denied(
            _("“%(title)s” has no new owner yet.") % {"title": title}, _("Name a colleague for it.")
        )
    colleagues = membership.body.members_on(until_on + clock.ONE_DAY)
    if owner.pk != membership.person_id and colleagues.filter(pk=owner.pk).exists():
        return True
    return Denied(
        _("%(person)s does not belong to %(body)s when “%(title)s” is taken over.")
        % {"person": owner, "body": membership.body, "title": title}
    )


def nothing_stays_behind(membership: BodyMembership) -> Decision:
    left = standing_with(membership.person, membership.body)
    return not left or Denied(_("“%(title)s” still stands with the person.") % {"title": left[0].title})


def _are_units_until(bodies: list[Body], on: date) -> Decision:
    eve = on - clock.ONE_DAY
    for body in bodies:
        if body.kind != Body.Kind.UNIT:
            return Denied(_("“%(body)s” is not a unit of the city hall.") % {"body": body})
        if not body.exists_on(eve) or (body.valid_until is not None and body.valid_until > eve):
            return Denied(_("“%(body)s” does not stand on the day before.") % {"body": body})
    return bool(bodies) or Denied(_("Name at least one unit that gives way."))


def _stands_on(successor: Body | None, on: date) -> Decision:
    if successor is None or (successor.kind == Body.Kind.UNIT and successor.exists_on(on)):
        return True
    return Denied(_("“%(body)s” does not exist on that day.") % {"body": successor})
