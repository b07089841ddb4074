"""What happens to communities by the clock. Idempotent; takes no objects."""

from portal.foundation import clock
from portal.foundation.acting import CLOCK
from residents.bodies.successors import given_way

from . import actions, succession
from .lifecycle import CommunityStatus
from .models import Community


def review_permits() -> int:
    """Look at each permit again when its review date has come."""
    due = list(Community.objects.due_for_review(clock.today()))
    for community in due:
        actions.review(community, by=CLOCK)
    return len(due)


def end_closing() -> int:
    """Close what was announced to close."""
    due = list(Community.objects.due_to_end(clock.today()))
    for community in due:
        actions.end(community, by=CLOCK)
    return len(due)


def follow_reorganisations() -> None:
    """Every morning; a second run finds nothing."""
    found = given_way(clock.today())
    left = Community.objects.filter(operating_body__in=found).exclude(status=CommunityStatus.CLOSED)
    for community in left:
        succession.follow(community, found[community.operating_body_id], by=CLOCK)
