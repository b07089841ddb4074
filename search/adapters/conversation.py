"""Communities, rooms and what is said in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from communities.forums.models import Forum
from communities.models import OfficialCommunityPage, Post
from search.documents import Document

from .adapter import Adapter


class ForumAdapter(Adapter):
    """Places to talk. That a members-only one exists is told to nobody else."""

    model = Forum
    kinds = frozenset({"community", "room"})
    also_touched_by = {"communities.officialcommunitypage": "community__pages"}

    def everything(self) -> Any:
        return Forum.objects.published()

    def document(self, row: Any) -> Iterator[Document]:
        pages = OfficialCommunityPage.objects.filter(community_id=row.pk) if row.is_official else []
        words = [part for page in pages for part in (page.joining_condition, page.policy)]
        yield Document(
            kind="room" if row.is_room else "community",
            object_id=str(row.pk),
            title=row.title,
            text="\n".join(part for part in [row.purpose, *words] if part),
            url=row.get_absolute_url(),
            created_at=row.created_at,
            audience=row.audience,
        )


class PostAdapter(Adapter):
    """What somebody said, found by whoever may read it."""

    model = Post
    kinds = frozenset({"post"})
    also_touched_by = {"communities.thread": "thread"}

    def everything(self) -> Any:
        return Post.objects.shown().select_related("thread", "forum")

    def document(self, row: Any) -> Iterator[Document]:
        yield Document(
            kind="post",
            object_id=str(row.pk),
            title=row.thread.title,
            text=row.body,
            url=row.get_absolute_url(),
            created_at=row.written_at,
            audience=row.audience,
        )
