"""Who proposes the rule of a room, and who approves it: M3, "set room rule" (OPN, FAC, CMM)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from communities.forums.permissions import acts_for_themselves
from communities.openers.permissions import can_set_rule, is_the_opener, may_have_rule
from communities.rooms.lifecycle import ROOM
from communities.rooms.models import Area, Room
from communities.suspensions.permissions import is_free_to_write
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from portal.foundation.lifecycles import START
from residents.roles.holdings import holds

from .lifecycle import ROOM_RULE
from .models import RoomRuleProposal


def can_propose_room_rule(by: Acting, room: Room, rule: dict[str, str] | None = None) -> Decision:
    """A facilitator of the room, as a person, one rule at a time; the opener need not ask anybody."""
    return (
        _leads(by, room)
        and acts_for_themselves(by)
        and is_free_to_write(by.person, room)
        and ROOM.allows("set_rule", room.status)
        and _nothing_waits(room)
        and (rule is None or _can_become(room, rule))
        and ROOM_RULE.allows("propose", START)
    )


def can_approve_room_rule(by: Acting, proposal: RoomRuleProposal, resolution: str = "") -> Decision:
    """Whoever sets the rule of this room: its opener, in the city area the committee by resolution."""
    return ROOM_RULE.allows("approve", proposal.status) and can_set_rule(
        by, proposal.room, proposal.name_rule, proposal.visibility, resolution=resolution
    )


def can_refuse_room_rule(by: Acting, proposal: RoomRuleProposal, resolution: str = "") -> Decision:
    """The same people; a rule that has become impossible meanwhile can still be refused."""
    return ROOM_RULE.allows("refuse", proposal.status) and can_set_rule(
        by, proposal.room, resolution=resolution
    )


def can_withdraw_room_rule(by: Acting, proposal: RoomRuleProposal) -> Decision:
    return _proposed_it(by, proposal) and ROOM_RULE.allows("withdraw", proposal.status)


def can_turn_to_room_rule(by: Acting, proposal: RoomRuleProposal) -> Decision:
    """Is it the committee's turn? The resolution is asked for with the act."""
    return (
        (proposal.room.area == Area.CITY or Denied(_("In the citizen area the opener decides on this.")))
        and holds(by, "committee.steering")
        and ROOM_RULE.allows("approve", proposal.status)
    )


def _leads(by: Acting, room: Room) -> Decision:
    if room.area == Area.CITIZEN and is_the_opener(by, room):
        return Denied(_("You opened this room; you set its rule without asking anybody."))
    if by.person is not None and by.person.pk in room.facilitator_ids:
        return True
    return Denied(
        _("Only a facilitator of this room proposes its rule."), _("You can tell them what you wish for.")
    )


def _nothing_waits(room: Room) -> Decision:
    if not RoomRuleProposal.objects.in_room(room).waiting().exists():
        return True
    return Denied(_("A rule proposed for this room is waiting for its answer."))


def _can_become(room: Room, rule: dict[str, str]) -> Decision:
    """It changes something, and breaks no promise about names and readers; how to join is free."""
    if all(getattr(room, name) == value for name, value in rule.items()):
        return Denied(_("This is the rule the room has already."))
    return may_have_rule(room, rule["name_rule"], rule["visibility"])


def _proposed_it(by: Acting, proposal: RoomRuleProposal) -> Decision:
    if by.person is not None and by.person.pk == proposal.proposed_by_id:
        return True
    return Denied(_("Only the facilitator who proposed it takes it back."))
