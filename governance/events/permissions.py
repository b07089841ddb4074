"""Who organises an event, and who may come to it (M5: plan events)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from communities.forums.permissions import acts_for_themselves, has_account
from governance.seats.permissions import sits_on
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.models import Body
from residents.roles.holdings import holds

from .lifecycle import EVENT, EventStatus
from .models import CommitteeEvent


def can_plan_event(by: Acting, body: Body) -> Decision:
    """Members of the committee and its secretariat."""
    return holds(by, "committee.secretariat") or sits_on(by, body)


def can_replan_event(by: Acting, event: CommitteeEvent) -> Decision:
    return can_plan_event(by, event.body) and EVENT.allows("replan", event.status)


def can_announce_event(by: Acting, event: CommitteeEvent) -> Decision:
    """Nobody is invited to what has already begun."""
    return (
        can_plan_event(by, event.body)
        and EVENT.allows("announce", event.status)
        and (clock.now() < event.starts_at or Denied(_("The day of this event has passed; change the plan.")))
    )


def can_revise_event(by: Acting, event: CommitteeEvent) -> Decision:
    return can_plan_event(by, event.body) and EVENT.allows("revise", event.status)


def can_hold_event(by: Acting, event: CommitteeEvent) -> Decision:
    """Who came is recorded once it has begun, not before."""
    return (
        can_plan_event(by, event.body)
        and EVENT.allows("hold", event.status)
        and (clock.now() >= event.starts_at or Denied(_("This event has not begun yet.")))
    )


def can_report_event(by: Acting, event: CommitteeEvent) -> Decision:
    return can_plan_event(by, event.body) and EVENT.allows("report", event.status)


def can_cancel_event(by: Acting, event: CommitteeEvent) -> Decision:
    return can_plan_event(by, event.body) and EVENT.allows("cancel", event.status)


def can_read_sign_ups(by: Acting, event: CommitteeEvent) -> Decision:
    """Who means to come: for those who prepare the event, and only as long as they need it."""
    return can_plan_event(by, event.body)


def can_sign_up(by: Acting, event: CommitteeEvent, count: int | None = None) -> Decision:
    """Anybody registered, until the last day, while there are places."""
    return (
        has_account(by)
        and acts_for_themselves(by)
        and _takes_sign_ups(event)
        and _has_a_place(event, event.sign_ups.count() if count is None else count)
    )


def can_withdraw_sign_up(by: Acting, event: CommitteeEvent) -> Decision:
    """Until it begins; nobody has to say why."""
    return has_account(by) and (
        (event.status == EventStatus.ANNOUNCED and clock.now() < event.starts_at)
        or Denied(_("This event has begun or was cancelled."))
    )


def _takes_sign_ups(event: CommitteeEvent) -> Decision:
    if not event.takes_sign_ups:
        return Denied(_("Nobody needs to sign up for this event."))
    if event.status != EventStatus.ANNOUNCED or clock.now() >= event.starts_at:
        return Denied(_("This event has begun or was cancelled."))
    if clock.today() > event.last_day_to_sign_up:
        return Denied(
            _("The last day to sign up has passed."), _("Ask the secretariat whether there is still a place.")
        )
    return True


def _has_a_place(event: CommitteeEvent, count: int) -> Decision:
    if event.capacity is None or count < event.capacity:
        return True
    return Denied(_("All places are taken."), _("A place becomes free when somebody withdraws."))
