"""An official community goes to a colleague when its manager leaves the department (人事異動)."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from communities.forums import actions as forums
from portal.foundation import audit
from portal.foundation.acting import Acting
from portal.foundation.standing import Standing

from .lifecycle import CommunityStatus
from .models import Community

PROVIDER = "communities.communities.handover"


def standing_with(person: Any, body: Any) -> list[Standing]:
    """Communities of this department that the person manages; private ones are nobody else's."""
    mine = Community.objects.filter(manager=person, operating_body=body)
    mine = mine.exclude(status__in=[CommunityStatus.CLOSED, CommunityStatus.REFUSED])
    return [
        Standing(PROVIDER, str(one.pk), _("Official community"), one.title, f"/communities/{one.slug}/")
        for one in mine.order_by("pk")
    ]


@transaction.atomic
def pass_on(pk: str, *, to: Any, by: Acting) -> None:
    """The colleague manages it from now on; whoever left stays a member only if they wish."""
    community = Community.objects.select_for_update(of=("self",)).get(pk=pk)
    community.manager = to
    community.save(update_fields=["manager"])
    if community.is_published:
        forums.enrol(community, to, by=by)
    audit.record("communities.community.handed_over", by=by, target=community)
