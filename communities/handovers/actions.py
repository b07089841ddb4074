"""Offering a community to a successor, and the answer."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from communities.communities import actions as communities
from communities.communities.models import Community
from portal.foundation import audit
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import notifications, permissions
from .models import Handover


@transaction.atomic
def offer(community: Community, *, by: Acting, successor: Any) -> Handover:
    """Ask somebody who takes part to become the manager; nothing changes until they agree."""
    community = Community.objects.select_for_update().get(pk=community.pk)
    require(permissions.can_offer_handover(by, community))
    require(permissions.can_succeed(successor, community))
    handover = Handover(community=community, successor=successor, offered_by=by.person)
    handover.step("offer", by=by)
    audit.record("communities.handover.offered", by=by, target=community)
    notifications.handover_offered(handover, by)
    return handover


@transaction.atomic
def accept(handover: Handover, *, by: Acting) -> Handover:
    """Agree: from now on the community is theirs, and the former manager stays as a member."""
    handover = _again(handover)
    require(permissions.can_accept_handover(by, handover))
    former = handover.community.manager
    handover.step("accept", by=by)
    communities.hand_over(handover.community, by=by, to=by.person)
    audit.record("communities.handover.accepted", by=by, target=handover.community)
    notifications.handover_accepted(handover, by, former)
    return handover


@transaction.atomic
def decline(handover: Handover, *, by: Acting) -> Handover:
    """Say no; whoever asked looks for somebody else."""
    handover = _again(handover)
    require(permissions.can_decline_handover(by, handover))
    handover.step("decline", by=by)
    audit.record("communities.handover.declined", by=by, target=handover.community)
    notifications.handover_declined(handover, by)
    return handover


@transaction.atomic
def withdraw(handover: Handover, *, by: Acting) -> Handover:
    """Take the offer back before it is answered."""
    handover = _again(handover)
    require(permissions.can_withdraw_handover(by, handover))
    handover.step("withdraw", by=by)
    audit.record("communities.handover.withdrawn", by=by, target=handover.community)
    notifications.handover_withdrawn(handover, by)
    return handover


def _again(handover: Handover) -> Handover:
    rows = Handover.objects.select_for_update(of=("self",))
    return rows.select_related("community__manager", "community__operating_body", "successor").get(
        pk=handover.pk
    )
