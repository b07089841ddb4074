"""Somebody asked to manage an official community leaves before answering: a colleague is asked (人事異動)."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from communities.communities.models import Community
from communities.forums import actions as forums
from portal.foundation import audit
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from portal.foundation.standing import Standing
from residents.bodies.permissions import can_change_members

from . import notifications
from .models import Handover

PROVIDER = "communities.handovers.handover"


def standing_with(person: Any, body: Any) -> list[Standing]:
    """Communities of this department that wait for the person's answer; private ones are nobody else's."""
    asked = Handover.objects.waiting().filter(successor=person, community__operating_body=body)
    return [
        Standing(
            PROVIDER,
            str(one.pk),
            _("Request to manage a community"),
            one.community.title,
            one.get_absolute_url(),
        )
        for one in asked.select_related("community").order_by("pk")
    ]


@transaction.atomic
def pass_on(pk: str, *, to: Any, by: Acting) -> None:
    """The request is taken back and put to the colleague; whoever manages it already is not asked."""
    waiting = Handover.objects.select_for_update(of=("self",)).select_related("community__operating_body")
    handover = waiting.get(pk=pk)
    require(can_change_members(by, handover.community.operating_body))
    community = Community.objects.select_for_update(of=("self",)).get(pk=handover.community_id)
    handover.step("withdraw", by=by, reason="人事異動")
    if to.pk != community.manager_id:
        following = Handover(community=community, successor=to, offered_by_id=handover.offered_by_id)
        following.step("offer", by=by)
        forums.enrol(community, to, by=by)
        notifications.handover_offered(following, by)
    audit.record("communities.handover.passed_on", by=by, target=community)
