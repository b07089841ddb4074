"""A facilitator sent by an organisation leaves it: the organisation sends a colleague (人事異動, checklist 72)."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from communities.forums import actions as forums
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from portal.foundation.standing import Standing
from residents.bodies.permissions import can_change_members

from . import notifications
from .models import FacilitatorAssignment, Source

PROVIDER = "communities.facilitators.handover"


def standing_with(person: Any, body: Any) -> list[Standing]:
    """Rooms the person chairs, or was named for, because this organisation sent them."""
    sent = FacilitatorAssignment.objects.in_hand().filter(
        person=person, source=Source.DISPATCHED, dispatched_by=body
    )
    return [
        Standing(
            PROVIDER, str(one.pk), _("Facilitator of a room"), one.forum.title, notifications.address(one)
        )
        for one in sent.select_related("forum").order_by("pk")
    ]


@transaction.atomic
def pass_on(pk: str, *, to: Any, by: Acting) -> None:
    """The office ends; the colleague is named under the same resolution and contract, and answers themselves.

    The committee chose the organisation's person (第14条) and hears at once who is sent instead, so that it
    can resolve otherwise.
    """
    rows = FacilitatorAssignment.objects.select_for_update(of=("self",)).select_related(
        "forum", "person", "dispatched_by"
    )
    left = rows.get(pk=pk)
    require(can_change_members(by, left.dispatched_by))
    left.step("end", by=by, reason="人事異動", ends_on=max(clock.today(), left.begins_on or clock.today()))
    forums.relieve(left.forum, left.person)
    if not left.forum.facilitators.in_hand().filter(person=to).exists():
        following = FacilitatorAssignment(
            forum_id=left.forum_id,
            person=to,
            source=Source.DISPATCHED,
            resolution=left.resolution,
            dispatched_by_id=left.dispatched_by_id,
            contract_id=left.contract_id,
        )
        following.step("designate", by=by)
        notifications.facilitator_designated(following, by)
        notifications.facilitator_replaced(following, by)
    audit.record("communities.facilitator.replaced", by=by, target=left.forum, reference=left.resolution)
