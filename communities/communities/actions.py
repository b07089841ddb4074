"""The life of a community: apply, permit, open, found, close."""

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
    """Writing is possible again."""
    community = _again(community)
    require(permissions.can_reinstate(by, community))
    community.step("reinstate", by=by, reason=reason, status_reason=reason)
    audit.record("communities.community.reinstated", by=by, target=community, reason=reason)
    notifications.community_reinstated(community, by)
    return community


def _closing_day() -> date:
    """The last day of the notice period, in which members can read and save."""
    return clock.today() + timedelta(days=parameters.value("community.closing_notice_days"))


def _again(community: Community) -> Community:
    return Community.objects.select_for_update().get(pk=community.pk)
