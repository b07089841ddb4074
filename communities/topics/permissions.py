"""Who orders the topics of a place: its own facilitators, and nobody above them (checklist 47, 49)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from communities.forums.models import Forum
from communities.forums.permissions import chairs
from communities.forums.places import KINDS
from communities.posts.models import Post, Thread
from communities.posts.permissions import can_start_thread
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied


def can_close_thread(by: Acting, thread: Thread) -> Decision:
    return _orders(by, thread) and (not thread.is_closed or Denied(_("This topic is already closed.")))


def can_reopen_thread(by: Acting, thread: Thread) -> Decision:
    return _orders(by, thread) and (thread.is_closed or Denied(_("This topic is not closed.")))


def can_pin_thread(by: Acting, thread: Thread) -> Decision:
    return _orders(by, thread) and (
        not thread.is_pinned or Denied(_("This topic already stands at the top of the list."))
    )


def can_unpin_thread(by: Acting, thread: Thread) -> Decision:
    return _orders(by, thread) and (
        thread.is_pinned or Denied(_("This topic does not stand at the top of the list."))
    )


def can_move_up_thread(by: Acting, thread: Thread) -> Decision:
    """One place up among the topics at the top (checklist 47: the order of the topics)."""
    return _is_ordered_by_hand(by, thread) and (
        _at_the_top(thread)[0] != thread.pk or Denied(_("This topic is already the first."))
    )


def can_move_down_thread(by: Acting, thread: Thread) -> Decision:
    """One place down among the topics at the top; below them the latest post decides."""
    return _is_ordered_by_hand(by, thread) and (
        _at_the_top(thread)[-1] != thread.pk
        or Denied(
            _("This topic is already the last of those at the top."),
            _("You can put it back in its place by its latest post."),
        )
    )


def can_move_thread(by: Acting, thread: Thread, to: Forum | None = None) -> Decision:
    """To a place with the same readers and names, in which the facilitator could begin this topic."""
    return (
        _orders(by, thread)
        and _nothing_is_being_checked(thread)
        and (to is None or (_fits(thread, to) and can_start_thread(by, to)))
    )


def can_split_thread(by: Acting, thread: Thread, first: Post) -> Decision:
    """From any post on but the first: what remains must still be a topic."""
    return (
        _orders(by, thread)
        and _nothing_is_being_checked(thread)
        and (first.thread_id == thread.pk or Denied(_("This post stands in another topic by now.")))
        and (first.is_shown or Denied(_("This post is not shown any more.")))
        and _is_not_the_beginning(thread, first)
    )


def places_for(by: Acting, thread: Thread) -> Any:
    """Where this topic could go: where the facilitator takes part, with the same readers and names."""
    here = thread.forum
    fitting = Forum.objects.joined_by(by.person).filter(
        kind__in=KINDS[here.shelf], visibility=here.visibility, accepts_posts=True, takes_topics=True
    )
    if not here.uses_real_names:
        fitting = fitting.filter(name_rule=here.name_rule)
    return fitting.exclude(pk=here.pk).order_by("title")


def _orders(by: Acting, thread: Thread) -> Decision:
    return chairs(by, thread.forum) and (
        thread.forum.accepts_posts or Denied(_("Posting has ended here; reading stays possible."))
    )


def _is_ordered_by_hand(by: Acting, thread: Thread) -> Decision:
    return _orders(by, thread) and (
        (thread.is_pinned and not thread.is_withdrawn)
        or Denied(
            _("Only topics at the top of the list are ordered by hand."),
            _("Put the topic at the top first."),
        )
    )


def _at_the_top(thread: Thread) -> list[int]:
    return list(Thread.objects.in_forum(thread.forum).at_the_top().values_list("pk", flat=True))


def _fits(thread: Thread, to: Forum) -> Decision:
    """What was said to some readers under some name is not carried to others or under another rule."""
    here = thread.forum
    if to.pk == here.pk:
        return Denied(_("The topic already stands there."))
    if to.shelf != here.shelf or to.visibility != here.visibility or to.audience != thread.audience:
        return Denied(_("Other people read there than here, so this topic cannot be moved there."))
    if to.uses_real_names and not here.uses_real_names:
        return Denied(_("People speak there under their real names, and spoke here under nicknames."))
    return True


def _nothing_is_being_checked(thread: Thread) -> Decision:
    """What is looked into stays where it was found until that is over."""
    if not thread.posts.filter(status="hidden").exists():
        return True
    return Denied(
        _("A post in this topic is being checked, so the topic stays as it is."),
        _("Wait until the check or the case is over."),
    )


def _is_not_the_beginning(thread: Thread, first: Post) -> Decision:
    if thread.posts.shown().filter(pk__lt=first.pk).exists():
        return True
    return Denied(
        _("Before this post nothing would remain in the topic."), _("You can move the whole topic instead.")
    )
