"""The verbs of a stand-in: request, agree, decline, withdraw, lapse, end."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from communities.forums.models import Forum
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from portal.foundation.locking import locked

from . import notifications, permissions
from .models import StandIn


@transaction.atomic
def request_stand_in(forum: Forum, *, by: Acting, from_on: date, until_on: date, reason: str) -> StandIn:
    """A facilitator who will be away asks the caretakers to lead the talk meanwhile (checklist 44); why rests sealed."""
    forum = Forum.objects.select_for_update().get(pk=forum.pk)
    require(permissions.can_request_stand_in(by, forum, from_on, until_on))
    stand_in = StandIn(
        forum=forum,
        asked_by=by.person,
        asked_at=clock.now(),
        from_on=from_on,
        until_on=until_on,
        reason=reason,
    )
    stand_in.step("request_stand_in", by=by)
    audit.record("communities.stand_in.requested", by=by, target=forum)
    notifications.stand_in_requested(stand_in, by)
    return stand_in


@transaction.atomic
def agree(stand_in: StandIn, *, by: Acting) -> StandIn:
    """A caretaker agrees, and leads the talk in the room on the days asked for and on no other."""
    stand_in = locked(stand_in, "forum", "asked_by", "caretaker")
    require(permissions.can_agree(by, stand_in))
    stand_in.step("agree", by=by, caretaker=by.person)
    days = {"from": stand_in.from_on.isoformat(), "until": stand_in.until_on.isoformat()}
    audit.record("communities.stand_in.agreed", by=by, target=stand_in.forum, details=days)
    notifications.stand_in_agreed(stand_in, by)
    return stand_in


@transaction.atomic
def decline(stand_in: StandIn, *, by: Acting, answer: str) -> StandIn:
    """No caretaker can stand in; the facilitator learns why and can look for somebody else."""
    stand_in = locked(stand_in, "forum", "asked_by", "caretaker")
    require(permissions.can_decline(by, stand_in))
    stand_in.step("decline", by=by, reason=answer, answer=answer)
    audit.record("communities.stand_in.declined", by=by, target=stand_in.forum, reason=answer)
    notifications.stand_in_declined(stand_in, by)
    return stand_in


@transaction.atomic
def withdraw(stand_in: StandIn, *, by: Acting) -> StandIn:
    """The facilitator needs nobody after all."""
    stand_in = locked(stand_in, "forum", "asked_by", "caretaker")
    require(permissions.can_withdraw(by, stand_in))
    stand_in.step("withdraw", by=by)
    audit.record("communities.stand_in.withdrawn", by=by, target=stand_in.forum)
    notifications.stand_in_withdrawn(stand_in, by)
    return stand_in


@transaction.atomic
def lapse(stand_in: StandIn, *, by: Acting) -> StandIn:
    """The days passed and nobody had agreed."""
    stand_in = locked(stand_in, "forum", "asked_by", "caretaker")
    stand_in.step("lapse", by=by)
    audit.record("communities.stand_in.lapsed", by=by, target=stand_in.forum)
    notifications.stand_in_lapsed(stand_in)
    return stand_in


@transaction.atomic
def end(stand_in: StandIn, *, by: Acting) -> StandIn:
    """The facilitator is back, the caretaker stops, or the last day is over."""
    stand_in = locked(stand_in, "forum", "asked_by", "caretaker")
    require(permissions.can_end(by, stand_in))
    stand_in.step("end", by=by)
    audit.record("communities.stand_in.ended", by=by, target=stand_in.forum)
    notifications.stand_in_ended(stand_in, by)
    return stand_in
