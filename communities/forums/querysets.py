"""Finding forums and members in words, and which audience numbers a reader has."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Count, Q

from .lifecycle import READING, WAITING, MembershipStatus

EVERYBODY = 0
LOGGED_IN = -1


def is_known(person: Any) -> bool:
    return person is not None and person.is_authenticated


def audiences_of(person: Any) -> list[int]:
    """The audience numbers a reader may see: 0 for all, -1 when logged in, +forum where they take part."""
    if not is_known(person):
        return [EVERYBODY]
    return [EVERYBODY, LOGGED_IN, *person.forum_memberships.joined().values_list("forum_id", flat=True)]


class ForumQuerySet(models.QuerySet):
    def published(self) -> ForumQuerySet:
        return self.filter(is_published=True)

    def visible_to(self, person: Any) -> ForumQuerySet:
        """What this reader may know to exist. A members-only forum is absent for everybody else."""
        if not is_known(person):
            return self.published().filter(visibility="public")
        mine = person.forum_memberships.concerning().values("forum_id")
        return self.published().filter(Q(visibility__in=["public", "sns"]) | Q(pk__in=mine))

    def searchable_by(self, person: Any) -> ForumQuerySet:
        return self.visible_to(person)

    def joined_by(self, person: Any) -> ForumQuerySet:
        return self.published().filter(pk__in=person.forum_memberships.joined().values("forum_id"))

    def with_numbers(self) -> ForumQuerySet:
        """How many take part, counted by the database."""
        joined = Q(memberships__status=MembershipStatus.JOINED)
        return self.annotate(member_count=Count("memberships", filter=joined))


class MembershipQuerySet(models.QuerySet):
    def joined(self) -> MembershipQuerySet:
        return self.filter(status__in=READING)

    def requested(self) -> MembershipQuerySet:
        return self.filter(status=MembershipStatus.REQUESTED)

    def concerning(self) -> MembershipQuerySet:
        """Rows by which a person may know a forum: they take part, were invited, or asked."""
        return self.filter(status__in=READING | WAITING)

    def following(self) -> MembershipQuerySet:
        """Members who want a message for each new post."""
        return self.joined().filter(news="each")

    def of(self, forum: Any, person: Any) -> Any:
        """This person's row in this forum, or ``None``."""
        return self.filter(forum_id=forum.pk, person=person).first() if is_known(person) else None
