"""Who opens, ends and closes rooms (第4条, 第5条, 第14条; domain M3)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from communities.forums.permissions import acts_for_themselves, has_account
from communities.suspensions.permissions import EXAMINERS, is_free_to_write
from portal.foundation import parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from portal.foundation.lifecycles import START
from residents.roles.holdings import has_city_connection, holds

from .lifecycle import ROOM
from .models import Area, Room


def can_prepare(by: Acting, resolution: str) -> Decision:
    """The committee has decided that a city-area room shall open."""
    return _decides_by_resolution(by, resolution) and ROOM.allows("prepare", START)


def can_open(by: Acting, room: Room, resolution: str) -> Decision:
    return (
        _is_in_the_city_area(room)
        and _decides_by_resolution(by, resolution)
        and ROOM.allows("open", room.status)
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
    )


def can_object_to_closure(by: Acting, room: Room) -> Decision:
    return (
        _is_in_the_citizen_area(room)
        and _is_the_opener(by, room)
        and ROOM.allows("object_to_closure", room.status)
    )


def can_restrict(by: Acting, room: Room, basis: str) -> Decision:
    """第9条第5号: no new topics; by resolution, or in the place of something graver after an objection."""
    return _measures(by, room, basis) and ROOM.allows("restrict", room.status)


def can_suspend(by: Acting, room: Room, basis: str) -> Decision:
    """第9条第5号: nobody writes for a time; by resolution, or in the place of something graver."""
    return _measures(by, room, basis) and ROOM.allows("suspend", room.status)


def can_shut(by: Acting, room: Room, basis: str) -> Decision:
    """第9条第5号: the gravest, by resolution only."""
    return (
        _is_in_the_citizen_area(room)
        and holds(by, "committee.steering")
        and _names_its_decision(basis)
        and ROOM.allows("shut", room.status)
    )


def can_reinstate(by: Acting, room: Room, basis: str) -> Decision:
    """When its days are over, by the clock; before, by those who examine the objection."""
    return (
        (by.is_clock or _examines(by))
        and _names_its_decision(basis)
        and ROOM.allows("reinstate", room.status)
    )


def _measures(by: Acting, room: Room, basis: str) -> Decision:
    return _is_in_the_citizen_area(room) and _examines(by) and _names_its_decision(basis)


def _examines(by: Acting) -> Decision:
    """The committee, and whoever examines objections for it; which decision it is, is asked where that lies."""
    answers = [holds(by, function) for function in EXAMINERS]
    return any(answers) or answers[0]


def _names_its_decision(basis: str) -> Decision:
    return bool(basis.strip()) or Denied(_("A measure against a room names the decision it rests on."))


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
