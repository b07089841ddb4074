"""Who may raise, screen and choose a theme, and who decides about its room (M3)."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from communities.facilitators.models import FacilitatorAssignment
from communities.models import Room, RoomRuleProposal, Summary
from communities.room_rules.permissions import can_turn_to_room_rule
from communities.rooms.lifecycle import ROOM, RoomStatus
from governance.resolutions.lifecycle import Competence
from governance.resolutions.models import Resolution
from governance.resolutions.permissions import can_rest_on
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.models import Body
from residents.roles.holdings import belongs, holds

from .lifecycle import THEME, Origin, Source
from .models import ThemeProposal, ThemeReceipt

ON_ROOMS = (Competence.THEMES, Competence.PLANNING)
BY_RESOLUTION = ("prepare", "open", "extend", "end_discussion", "adopt_summary")
"""Steps of a room whose reason is the number of the resolution they rest on."""


def can_raise_theme(by: Acting, origin: str = Origin.CITIZEN, source: str = Source.ONLINE) -> Decision:
    """Anybody raises as a resident, even without registering; a unit raises as the city (第4条)."""
    if source != Source.ONLINE:
        return holds(by, "committee.secretariat")
    if origin == Origin.CITY:
        return _acts_for_a_unit(by)
    return True


def can_receive_theme(by: Acting, theme: ThemeProposal) -> Decision:
    return holds(by, "committee.secretariat") and THEME.allows("receive", theme.status)


def can_admit_theme(by: Acting, theme: ThemeProposal) -> Decision:
    return _screens(by) and THEME.allows("admit", theme.status)


def can_redirect_theme(by: Acting, theme: ThemeProposal) -> Decision:
    return _screens(by) and THEME.allows("redirect", theme.status)


def can_read_contact(by: Acting, receipt: ThemeReceipt) -> Decision:
    """The secretariat, to tell somebody without an account; every look stands in the ledger."""
    return holds(by, "committee.secretariat") and (
        bool(receipt.contact) or Denied(_("The raiser left no way to be reached."))
    )


def can_shortlist_theme(by: Acting, theme: ThemeProposal) -> Decision:
    """The committee keeps the theme in view while it deliberates in public (2.6)."""
    return can_decide(by, theme, "shortlist")


def can_adopt_theme(by: Acting, theme: ThemeProposal, resolution: Resolution | None) -> Decision:
    """第9条第2号: the committee chooses, by a resolution about this theme."""
    return can_decide(by, theme, "adopt") and _rests_on(by, theme, resolution)


def can_defer_theme(by: Acting, theme: ThemeProposal, resolution: Resolution | None) -> Decision:
    return can_decide(by, theme, "defer") and _rests_on(by, theme, resolution)


def can_not_adopt_theme(by: Acting, theme: ThemeProposal, resolution: Resolution | None) -> Decision:
    return can_decide(by, theme, "not_adopt") and _rests_on(by, theme, resolution)


def can_prepare_room(by: Acting, theme: ThemeProposal, resolution: Resolution | None) -> Decision:
    """第4条: the committee decides on opening a city-area room; city staff cannot open one alone.

    The resolution that chose the theme may say so in the same breath.
    """
    return (
        can_decide(by, theme, "prepare_room")
        and can_rest_on(by, resolution, *ON_ROOMS)
        and _names(resolution, theme.title)
    )


def can_decide(by: Acting, theme: ThemeProposal, verb: str) -> Decision:
    """Is it the committee's turn? Which resolution the act rests on is asked with it."""
    return holds(by, "committee.steering") and THEME.allows(verb, theme.status)


def can_decide_on_room(
    by: Acting, theme: ThemeProposal, verb: str, resolution: Resolution | None
) -> Decision:
    """Opening, extending, ending and closing the room of a theme: each by a resolution of its own (第4条)."""
    return (
        can_turn_to_room(by, theme, verb)
        and can_rest_on(by, resolution, *ON_ROOMS)
        and _names(resolution, _room(theme).title)
        and _is_fresh_for_room(theme, verb, resolution)
    )


def can_end_discussion(by: Acting, theme: ThemeProposal, resolution: Resolution | None) -> Decision:
    """The clock after the last day; before it the committee, by resolution."""
    if by.is_clock and theme.room is not None:
        return ROOM.allows("end_discussion", theme.room.status)
    return can_decide_on_room(by, theme, "end_discussion", resolution)


def can_adopt_summary(
    by: Acting, theme: ThemeProposal, summary: Summary, resolution: Resolution | None
) -> Decision:
    """One of the summaries posted in the room of this theme."""
    return can_decide_on_room(by, theme, "adopt_summary", resolution) and (
        summary.room_id == theme.room_id or Denied(_("This summary belongs to another room."))
    )


def can_turn_to_room(by: Acting, theme: ThemeProposal, verb: str) -> Decision:
    """Is it the committee's turn to do this with the room of a theme?"""
    return (
        holds(by, "committee.steering")
        and (theme.room_id is not None or Denied(_("This theme has no room yet.")))
        and ROOM.allows(verb, _room(theme).status)
    )


