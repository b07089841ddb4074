"""Saying something, mending it, taking it back; hiding and deleting what breaks the rules."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from communities.forums.models import Forum, ForumKind, Membership
from communities.rooms import quiet_actions as rooms
from communities.rooms.models import Room
from portal.foundation import audit, clock, parameters
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import require
from portal.foundation.looks import look
from residents.consents import actions as consents
from residents.consents.models import Consent

from . import notifications, permissions
from .models import Post, PostRevision, Standing, Thread

DEEMED_CONSENT = "registration_article_2"


def start_thread(
    forum: Forum,
    *,
    by: Acting,
    title: str,
    body: str,
    standing: str = Standing.PERSONAL,
    submission: UUID | None = None,
) -> Post:
    """Open a topic with its first post. Sent twice, it is still one post."""
    return _once(by, submission, lambda: _start_thread(forum, by, title, body, standing, submission))


def write(
    thread: Thread,
    *,
    by: Acting,
    body: str,
    in_reply_to: Post | None = None,
    standing: str = Standing.PERSONAL,
    submission: UUID | None = None,
) -> Post:
    """Say something in a topic, perhaps in answer to a post. Sent twice, it is still one post."""
    return _once(by, submission, lambda: _write(thread, by, body, in_reply_to, standing, submission))


@transaction.atomic
def edit(post: Post, *, by: Acting, body: str) -> Post:
    """Mend one's words; the former ones are kept, and readers see that it was edited."""
    post = _again(post)
    require(permissions.can_edit(by, post))
    if body == post.body:
        return post
    PostRevision.objects.create(post=post, body=post.body, replaced_at=clock.now())
    post.step("edit", by=by, body=body, edited_at=clock.now())
    audit.record("communities.post.edited", by=by, target=post)
    return post


@transaction.atomic
def read_revisions(post: Post, *, by: Acting) -> list[dict[str, Any]]:
    """Open what a post said before it was edited; one look is one line in the ledger."""
    require(permissions.can_read_revisions(by, post))
    found = list(post.revisions.all())
    reason = _("Reading what an edited post said before")
    words = look((one.body for one in found), by=by, matter=post, reason=reason)
    return [{"body": body, "until": one.replaced_at} for body, one in zip(words, found, strict=True)]


@transaction.atomic
def withdraw(post: Post, *, by: Acting) -> Post:
    """Take back what was just sent."""
    post = _again(post)
    require(permissions.can_withdraw(by, post))
    post.step("withdraw", by=by)
    if not post.thread.posts.exclude(pk=post.pk).exists():
        Thread.objects.filter(pk=post.thread_id).update(is_withdrawn=True)
    audit.record("communities.post.withdrawn", by=by, target=post)
    return post


@transaction.atomic
def hide(post: Post, *, by: Acting, reason: str) -> Post:
    """Keep a post from readers for a check (checklist 49): some days at most, then the clock shows it again."""
    post = _again(post)
    require(permissions.can_hide(by, post))
    post.step("hide", by=by, reason=reason, status_reason=reason, hidden_until=_last_day_of_the_check())
    audit.record("communities.post.hidden", by=by, target=post, reason=reason)
    notifications.post_hidden(post, by, reason)
    notifications.post_to_check(post, by, reason)
    return post


@transaction.atomic
def hold(post: Post, *, by: Acting, basis: str, reason: str) -> Post:
    """A case keeps a post from readers until it is decided; the case tells the author (第13条)."""
    post = _again(post)
    require(permissions.can_hold(by, post, basis))
    post.step("hold", by=by, reason=reason, status_reason=reason, hidden_until=None)
    audit.record("communities.post.held", by=by, target=post, reason=reason, reference=basis)
    return post


@transaction.atomic
def restore(post: Post, *, by: Acting, reason: str = "", basis: str = "") -> Post:
    """Show a post again after the check, or because a case found nothing against it."""
    post = _again(post)
    require(permissions.can_restore(by, post, basis))
    post.step("restore", by=by, reason=reason or basis, status_reason="", hidden_until=None)
    audit.record("communities.post.restored", by=by, target=post, reason=reason)
    notifications.post_restored(post, by)
    return post


