"""Who names, who accepts, who ends (domain M3)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from communities.forums.models import Forum, ForumKind
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import holds

from .lifecycle import FACILITATOR
from .models import FacilitatorAssignment


def can_designate_facilitator(by: Acting, forum: Forum, resolution: str = "") -> Decision:
    """City area: the committee by resolution. Citizen area: the opener (checklist 70, 74, 75)."""
    if forum.kind == ForumKind.CITY_ROOM:
        return holds(by, "committee.steering") and _has_resolution(resolution)
    if forum.kind == ForumKind.CITIZEN_ROOM:
        return is_opener(by, forum) and _is_running(forum)
    return Denied(_("Only rooms have facilitators; a community has its manager."))


def is_not_named_yet(forum: Forum, person: Any) -> Decision:
    """Nobody is named twice for the same room at a time."""
    if not forum.facilitators.in_hand().filter(person=person).exists():
        return True
    return Denied(_("This person has already been named for this room."))


def is_sent_under(contract: Any, dispatched_by: Any) -> Decision:
    """The contract is the organisation's own, and holds today or from a later day."""
    if contract is None:
        return True
    if dispatched_by is None or contract.contractor_id != dispatched_by.pk:
        return Denied(_("This contract is not with the organisation that sends the person."))
    return contract.is_ahead_or_running or Denied(
        _("This contract has ended."), _("Name the contract of this year.")
    )


def can_accept(by: Acting, assignment: FacilitatorAssignment) -> Decision:
    return _is_nominee(by, assignment) and FACILITATOR.allows("accept", assignment.status)


def can_decline(by: Acting, assignment: FacilitatorAssignment) -> Decision:
    return _is_nominee(by, assignment) and FACILITATOR.allows("decline", assignment.status)


def can_begin(assignment: FacilitatorAssignment) -> Decision:
    """A consequence of opening the room or of accepting in an open one; nobody decides it anew."""
    return FACILITATOR.allows("begin", assignment.status)


def can_end(by: Acting, assignment: FacilitatorAssignment, resolution: str = "") -> Decision:
    """The facilitator stops; else whoever may name one: in the city area the committee, by resolution."""
    allowed = FACILITATOR.allows("end", assignment.status)
    if by.is_clock or _is_nominee(by, assignment):
        return allowed
    if assignment.forum.kind == ForumKind.CITY_ROOM:
        return holds(by, "committee.steering") and _has_resolution(resolution) and allowed
    return is_opener(by, assignment.forum) and allowed


def can_read(by: Acting, assignment: FacilitatorAssignment) -> Decision:
    """The nominee, and whoever may name a facilitator there."""
    if assignment.forum.kind == ForumKind.CITY_ROOM:
        return _is_nominee(by, assignment) or holds(by, "committee.steering")
    return _is_nominee(by, assignment) or is_opener(by, assignment.forum)


def _is_nominee(by: Acting, assignment: FacilitatorAssignment) -> Decision:
    if by.person is not None and by.person.pk == assignment.person_id:
        return True
    return Denied(_("Only the person who was named may answer."))


def is_opener(by: Acting, forum: Forum) -> Decision:
    if by.person is not None and by.person.pk == forum.manager_id:
        return True
    return Denied(_("Only the opener of this room may do this."))


def _is_running(forum: Forum) -> Decision:
    return forum.accepts_posts or Denied(_("This room is closed; nobody chairs it any more."))


def _has_resolution(resolution: str) -> Decision:
    return bool(resolution.strip()) or Denied(
        _("The committee decides this by resolution (Guideline Art. 14); its number is missing.")
    )