def can_turn_to_facilitators(by: Acting, theme: ThemeProposal) -> Decision:
    """Has the theme a room that somebody can chair?"""
    return (
        holds(by, "committee.steering")
        and (theme.room_id is not None or Denied(_("This theme has no room yet.")))
        and (
            _room(theme).status != RoomStatus.CLOSED
            or Denied(_("This room is closed; nobody chairs it any more."))
        )
    )


def can_name_facilitator(by: Acting, theme: ThemeProposal, resolution: Resolution | None) -> Decision:
    """第14条: the committee names who chairs, also later and in the place of another, by resolution."""
    return (
        can_turn_to_facilitators(by, theme)
        and can_rest_on(by, resolution, *ON_ROOMS)
        and _names(resolution, _room(theme).title)
        and _is_fresh_for_room(theme, "name_facilitator", resolution)
    )


def can_decide_on_objection(by: Acting, room: Room, resolution: Resolution | None) -> Decision:
    """The committee's look at an opener's objection: a resolution that names the room, adopted since ([2.4])."""
    return (
        can_turn_to_objection(by, room)
        and can_rest_on(by, resolution, *ON_ROOMS)
        and _names(resolution, room.title)
        and _was_adopted_since_the_objection(resolution, room)
    )


def can_decide_on_room_rule(
    by: Acting, proposal: RoomRuleProposal, resolution: Resolution | None
) -> Decision:
    """M3: the committee approves the rule of a city-area room by a resolution that names it, adopted since."""
    return (
        can_turn_to_room_rule(by, proposal)
        and can_rest_on(by, resolution, *ON_ROOMS)
        and _names(resolution, proposal.room.title)
        and _was_adopted_since_the_proposal(resolution, proposal)
    )


def can_turn_to_objection(by: Acting, room: Room) -> Decision:
    """Is there an objection the committee has to look at?"""
    return holds(by, "committee.steering") and ROOM.allows("uphold_objection", room.status)


def _rests_on(by: Acting, theme: ThemeProposal, resolution: Resolution | None) -> Decision:
    return (
        can_rest_on(by, resolution, Competence.THEMES)
        and _names(resolution, theme.title)
        and _is_fresh(theme, resolution)
    )


def _room(theme: ThemeProposal) -> Room:
    assert theme.room is not None  # asked after the question whether there is one
    return theme.room


def _names(resolution: Resolution | None, title: str) -> Decision:
    """Written in quotation marks, so that 「公園」 is not found in 「公園の犬」."""
    words = f"{resolution.title} {resolution.text}" if resolution is not None else ""
    if any(f"{left}{title}{right}" in words for left, right in ("「」", "『』", "“”")):
        return True
    return Denied(
        _("This resolution does not name “%(title)s”.") % {"title": title},
        _("Write the title in quotation marks into the motion."),
    )


def _is_fresh(theme: ThemeProposal, resolution: Resolution | None) -> Decision:
    """What put the theme off cannot choose it later."""
    if resolution is not None and theme.resolution_id != resolution.pk:
        return True
    return Denied(_("This resolution has already been carried out."))


def _is_fresh_for_room(theme: ThemeProposal, verb: str, resolution: Resolution | None) -> Decision:
    """What opened the room neither extends nor closes it: every act has its own decision."""
    room, number = _room(theme), resolution.printed_number if resolution is not None else ""
    opens = verb == "open" or (verb == "name_facilitator" and room.status == RoomStatus.PREPARING)
    if opens and number == room.opening_resolution:
        return True
    carried_out = set(room.steps.filter(verb__in=BY_RESOLUTION).values_list("reason", flat=True))
    carried_out |= set(FacilitatorAssignment.objects.filter(forum=room).values_list("resolution", flat=True))
    carried_out |= set(RoomRuleProposal.objects.in_room(room).values_list("resolution", flat=True))
    if theme.resolution is not None:
        carried_out.add(theme.resolution.printed_number)
    return number not in carried_out or Denied(_("This resolution has already been carried out."))


def _was_adopted_since_the_objection(resolution: Resolution | None, room: Room) -> Decision:
    objection = room.steps.filter(verb="object_to_closure").last()
    adopted_on = resolution.adopted_on if resolution is not None else None
    if adopted_on is not None and objection is not None:
        if adopted_on >= timezone.localdate(objection.at):
            return True
    return Denied(_("This resolution is older than the objection."))


def _was_adopted_since_the_proposal(resolution: Resolution | None, proposal: RoomRuleProposal) -> Decision:
    adopted_on = resolution.adopted_on if resolution is not None else None
    if adopted_on is None or adopted_on < timezone.localdate(proposal.proposed_at):
        return Denied(_("This resolution is older than the proposed rule."))
    number = resolution.printed_number if resolution is not None else ""
    decided = RoomRuleProposal.objects.in_room(proposal.room).filter(resolution=number)
    return not decided.exists() or Denied(_("This resolution has already been carried out."))


def _acts_for_a_unit(by: Acting) -> Decision:
    if by.body is None or by.body.kind != Body.Kind.UNIT:
        return Denied(_("Only a unit of the city hall raises a theme as the city."))
    return belongs(by)


def _screens(by: Acting) -> Decision:
    return holds(by, "committee.secretariat") or holds(by, "rooms.caretaker")
