"""The verbs of a proposed rule: propose, approve, refuse, withdraw."""

from __future__ import annotations

from django.db import transaction

from communities.openers import actions as openers
from communities.rooms.actions import locked
from communities.rooms.models import Room
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import notifications, permissions
from .models import RoomRuleProposal


@transaction.atomic
def propose(
    room: Room, *, by: Acting, name_rule: str, joining: str, visibility: str, reason: str
) -> RoomRuleProposal:
    """A facilitator proposes the rule of the room they lead (個別ルール, M3); nothing changes by it yet."""
    room = locked(room)
    rule = {"name_rule": name_rule, "joining": joining, "visibility": visibility}
    require(permissions.can_propose_room_rule(by, room, rule))
    proposal = RoomRuleProposal(
        room=room, proposed_by=by.person, proposed_at=clock.now(), reason=reason, **rule
    )
    proposal.step("propose", by=by, reason=reason)
    audit.record("communities.room_rule.proposed", by=by, target=room, reason=reason, details=rule)
    notifications.room_rule_proposed(proposal, by)
    return proposal


@transaction.atomic
def approve(
    proposal: RoomRuleProposal, *, by: Acting, resolution: str = "", answer: str = ""
) -> RoomRuleProposal:
    """The opener, or in the city area the committee by resolution, makes the proposed rule the room's (M3)."""
    proposal = _again(proposal)
    require(permissions.can_approve_room_rule(by, proposal, resolution))
    proposal.step("approve", by=by, reason=answer, answer=answer, resolution=resolution)
    audit.record(
        "communities.room_rule.approved",
        by=by,
        target=proposal.room,
        reason=answer,
        reference=resolution,
        public=bool(resolution),
    )
    openers.set_rule(proposal.room, by=by, reason=proposal.reason, resolution=resolution, **proposal.rule)
    notifications.room_rule_approved(proposal, by)
    return proposal


@transaction.atomic
def refuse(proposal: RoomRuleProposal, *, by: Acting, answer: str, resolution: str = "") -> RoomRuleProposal:
    """The room keeps the rule it has, and the facilitator learns why."""
    proposal = _again(proposal)
    require(permissions.can_refuse_room_rule(by, proposal, resolution))
    proposal.step("refuse", by=by, reason=answer, answer=answer, resolution=resolution)
    audit.record(
        "communities.room_rule.refused", by=by, target=proposal.room, reason=answer, reference=resolution
    )
    notifications.room_rule_refused(proposal, by)
    return proposal


@transaction.atomic
def withdraw(proposal: RoomRuleProposal, *, by: Acting) -> RoomRuleProposal:
    """The facilitator takes the proposal back before anybody has answered."""
    proposal = _again(proposal)
    require(permissions.can_withdraw_room_rule(by, proposal))
    proposal.step("withdraw", by=by)
    audit.record("communities.room_rule.withdrawn", by=by, target=proposal.room)
    notifications.room_rule_withdrawn(proposal, by)
    return proposal


def _again(proposal: RoomRuleProposal) -> RoomRuleProposal:
    """The room first, as whoever proposes locks it, then the proposal."""
    room = locked(proposal.room)
    found = RoomRuleProposal.objects.select_for_update().get(pk=proposal.pk)
    found.room = room
    return found
