"""The facilitator closes, reopens, pins, orders, moves and splits topics, and never touches a word."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max

from communities.forums.models import Forum
from communities.posts.models import Post, Thread
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import notifications, permissions
from .models import Deed, TopicAct


@transaction.atomic
def close(thread: Thread, *, by: Acting, reason: str) -> Thread:
    """The facilitator ends a topic; it stays readable (checklist 47)."""
    thread = _again(thread)
    require(permissions.can_close_thread(by, thread))
    thread.is_closed = True
    thread.save(update_fields=["is_closed"])
    _keep(thread, Deed.CLOSED, by, reason)
    audit.record("communities.thread.closed", by=by, target=thread, reason=reason)
    notifications.thread_closed(thread, by, reason)
    return thread


@transaction.atomic
def reopen(thread: Thread, *, by: Acting) -> Thread:
    """The talk goes on where it was closed."""
    thread = _again(thread)
    require(permissions.can_reopen_thread(by, thread))
    thread.is_closed = False
    thread.save(update_fields=["is_closed"])
    _keep(thread, Deed.REOPENED, by)
    audit.record("communities.thread.reopened", by=by, target=thread)
    notifications.thread_reopened(thread, by)
    return thread


@transaction.atomic
def pin(thread: Thread, *, by: Acting) -> Thread:
    """A topic everybody should see first stands at the top of the list; nobody loses anything by it."""
    thread = _in_order(thread)
    require(permissions.can_pin_thread(by, thread))
    highest = Thread.objects.in_forum(thread.forum).aggregate(highest=Max("place"))["highest"] or 0
    thread.is_pinned, thread.place = True, highest + 1
    thread.save(update_fields=["is_pinned", "place"])
    _keep(thread, Deed.PINNED, by)
    audit.record("communities.thread.pinned", by=by, target=thread)
    return thread


@transaction.atomic
def unpin(thread: Thread, *, by: Acting) -> Thread:
    """The topic takes its place by its latest post again."""
    thread = _again(thread)
    require(permissions.can_unpin_thread(by, thread))
    thread.is_pinned, thread.place = False, 0
    thread.save(update_fields=["is_pinned", "place"])
    _keep(thread, Deed.UNPINNED, by)
    audit.record("communities.thread.unpinned", by=by, target=thread)
    return thread


@transaction.atomic
def move_up(thread: Thread, *, by: Acting) -> Thread:
    """Whoever leads the talk puts a topic before the one above it; nobody's words move (checklist 47)."""
    thread = _in_order(thread)
    require(permissions.can_move_up_thread(by, thread))
    _exchange(thread, -1)
    audit.record("communities.thread.moved_up", by=by, target=thread)
    return thread


@transaction.atomic
def move_down(thread: Thread, *, by: Acting) -> Thread:
    """Whoever leads the talk lets the topic below stand before this one (checklist 47)."""
    thread = _in_order(thread)
    require(permissions.can_move_down_thread(by, thread))
    _exchange(thread, 1)
    audit.record("communities.thread.moved_down", by=by, target=thread)
    return thread


@transaction.atomic
def move(thread: Thread, *, by: Acting, to: Forum, reason: str) -> Thread:
    """A topic goes to the place it belongs to; its old addresses lead there (checklist 49)."""
    thread = _again(thread)
    require(permissions.can_move_thread(by, thread, to))
    left = thread.forum
    thread.forum = Forum.objects.get(pk=to.pk)
    thread.is_pinned, thread.place = False, 0
    thread.save(update_fields=["forum", "is_pinned", "place"])
    thread.posts.update(forum=to.pk)
    _keep(thread, Deed.MOVED, by, reason, from_forum=left)
    places = {"from": left.pk, "to": to.pk}
    audit.record("communities.thread.moved", by=by, target=thread, reason=reason, details=places)
    notifications.thread_moved(thread, by, left, reason)
    return thread


@transaction.atomic
def split(first: Post, *, by: Acting, title: str, reason: str) -> Thread:
    """From one post on a topic becomes another; every post keeps its words and address (checklist 49)."""
    thread = _again(first.thread)
    first = Post.objects.get(pk=first.pk)
    require(permissions.can_split_thread(by, thread, first))
    made = Thread.objects.create(
        forum=thread.forum, title=title, audience=first.audience, started_at=first.written_at
    )
    thread.posts.filter(pk__gte=first.pk).update(thread=made)
    for part in (thread, made):
        part.last_post_id = part.posts.aggregate(last=Max("pk"))["last"]
        part.save(update_fields=["last_post_id"])
    _keep(thread, Deed.SPLIT, by, reason, made=made)
    for part in (thread, made):
        audit.record("communities.thread.split", by=by, target=part, reason=reason)
    notifications.thread_split(thread, made, by, reason)
    return made


def _keep(thread: Thread, deed: str, by: Acting, reason: str = "", **more: Any) -> None:
    TopicAct.objects.create(
        thread=thread, deed=deed, by=by.person, at=clock.now(), reason=reason.strip(), **more
    )


def _exchange(thread: Thread, step: int) -> None:
    """The topic and its neighbour change places; all at the top are counted anew, the first the highest."""
    order = list(Thread.objects.in_forum(thread.forum).at_the_top())
    here = [one.pk for one in order].index(thread.pk)
    order[here], order[here + step] = order[here + step], order[here]
    for place, one in enumerate(reversed(order), start=1):
        one.place = place
    Thread.objects.bulk_update(order, ["place"])


def _in_order(thread: Thread) -> Thread:
    """The place first: two who order its topics at once take turns."""
    Forum.objects.select_for_update().get(pk=thread.forum_id)
    return _again(thread)


def _again(thread: Thread) -> Thread:
    return Thread.objects.select_for_update(of=("self",)).select_related("forum").get(pk=thread.pk)
