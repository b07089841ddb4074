"""The opener sets the rule of the room (個別ルール, [2.4]), within what was promised to those who spoke there."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from communities.forums.models import NameRule, Visibility
from communities.forums.permissions import acts_for_themselves, chairs
from communities.rooms.lifecycle import ROOM
from communities.rooms.models import Area, Room
from communities.suspensions.permissions import is_free_to_write
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied

WIDENING = (Visibility.MEMBERS, Visibility.SNS, Visibility.PUBLIC)
"""From the fewest readers to all."""


def can_read_opener_page(by: Acting, room: Room) -> Decision:
    """The opener, and whoever leads the talk with them."""
    return is_the_opener(by, room) or chairs(by, room)


def can_set_rule(by: Acting, room: Room, name_rule: str = "", visibility: str = "") -> Decision:
    """The opener of a citizen-area room, as a person, while the room runs without a warning."""
    return (
        _is_in_the_citizen_area(room)
        and is_the_opener(by, room)
        and acts_for_themselves(by)
        and is_free_to_write(by.person, room)
        and ROOM.allows("set_rule", room.status)
        and may_have_names(room, name_rule or room.name_rule)
        and may_have_readers(room, visibility or room.visibility)
    )


def may_have_names(room: Room, name_rule: str) -> Decision:
    """Nobody who came under a nickname is made to give a name afterwards."""
    if name_rule == room.name_rule or name_rule == NameRule.NICKNAME:
        return True
    unnamed = room.memberships.joined().filter(shown_name="", is_facilitator=False)
    if not unnamed.exclude(person=room.manager_id).exists():
        return True
    return Denied(
        _("Some who take part came under a nickname, so real names cannot become the rule here any more."),
        _("You can open another room with real names."),
    )


def may_have_readers(room: Room, visibility: str) -> Decision:
    """A room opens to more readers, never to fewer: what was said openly stays where people found it."""
    if WIDENING.index(Visibility(visibility)) >= WIDENING.index(Visibility(room.visibility)):
        return True
    return Denied(_("A room can be opened to more readers, but not to fewer than it has."))


def is_the_opener(by: Acting, room: Room) -> Decision:
    if by.person is not None and by.person.pk == room.manager_id:
        return True
    return Denied(_("Only the opener of this room may do this."))


def readers_to_choose(room: Room) -> list[tuple[str, str]]:
    return [(one.value, str(one.label)) for one in Visibility if may_have_readers(room, one)]


def _is_in_the_citizen_area(room: Room) -> Decision:
    return room.area == Area.CITIZEN or Denied(_("This concerns rooms of the citizen area only."))
