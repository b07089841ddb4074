"""A department ends: the unit that follows it runs its communities (組織改正, checklist 87)."""

from __future__ import annotations

from django.db import transaction

from portal.foundation import audit
from portal.foundation.acting import Acting
from residents.models import Body

from .models import Community


@transaction.atomic
def follow(community: Community, successor: Body, *, by: Acting) -> Community:
    """The community stays what it is; another department answers for it from today."""
    community = Community.objects.select_for_update(of=("self",)).get(pk=community.pk)
    community.operating_body = successor
    community.save(update_fields=["operating_body"])
    audit.record("communities.community.followed", by=by, target=community, public=community.is_published)
    return community
