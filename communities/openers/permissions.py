"""Who sets the rule of the room (個別ルール, [2.4], M3), within what was promised to those who spoke there."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from communities.forums.models import NameRule, Visibility
from communities.forums.permissions import acts_for_themselves, chairs
from communities.rooms.lifecycle import ROOM
from communities.rooms.models import Area, Room
from communities.suspensions.permissions import is_free_to_write
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import holds

WIDENING = (Visibility.MEMBERS, Visibility.SNS, Visibility.PUBLIC)
"""From the fewest readers to all."""


def can_read_opener_page(by: Acting, room: Room) -> Decision:
    """The opener, and whoever leads the talk with them."""
    return is_the_opener(by, room) or chairs(by, room)


def can_set_rule(
    by: Acting, room: Room, name_rule: str = "", visibility: str = "", *, resolution: str = ""
) -> Decision:
    """The opener, as a person, while the room runs without a warning; in the city area the committee."""
    return (
        _sets_rules(by, room, resolution)
        and ROOM.allows("set_rule", room.status)
        and may_have_rule(room, name_rule or room.name_rule, visibility or room.visibility)
    )


def may_have_rule(room: Room, name_rule: str, visibility: str) -> Decision:
    """Within what was promised to those who spoke there, whoever sets it."""
    return may_have_names(room, name_rule) and may_have_readers(room, visibility)


def may_have_names(room: Room, name_rule: str) -> Decision:
    """Nobody who came under a nickname is made to give a name afterwards."""
    if name_rule == room.name_rule:
        return True
    if name_rule == NameRule.NICKNAME:
        return room.area == Area.CITIZEN or Denied(_("In the city area people speak under their real names."))
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


def _sets_rules(by: Acting, room: Room, resolution: str) -> Decision:
    if room.area == Area.CITIZEN:
        return is_the_opener(by, room) and acts_for_themselves(by) and is_free_to_write(by.person, room)
    return holds(by, "committee.steering") and (
        bool(resolution.strip())
        or Denied(
            _("The committee approves the rule of a city-area room by resolution; its number is missing.")
        )
    )
