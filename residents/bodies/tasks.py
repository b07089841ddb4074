"""Every morning: what belonged to a unit that ended goes to the one that follows it."""

from datetime import timedelta

from portal.foundation import clock
from portal.foundation.acting import CLOCK
from portal.foundation.standing import standing_with

from . import actions, notifications
from .models import Body, BodyMembership
from .successors import given_way

LOOK_BACK_DAYS = 14  # a worker that stood still over a long holiday still sees who left


def follow_reorganisations() -> None:
    """People and lower units that were left with a unit of the past; a second run finds nothing."""
    found = given_way(clock.today())
    for body in Body.objects.filter(pk__in=found):
        actions.follow(body, found[body.pk], by=CLOCK)


def remind_of_what_stayed_behind() -> None:
    """Somebody left a section with open matters in hand; the section and the table's keepers hear of it once."""
    today = clock.today()
    ended = BodyMembership.objects.filter(
        until_on__gte=today - timedelta(days=LOOK_BACK_DAYS),
        until_on__lt=today,
        body__kind__in=[Body.Kind.UNIT, Body.Kind.ORGANISATION],
    )
    for membership in ended.select_related("body", "person").order_by("pk"):
        if membership.body.members_on(today).filter(pk=membership.person_id).exists():
            continue
        left = standing_with(membership.person, membership.body)
        if left:
            notifications.matters_left_behind(membership, left)
