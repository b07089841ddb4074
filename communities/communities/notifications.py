"""Department, permission holder and members hear of a community's life."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from communities.forums.notifications import address, without
from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import Community


def community_applied(community: Community) -> None:
    people = people_holding("sns.official_community_permission")
    _about_application("community_applied", without(people, community.applied_by), community)


def community_sent_back(community: Community, reason: str) -> None:
    _about_application("community_sent_back", _department(community), community, reason=reason)


def community_refused(community: Community, reason: str) -> None:
    _about_application("community_refused", _department(community), community, reason=reason)


def community_permitted(community: Community) -> None:
    _about_application(
        "community_permitted", _department(community), community, permit=community.permit.number
    )


def community_opened(community: Community, by: Acting) -> None:
    people = people_holding("sns.official_community_permission")
    _about_application("community_opened", without(people, by.person), community)


def community_restricted(community: Community, by: Acting, reason: str) -> None:
    _tell("community_restricted", without(_members(community), by.person), community, reason=reason)


def community_lifted(community: Community, by: Acting) -> None:
    _tell("community_lifted", without(_members(community), by.person), community)


def community_reviewed(community: Community) -> None:
    people = [*_department(community), *people_holding("sns.official_community_permission")]
    _about_application("community_reviewed", people, community)


def community_kept(community: Community) -> None:
    _about_application("community_kept", _department(community), community)


def community_closing(community: Community, by: Acting, reason: str) -> None:
    """Members find the community; whoever permitted it may not be one, and finds the permit."""
    members = without(_members(community), by.person)
    office = without(people_holding("sns.official_community_permission"), by.person)
    words = {"reason": reason, "closes_on": str(community.closes_on)}
    _tell("community_closing", members, community, **words)
    _about_application("community_closing", [p for p in office if p not in members], community, **words)


def community_closed(community: Community, by: Acting, reason: str) -> None:
    _tell("community_closed", without(_members(community), by.person), community, reason=reason)


def community_suspended(community: Community, by: Acting, reason: str) -> None:
    _tell("community_suspended", without(_members(community), by.person), community, reason=reason)


def community_reinstated(community: Community, by: Acting, reason: str) -> None:
    _tell("community_reinstated", without(_members(community), by.person), community, reason=reason)


def _department(community: Community) -> list[Any]:
    return list(community.operating_body.members_on())


def _members(community: Community) -> list[Any]:
    return [membership.person for membership in community.memberships.joined().select_related("person")]


def _about_application(kind: str, people: Iterable[Any], community: Community, **context: str) -> None:
    with translation.override(settings.LANGUAGE_CODE):
        url = reverse("communities:application-detail", kwargs={"pk": community.pk})
    outbox.post(f"communities.{kind}", people, url=url, context=_words(community, context))


def _tell(kind: str, people: Iterable[Any], community: Community, **context: str) -> None:
    outbox.post(
        f"communities.{kind}",
        people,
        url=address("forum-detail", community),
        context=_words(community, context),
    )


def _words(community: Community, more: dict[str, str]) -> dict[str, str]:
    unit = community.operating_body.name if community.operating_body_id else ""
    return {"forum": community.title, "unit": unit, **more}
