"""Many rooms with something said in each, in the shape of those that were told, for measuring."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from communities.forums.models import Forum
from communities.forums.querysets import EVERYBODY
from communities.posts.models import Post, Thread
from portal.foundation import clock
from portal.foundation.bulk import BATCH, again

from .models import Room, RoomStep

SLUG = "volume-room"


@transaction.atomic
def grow_to(count: int) -> bool:
    """Let there be at least so many rooms; running it again adds nothing."""
    told = list(Room.objects.exclude(slug__startswith=SLUG).order_by("pk"))
    missing = count - Room.objects.count()
    if not told or missing <= 0:
        return False
    first = Room.objects.filter(slug__startswith=SLUG).count()
    rooms = [_room(told[n % len(told)], first + n) for n in range(missing)]
    _talk(rooms)
    return True


def _room(like: Room, number: int) -> Room:
    """A room stands in two tables, the forum and what is the room's own; bulk writing knows only one."""
    named = {"slug": f"{SLUG}-{number}", "title": f"{like.title} {number}"[:80]}
    forum = again(like.forum_ptr, **named)
    forum.save()
    room = again(like, **named, forum_ptr=forum, id=forum.pk)
    room.save_base(raw=True, force_insert=True)
    RoomStep.objects.bulk_create(
        again(step, subject=room) for step in RoomStep.objects.filter(subject=like).order_by("pk")
    )
    return room


def _talk(rooms: list[Room]) -> None:
    """One topic with one voice in each room that everybody may read."""
    sample = Post.objects.shown().filter(audience=EVERYBODY).order_by("pk").first()
    if sample is None:
        return
    now = clock.now()
    threads = Thread.objects.bulk_create(
        [
            Thread(forum=Forum(pk=room.pk), title=room.title, audience=room.audience, started_at=now)
            for room in rooms
            if room.is_published
        ],
        batch_size=BATCH,
    )
    posts = Post.objects.bulk_create(
        [
            again(
                sample,
                forum_id=thread.forum_id,
                thread=thread,
                audience=thread.audience,
                in_reply_to=None,
                submission=None,
                written_at=now - timedelta(minutes=number),
            )
            for number, thread in enumerate(threads)
        ],
        batch_size=BATCH,
    )
    for thread, post in zip(threads, posts, strict=True):
        thread.last_post_id = post.pk
    Thread.objects.bulk_update(threads, ["last_post_id"], batch_size=BATCH)
