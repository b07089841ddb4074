"""Who opens, ends and closes rooms (第4条, 第5条, 第14条; domain M3)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from communities.forums.permissions import acts_for_themselves, has_account
from communities.suspensions.permissions import is_free_to_write
from portal.foundation import clock, parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from portal.foundation.lifecycles import START
from portal.foundation.printed_dates import japanese_date
from residents.roles.holdings import has_city_connection, holds

from .lifecycle import ROOM, RoomStatus
from .models import Area, Room
from .quiet import has_had_its_time, is_quiet_under, rule_in_force


def can_prepare(by: Acting, resolution: str) -> Decision:
    """The committee has decided that a city-area room shall open."""
    return _decides_by_resolution(by, resolution) and ROOM.allows("prepare", START)


def can_open(by: Acting, room: Room, resolution: str) -> Decision:
    return (
        _is_in_the_city_area(room)
        and _decides_by_resolution(by, resolution)
        and ROOM.allows("open", room.status)
        and _is_framed(room)
        and _has_facilitators(room)
    )


def can_extend(by: Acting, room: Room, resolution: str) -> Decision:
    return _decides_on(by, room, resolution) and ROOM.allows("extend", room.status)


def can_end_discussion(by: Acting, room: Room, resolution: str = "") -> Decision:
    return (by.is_clock or _decides_on(by, room, resolution)) and ROOM.allows("end_discussion", room.status)


def can_adopt_summary(by: Acting, room: Room, resolution: str) -> Decision:
    return _decides_on(by, room, resolution) and ROOM.allows("adopt_summary", room.status)


def can_close(by: Acting, room: Room, resolution: str) -> Decision:
    return _decides_on(by, room, resolution) and ROOM.allows("close", room.status)


def can_abolish(by: Acting, room: Room, resolution: str) -> Decision:
    return _decides_on(by, room, resolution) and ROOM.allows("abolish", room.status)


def can_found(by: Acting) -> Decision:
    """Whoever lives, works or studies in the city, freely; no approval is asked (第5条)."""
    return (
        has_account(by)
        and acts_for_themselves(by)
        and has_city_connection(by.person)
        and is_free_to_write(by.person)
        and ROOM.allows("found", START)
    )


def can_confirm_closure(by: Acting, room: Room) -> Decision:
    """A person confirms; being quiet makes a room eligible, nothing more (checklist 78)."""
    return (
        _is_in_the_citizen_area(room)
        and (holds(by, "rooms.caretaker") or holds(by, "sns.sns_system_operation"))
        and ROOM.allows("confirm_closure", room.status)
        and _may_be_closed_today(room)
    )


def can_revive(room: Room) -> Decision:
    """A consequence of a post, or of a rule that no longer calls the room quiet; nobody decides it anew."""
    return _is_in_the_citizen_area(room) and ROOM.allows("revive", room.status)


def can_object_to_closure(by: Acting, room: Room) -> Decision:
    return (
        _is_in_the_citizen_area(room)
        and _is_the_opener(by, room)
        and ROOM.allows("object_to_closure", room.status)
    )


def can_uphold_objection(by: Acting, room: Room, resolution: str) -> Decision:
    return _decides_on_objection(by, room, resolution) and ROOM.allows("uphold_objection", room.status)


def can_refuse_objection(by: Acting, room: Room, resolution: str) -> Decision:
    """The same numbers bind the committee: a room is closed under the rule in force or not at all."""
    return (
        _decides_on_objection(by, room, resolution)
        and ROOM.allows("refuse_objection", room.status)
        and _may_be_closed_today(room)
    )


def can_reopen(by: Acting, room: Room) -> Decision:
    """The opener, for themselves, within the days the rule gives after a closing for silence ([2.4])."""
    return (
        _is_in_the_citizen_area(room)
        and _is_the_opener(by, room)
        and acts_for_themselves(by)
        and ROOM.allows("reopen", room.status)
        and _was_closed_for_silence(room)
        and _is_in_time_to_reopen(room)
        and is_free_to_write(by.person)
    )


def _decides_on_objection(by: Acting, room: Room, resolution: str) -> Decision:
    return _is_in_the_citizen_area(room) and _decides_by_resolution(by, resolution)


def _may_be_closed_today(room: Room) -> Decision:
    """Under the numbers in force now, whatever they were at the warning, and not before the day it named."""
    try:
        rule = rule_in_force()
    except parameters.NotSet:
        return Denied(_("No rule in force says when a quiet room is closed."), _("The room stays open."))
    today = clock.today()
    if not is_quiet_under(room, rule, today):
        return Denied(_("Under the rule in force this room is not quiet long enough."))
    return has_had_its_time(room, rule, today) or Denied(
        _("The room has time until the end of %(day)s; so the warning and the rule say.")
        % {"day": japanese_date(rule.ends_on(timezone.localdate(room.warned_at), room.closes_after))}
    )


def _closing(room: Room) -> Any:
    return room.steps.filter(to_status=RoomStatus.CLOSED).last()


def _was_closed_for_silence(room: Room) -> Decision:
    closing = _closing(room)
    if closing is not None and closing.verb == "confirm_closure":
        return True
    return Denied(_("Only a room that was closed because nobody wrote can be opened again by its opener."))


def _is_in_time_to_reopen(room: Room) -> Decision:
    try:
        days = parameters.value("room.reopen_days")
    except parameters.NotSet as unset:
        return Denied(unset.reason, unset.next_step)
    if clock.today() <= timezone.localdate(_closing(room).at) + timedelta(days=days):
        return True
    return Denied(
        _("A closed room can be opened again within %(days)d days; they are over.") % {"days": days},
        _("You can open a new room."),
    )


def _is_framed(room: Room) -> Decision:
    return room.is_framed or Denied(
        _(
            "A city-area room opens with what is decided, by whom, by when and what can still change, "
            "with the section concerned and the last day of the discussion."
        ),
        _("Prepare the room with all of these."),
    )


def _decides_on(by: Acting, room: Room, resolution: str) -> Decision:
    return _is_in_the_city_area(room) and _decides_by_resolution(by, resolution)


def _decides_by_resolution(by: Acting, resolution: str) -> Decision:
    if not holds(by, "committee.steering"):
        return Denied(
            _("The steering committee decides on opening and closing city-area rooms (Guideline Art. 4)."),
            _("Bring it to the committee; its secretariat takes proposals."),
        )
    return bool(resolution.strip()) or Denied(
        _("The committee decides this by resolution (Guideline Art. 4); its number is missing.")
    )


def _has_facilitators(room: Room) -> Decision:
    needed = parameters.value("room.city_area.min_facilitators")
    if room.facilitators.accepting().count() >= needed:
        return True
    return Denied(
        ngettext(
            "A city-area room opens with at least %(count)d facilitator who has accepted (Guideline Art. 14).",
            "A city-area room opens with at least %(count)d facilitators who have accepted (Guideline Art. 14).",
            needed,
        )
        % {"count": needed},
        _("Designate a facilitator first and wait for the answer."),
    )


def _is_in_the_city_area(room: Room) -> Decision:
    return room.area == Area.CITY or Denied(_("This concerns rooms of the city area only."))


def _is_in_the_citizen_area(room: Room) -> Decision:
    return room.area == Area.CITIZEN or Denied(_("This concerns rooms of the citizen area only."))


def _is_the_opener(by: Acting, room: Room) -> Decision:
    if by.person is not None and by.person.pk == room.manager_id:
        return True
    return Denied(_("Only the opener of this room may do this."))
