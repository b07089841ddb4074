"""Finding posts in words. Every list goes through one number, the audience of the post."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from communities.forums.querysets import audiences_of

from .lifecycle import PostStatus


class PostQuerySet(models.QuerySet):
    def shown(self) -> PostQuerySet:
        return self.filter(status=PostStatus.SHOWN)

    def for_audiences_of(self, person: Any) -> PostQuerySet:
        """Also what is hidden or gone, for the gap it leaves in its thread."""
        return self.filter(audience__in=audiences_of(person))

    def visible_to(self, person: Any) -> PostQuerySet:
        """What a reader may read; flat in the size of the table (one number, no join)."""
        return self.shown().for_audiences_of(person)

    def searchable_by(self, person: Any) -> PostQuerySet:
        return self.visible_to(person)

    def in_forum(self, forum: Any) -> PostQuerySet:
        return self.filter(forum_id=forum.pk)

    def with_words(self) -> PostQuerySet:
        """Everything a row of a list prints, in one query."""
        return self.select_related("author", "thread", "forum", "for_body", "in_reply_to__author")

    def being_checked(self) -> PostQuerySet:
        """Hidden by those of the place for some days; no case holds them."""
        return self.filter(status=PostStatus.HIDDEN, hidden_until__isnull=False)

    def check_over(self, on: date) -> PostQuerySet:
        """The last day of the check has passed and nobody decided."""
        return self.being_checked().filter(hidden_until__lt=on)


class ThreadQuerySet(models.QuerySet):
    def visible_to(self, person: Any) -> ThreadQuerySet:
        return self.filter(audience__in=audiences_of(person), is_withdrawn=False)

    def in_forum(self, forum: Any) -> ThreadQuerySet:
        return self.filter(forum_id=forum.pk)

    def at_the_top(self) -> ThreadQuerySet:
        """What stands at the top of the list, in the order of the list."""
        return self.filter(is_pinned=True, is_withdrawn=False).order_by("-place", "-last_post_id")

    def with_numbers(self, posts: PostQuerySet) -> ThreadQuerySet:
        """How many of these posts each thread holds, counted by the database."""
        counted = posts.filter(thread=OuterRef("pk")).order_by().values("thread").annotate(n=Count("pk"))
        return self.annotate(shown_count=Coalesce(Subquery(counted.values("n")), 0))
