"""The life of an open community: founded, restricted, reviewed, handed over, closed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.crypto import get_random_string

from communities.forums import actions as forums
from communities.forums.models import ForumKind
from portal.foundation import audit, clock, parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import notifications, permissions
from .models import Community, OpeningPermit

READABLE_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@transaction.atomic
def restrict(community: Community, *, by: Acting, reason: str) -> Community:
    """Reading only for a time."""
    community = _again(community)
    require(permissions.can_restrict(by, community))
    community.step("restrict", by=by, reason=reason, status_reason=reason)
    audit.record("communities.community.restricted", by=by, target=community, reason=reason, public=True)
    notifications.community_restricted(community, by, reason)
    return community


@transaction.atomic
def lift(community: Community, *, by: Acting, reason: str = "") -> Community:
    """End a restriction."""
    community = _again(community)
    require(permissions.can_lift(by, community))
    community.step("lift", by=by, reason=reason, status_reason=reason)
    audit.record("communities.community.lifted", by=by, target=community, reason=reason, public=True)
    notifications.community_lifted(community, by)
    return community


@transaction.atomic
def request_close(community: Community, *, by: Acting, reason: str) -> Community:
    """The department ends its community; members can read and save until the notice period is over."""
    community = _again(community)
    require(permissions.can_request_close(by, community))
    community.step("request_close", by=by, reason=reason, status_reason=reason, closes_on=_closing_day())
    audit.record("communities.community.close_requested", by=by, target=community, reason=reason, public=True)
    notifications.community_closing(community, by, reason)
    return community


@transaction.atomic
def review(community: Community, *, by: Acting) -> Community:
    """The review date has come, or the permission holder looks earlier."""
    community = _again(community)
    require(permissions.can_review(by, community))
    community.step("review", by=by, status_reason="")
    audit.record("communities.community.reviewed", by=by, target=community)
    notifications.community_reviewed(community)
    return community


@transaction.atomic
def keep(community: Community, *, by: Acting, review_on: date) -> Community:
    """The permit continues until the next review date."""
    community = _again(community)
    require(permissions.can_keep(by, community))
    community.step("keep", by=by, status_reason="")
    OpeningPermit.objects.filter(community=community).update(review_on=review_on)
    audit.record("communities.community.kept", by=by, target=community, reference=str(review_on))
    notifications.community_kept(community)
    return community


@transaction.atomic
def revoke(community: Community, *, by: Acting, reason: str) -> Community:
    """The permission holder takes the permit back after hearing the department."""
    community = _again(community)
    require(permissions.can_revoke(by, community))
    community.step("revoke", by=by, reason=reason, status_reason=reason, closes_on=_closing_day())
    audit.record("communities.community.revoked", by=by, target=community, reason=reason, public=True)
    notifications.community_closing(community, by, reason)
    return community


@transaction.atomic
def end(community: Community, *, by: Acting) -> Community:
    """The notice period is over; what was written stays readable."""
    community = _again(community)
    require(permissions.can_end(by, community))
    community.step("end", by=by)
    audit.record("communities.community.ended", by=by, target=community, public=True)
    return community


@transaction.atomic
def found(*, by: Acting, slug: str = "", **words: Any) -> Community:
    """Anybody registered opens a general community, without permission (checklist 125)."""
    require(permissions.can_found(by))
    slug = slug or f"c-{get_random_string(6, READABLE_LETTERS)}"
    community = Community(kind=ForumKind.GENERAL_COMMUNITY, slug=slug, **words)
    community.step("found", by=by, manager=by.person)
    forums.enrol(community, by.person, by=by)
    is_public = community.visibility == "public"
    audit.record("communities.community.founded", by=by, target=community, public=is_public)
    return community


@transaction.atomic
def close(community: Community, *, by: Acting, reason: str) -> Community:
    """The manager closes a general community; members are told, the archive stays."""
    community = _again(community)
    require(permissions.can_close(by, community))
    community.step("close", by=by, reason=reason, status_reason=reason)
    audit.record("communities.community.closed", by=by, target=community, reason=reason)
    notifications.community_closed(community, by, reason)
    return community


@transaction.atomic
def hand_over(community: Community, *, by: Acting, to: Any) -> Community:
    """Another manager answers for it from now on; a part of the handover they agreed to, never alone."""
    community = _again(community)
    require(permissions.can_hand_over(by, community, to))
    community.step("hand_over", by=by, manager=to)
    forums.enrol(community, to, by=by)
    audit.record("communities.community.handed_over", by=by, target=community)
    return community


@transaction.atomic
def suspend(community: Community, *, by: Acting, reason: str) -> Community:
    """The operator or a caretaker stops writing while a violation is looked at."""
    community = _again(community)
    require(permissions.can_suspend(by, community))
    community.step("suspend", by=by, reason=reason, status_reason=reason)
    audit.record("communities.community.suspended", by=by, target=community, reason=reason)
    notifications.community_suspended(community, by, reason)
    return community


@transaction.atomic
def reinstate(community: Community, *, by: Acting, reason: str = "") -> Community:
    """Writing is possible again; the members hear what was found."""
    community = _again(community)
    require(permissions.can_reinstate(by, community))
    community.step("reinstate", by=by, reason=reason, status_reason="")
    audit.record("communities.community.reinstated", by=by, target=community, reason=reason)
    notifications.community_reinstated(community, by, reason)
    return community


def _closing_day() -> date:
    """The last day of the notice period, in which members can read and save."""
    return clock.today() + timedelta(days=parameters.value("community.closing_notice_days"))


def _again(community: Community) -> Community:
    return Community.objects.select_for_update().get(pk=community.pk)
