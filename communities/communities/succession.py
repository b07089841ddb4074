"""A department ends: the unit that follows it runs its communities (組織改正, checklist 87)."""

from __future__ import annotations

from django.db import transaction

from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK, Acting
from residents.bodies.successors import given_way
from residents.models import Body

from .lifecycle import CommunityStatus
from .models import Community


def follow_reorganisations() -> None:
    """Every morning; a second run finds nothing."""
    found = given_way(clock.today())
    left = Community.objects.filter(operating_body__in=found).exclude(status=CommunityStatus.CLOSED)
    for community in left:
        follow(community, found[community.operating_body_id], by=CLOCK)


@transaction.atomic
def follow(community: Community, successor: Body, *, by: Acting) -> Community:
    """The community stays what it is; another department answers for it from today."""
    community = Community.objects.select_for_update(of=("self",)).get(pk=community.pk)
    community.operating_body = successor
    community.save(update_fields=["operating_body"])
    audit.record("communities.community.followed", by=by, target=community, public=community.is_published)
    return community
