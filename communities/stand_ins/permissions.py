"""Who asks for a stand-in and who agrees (checklist 44: substitute moderator on request)."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from communities.forums.models import Forum
from communities.forums.permissions import acts_for_themselves
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from portal.foundation.lifecycles import START
from residents.roles.holdings import holds

from .lifecycle import STAND_IN
from .models import StandIn


def can_request_stand_in(
    by: Acting, forum: Forum, from_on: date | None = None, until_on: date | None = None
) -> Decision:
    """A facilitator of a room that runs, as a person, for days to come, one request at a time."""
    return (
        _leads(by, forum)
        and acts_for_themselves(by)
        and (forum.accepts_posts or Denied(_("Posting has ended here; reading stays possible.")))
        and _has_no_other(by, forum)
        and (from_on is None or until_on is None or _are_days_to_come(from_on, until_on))
        and STAND_IN.allows("request_stand_in", START)
    )


def can_agree(by: Acting, stand_in: StandIn) -> Decision:
    """A caretaker who does not lead the room already; whoever agrees is the one who stands in."""
    return (
        holds(by, "rooms.caretaker")
        and _is_somebody_else(by, stand_in)
        and _is_still_needed(stand_in)
        and STAND_IN.allows("agree", stand_in.status)
    )


def can_decline(by: Acting, stand_in: StandIn) -> Decision:
    return holds(by, "rooms.caretaker") and STAND_IN.allows("decline", stand_in.status)


def can_withdraw(by: Acting, stand_in: StandIn) -> Decision:
    return _asked(by, stand_in) and STAND_IN.allows("withdraw", stand_in.status)


def can_end(by: Acting, stand_in: StandIn) -> Decision:
    """The facilitator is back, or the caretaker cannot go on; after the last day the clock."""
    is_theirs = by.is_clock or _asked(by, stand_in) or _stands_in(by, stand_in)
    return is_theirs and STAND_IN.allows("end", stand_in.status)


def can_read_all(by: Acting) -> Decision:
    return holds(by, "rooms.caretaker")


def _leads(by: Acting, forum: Forum) -> Decision:
    if forum.is_room and by.person is not None and by.person.pk in forum.facilitator_ids:
        return True
    return Denied(_("Only a facilitator of a room asks a caretaker to stand in."))


def _has_no_other(by: Acting, forum: Forum) -> Decision:
    if not forum.stand_ins.open().filter(asked_by=by.person).exists():
        return True
    return Denied(
        _("You have already asked for a stand-in in this room."), _("End that one or take it back first.")
    )


def _are_days_to_come(from_on: date, until_on: date) -> Decision:
    if clock.today() <= from_on <= until_on:
        return True
    return Denied(_("The days begin today or later, and end after they began."))


def _is_somebody_else(by: Acting, stand_in: StandIn) -> Decision:
    if by.person is None or by.person.pk not in stand_in.forum.facilitator_ids:
        return True
    return Denied(_("You lead this room yourself."))


def _is_still_needed(stand_in: StandIn) -> Decision:
    if stand_in.asked_by_id not in stand_in.forum.facilitator_ids:
        return Denied(_("Whoever asked does not lead this room any more."))
    return clock.today() <= stand_in.until_on or Denied(_("The days asked for have passed."))


def _asked(by: Acting, stand_in: StandIn) -> Decision:
    if by.person is not None and by.person.pk == stand_in.asked_by_id:
        return True
    return Denied(_("Only the facilitator who asked may do this."))


def _stands_in(by: Acting, stand_in: StandIn) -> Decision:
    if by.person is not None and by.person.pk == stand_in.caretaker_id:
        return True
    return Denied(_("Only the facilitator who asked and the caretaker who stands in may do this."))