@transaction.atomic
def end_check(post: Post) -> Post:
    """Nobody decided in the days a check may take: the post is shown again, and everybody concerned hears."""
    post = _again(post)
    require(permissions.can_end_check(post))
    post.step("end_check", by=CLOCK, status_reason="", hidden_until=None)
    audit.record("communities.post.check_ended", by=CLOCK, target=post)
    notifications.post_check_ended(post)
    return post


@transaction.atomic
def delete(post: Post, *, by: Acting, reason: str, basis: str) -> Post:
    """A case takes a violating post away for good and the committee hears of it (第13条)."""
    post = _again(post)
    require(permissions.can_delete(by, post, basis))
    post.step("delete", by=by, reason=reason, status_reason=reason, hidden_until=None)
    audit.record("communities.post.deleted", by=by, target=post, reason=reason, reference=basis)
    notifications.post_deleted(post, by, reason)
    return post


@transaction.atomic
def reinstate(post: Post, *, by: Acting, basis: str) -> Post:
    """Show a post again, also a deleted one, because the decision against it was wrong (異議申出)."""
    post = _again(post)
    require(permissions.can_reinstate(by, post, basis))
    post.step("reinstate", by=by, reason=basis, status_reason="", hidden_until=None)
    audit.record("communities.post.reinstated", by=by, target=post, reference=basis)
    notifications.post_restored(post, by)
    return post


@transaction.atomic
def _start_thread(
    forum: Forum, by: Acting, title: str, body: str, standing: str, submission: UUID | None
) -> Post:
    """Open the topic, then say its first words."""
    require(permissions.can_start_thread(by, forum))
    thread = Thread.objects.create(
        forum_id=forum.pk, title=title, audience=forum.audience, started_at=clock.now()
    )
    return _write(thread, by, body, None, standing, submission)


@transaction.atomic
def _write(
    thread: Thread, by: Acting, body: str, in_reply_to: Post | None, standing: str, submission: UUID | None
) -> Post:
    """Say it: under the name the room asks for, to the readers named beside the send button."""
    thread = Thread.objects.select_for_update(of=("self",)).select_related("forum").get(pk=thread.pk)
    require(permissions.can_write(by, thread))
    require(permissions.can_speak_as(by, standing))
    forum = thread.forum
    post = Post(
        forum=forum,
        thread=thread,
        in_reply_to=in_reply_to if in_reply_to and in_reply_to.thread_id == thread.pk else None,
        author=by.person,
        author_name=Membership.objects.of(forum, by.person).shown_name if forum.uses_real_names else "",
        standing=standing,
        for_body=by.body,
        body=body,
        audience=forum.audience,
        written_at=clock.now(),
        submission=submission,
        consent=_deemed_consent(forum, by),
    )
    _wake(forum, by)
    post.step("write", by=by)
    thread.last_post_id = post.pk
    thread.save(update_fields=["last_post_id"])
    audit.record("communities.post.written", by=by, target=post)
    notifications.post_written(post)
    return post


def _wake(forum: Forum, by: Acting) -> None:
    """A word in a quiet room wakes it at once, so that nobody closes a room in which people speak ([2.4])."""
    if forum.kind == ForumKind.CITIZEN_ROOM:
        for room in Room.objects.quiet().filter(pk=forum.pk):
            rooms.revive(room, by=by)


def _deemed_consent(forum: Forum, by: Acting) -> Consent | None:
    """In the rooms, posting repeats the consent of 第2条ただし書; the version stands on the post."""
    return consents.give(by.person, DEEMED_CONSENT, by=by) if forum.is_room else None


def _once(by: Acting, submission: UUID | None, send: Callable[[], Post]) -> Post:
    """The same form sent again finds what it sent before."""
    if submission is None or by.person is None:
        return send()
    earlier = Post.objects.filter(author=by.person, submission=submission)
    sent = earlier.first()
    if sent is not None:
        return sent
    try:
        return send()
    except IntegrityError:
        return earlier.get()


def _last_day_of_the_check() -> date:
    """As many days as the rule gives; where none does, the day itself."""
    try:
        return clock.today() + timedelta(days=parameters.value("post.check_days"))
    except parameters.NotSet:
        return clock.today()


def _again(post: Post) -> Post:
    return (
        Post.objects.select_for_update(of=("self",))
        .select_related("thread", "forum", "author")
        .get(pk=post.pk)
    )
