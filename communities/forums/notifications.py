"""Who hears of joining, asking, inviting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from portal.foundation import outbox

from .models import Forum, Membership


def membership_asked(membership: Membership) -> None:
    outbox.post(
        "communities.membership_asked",
        without(those_who_run(membership.forum), membership.person),
        url=address("member-list", membership.forum),
        context={"forum": membership.forum.title, "person": membership.person.display_name},
    )


def membership_invited(membership: Membership) -> None:
    _tell(membership, "membership_invited", url=address("membership-join", membership.forum))


def membership_admitted(membership: Membership) -> None:
    _tell(membership, "membership_admitted", url=address("forum-detail", membership.forum))


def membership_refused(membership: Membership, reason: str) -> None:
    _tell(membership, "membership_refused", reason=reason)


def membership_removed(membership: Membership, reason: str) -> None:
    _tell(membership, "membership_removed", reason=reason)


def those_who_run(forum: Forum) -> list[Any]:
    """Manager and facilitators; for an official community the members of the unit where nobody is named."""
    facilitators = [
        m.person for m in forum.memberships.joined().filter(is_facilitator=True).select_related("person")
    ]
    people = facilitators + ([forum.manager] if forum.manager_id else [])
    if not people and forum.operating_body_id:
        people = list(forum.operating_body.members_on())
    return list({person.pk: person for person in people}.values())


def without(people: Iterable[Any], actor: Any) -> list[Any]:
    """Nobody is told of their own act."""
    return [person for person in people if actor is None or person.pk != actor.pk]


def address(name: str, forum: Forum, **more: Any) -> str:
    """The address in the town's own language; the reader's mail may be in another than the actor's page."""
    with translation.override(settings.LANGUAGE_CODE):
        return reverse(f"communities:{name}", kwargs={"shelf": forum.shelf, "slug": forum.slug, **more})


def _tell(membership: Membership, kind: str, *, url: str = "", **context: str) -> None:
    outbox.post(
        f"communities.{kind}",
        [membership.person],
        url=url,
        context={"forum": membership.forum.title, **context},
    )
