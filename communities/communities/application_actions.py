"""From the first words of an application to the opening of an official community (開設許可, [2.2])."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from communities.forums import actions as forums
from communities.forums.models import ForumKind
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import notifications, permissions
from .models import Community, OpeningPermit


@transaction.atomic
def draft(*, by: Acting, **words: Any) -> Community:
    """A department begins to write an application."""
    require(permissions.can_draft_application(by))
    community = Community(kind=ForumKind.OFFICIAL_COMMUNITY, operating_body=by.body, **words)
    community.step("draft", by=by, applied_by=by.person)
    audit.record("communities.community.drafted", by=by, target=community)
    return community


@transaction.atomic
def redraft(community: Community, *, by: Acting, **words: Any) -> Community:
    """Change the words of an application that is not with the permission holder."""
    community = _again(community)
    require(permissions.can_apply(by, community))
    for name, value in words.items():
        setattr(community, name, value)
    community.applied_by = by.person
    community.save()
    audit.record("communities.community.redrafted", by=by, target=community)
    return community


@transaction.atomic
def apply(community: Community, *, by: Acting) -> Community:
    """The department asks for the permit (開設申請)."""
    community = _again(community)
    require(permissions.can_apply(by, community))
    community.step("apply", by=by, applied_by=by.person)
    audit.record("communities.community.applied", by=by, target=community)
    notifications.community_applied(community)
    return community


@transaction.atomic
def send_back(community: Community, *, by: Acting, reason: str) -> Community:
    """The permission holder asks for changes first (差戻し)."""
    community = _again(community)
    require(permissions.can_send_back(by, community))
    community.step("send_back", by=by, reason=reason, status_reason=reason)
    audit.record("communities.community.sent_back", by=by, target=community, reason=reason)
    notifications.community_sent_back(community, reason)
    return community


@transaction.atomic
def refuse(community: Community, *, by: Acting, reason: str) -> Community:
    """The permission holder says no and why."""
    community = _again(community)
    require(permissions.can_refuse(by, community))
    community.step("refuse", by=by, reason=reason, status_reason=reason)
    audit.record("communities.community.refused", by=by, target=community, reason=reason)
    notifications.community_refused(community, reason)
    return community


@transaction.atomic
def permit(
    community: Community, *, by: Acting, number: str, review_on: date, conditions: str = ""
) -> OpeningPermit:
    """The permission holder permits the opening, with number, conditions and review date."""
    community = _again(community)
    require(permissions.can_permit(by, community))
    community.step("permit", by=by, status_reason="")
    opening_permit = OpeningPermit.objects.create(
        community=community,
        number=number,
        conditions=conditions,
        review_on=review_on,
        permitted_on=clock.today(),
        permitted_by=by.body,
        signed_by=by.person,
    )
    audit.record("communities.community.permitted", by=by, target=community, reference=number)
    notifications.community_permitted(community)
    return opening_permit


@transaction.atomic
def open(community: Community, *, by: Acting, manager: Any, **words: str) -> Community:
    """The department opens the permitted community: manager, purpose, who may join, rules (開設)."""
    from communities.pages import present  # the words of an official community stand on a Wagtail page

    community = _again(community)
    require(permissions.can_open(by, community))
    community.step("open", by=by, manager=manager, **words)
    forums.enrol(community, manager, by=by)
    present(community)
    audit.record(
        "communities.community.opened",
        by=by,
        target=community,
        reference=community.permit.number,
        public=True,
    )
    notifications.community_opened(community, by)
    return community


def _again(community: Community) -> Community:
    return Community.objects.select_for_update().get(pk=community.pk)
