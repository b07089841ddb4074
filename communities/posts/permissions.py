"""Who writes, edits, hides (domain M4)."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from communities.forums.lifecycle import READING
from communities.forums.models import Forum, Membership
from communities.forums.permissions import acts_for_a_unit, has_account, moderates
from communities.suspensions.permissions import EXAMINERS, is_free_to_write
from portal.foundation import clock, parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import holds

from .lifecycle import POST
from .models import Post, Standing, Thread


def can_start_thread(by: Acting, forum: Forum) -> Decision:
    return (
        has_account(by)
        and _takes_posts(forum)
        and _takes_part(by, forum)
        and is_free_to_write(by.person, forum)
    )


def can_write(by: Acting, thread: Thread) -> Decision:
    """Post into a thread, or answer a post in it."""
    return can_start_thread(by, thread.forum) and _is_open(thread)


def can_speak_as(by: Acting, standing: str) -> Decision:
    """Officially only as a member of a unit who acts for it."""
    return standing == Standing.PERSONAL or acts_for_a_unit(by)


def can_edit(by: Acting, post: Post) -> Decision:
    return (
        _is_author(by, post)
        and _takes_posts(post.forum)
        and is_free_to_write(by.person, post.forum)
        and POST.allows("edit", post.status)
    )


def can_withdraw(by: Acting, post: Post, seconds: int | None = None) -> Decision:
    """For a minute after sending; afterwards others may have read and answered."""
    return _is_author(by, post) and POST.allows("withdraw", post.status) and _is_fresh(post, seconds)


def can_hide(by: Acting, post: Post) -> Decision:
    return moderates(by, post.forum) and POST.allows("hide", post.status)


def can_restore(by: Acting, post: Post) -> Decision:
    """What a caretaker hid, no opener or facilitator shows again: it may belong to a case (第13条)."""
    return (
        moderates(by, post.forum)
        and POST.allows("restore", post.status)
        and (bool(_is_caretaker(by)) or _was_hidden_within_the_forum(post))
    )


def can_delete(by: Acting, post: Post) -> Decision:
    """Direct handling by a caretaker, told to the committee (第13条)."""
    return _is_caretaker(by) and POST.allows("delete", post.status)


def can_reinstate(by: Acting, post: Post, basis: str) -> Decision:
    """A decision was found wrong: the post returns, also a deleted one; the decision is named."""
    return (
        _examines(by)
        and (bool(basis.strip()) or Denied(_("Reinstating a post names the decision it rests on.")))
        and POST.allows("reinstate", post.status)
    )


def can_close_thread(by: Acting, thread: Thread) -> Decision:
    return moderates(by, thread.forum) and (
        not thread.is_closed or Denied(_("This topic is already closed."))
    )


def can_read_revisions(by: Acting, post: Post) -> Decision:
    """The author and those who look after the forum."""
    return _is_author(by, post) or moderates(by, post.forum)


def _takes_posts(forum: Forum) -> Decision:
    return forum.accepts_posts or Denied(_("Posting has ended here; reading stays possible."))


def _takes_part(by: Acting, forum: Forum) -> Decision:
    membership = Membership.objects.of(forum, by.person)
    if membership is not None and membership.status in READING:
        return True
    return Denied(_("Only those who take part can post here."), _("Join first, then write."))


def _is_open(thread: Thread) -> Decision:
    return not thread.is_closed or Denied(_("This topic is closed."), _("You can start a new one."))


def _is_author(by: Acting, post: Post) -> Decision:
    if by.person is not None and by.person.pk == post.author_id:
        return True
    return Denied(_("Only the author may do this."))


def _was_hidden_within_the_forum(post: Post) -> Decision:
    """By its opener or a facilitator for themselves, or by the unit that runs it."""
    hidden = post.steps.filter(verb="hide").order_by("pk").last()
    if hidden is None or hidden.body_id in ("", str(post.forum.operating_body_id)):
        return True
    return Denied(
        _("A caretaker hid this post, so a caretaker decides whether it returns."),
        _("Ask the caretakers, or object to the decision if it concerns you."),
    )


def _is_fresh(post: Post, seconds: int | None) -> Decision:
    seconds = parameters.value("post.undo_seconds") if seconds is None else seconds
    if clock.now() - post.written_at <= timedelta(seconds=seconds):
        return True
    return Denied(
        _("A post can be taken back for %(seconds)d seconds after sending.") % {"seconds": seconds},
        _("You can still edit it."),
    )


def _examines(by: Acting) -> Decision:
    answers = [holds(by, function) for function in EXAMINERS]
    return any(answers) or answers[0]


def _is_caretaker(by: Acting) -> Decision:
    return holds(by, "rooms.caretaker")
