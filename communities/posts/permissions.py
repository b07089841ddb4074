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

from .lifecycle import GONE, POST
from .models import Post, Standing, Thread


def can_start_thread(by: Acting, forum: Forum) -> Decision:
    """Open a topic; where the committee has stopped new topics, only the running ones go on."""
    return _may_post(by, forum) and _takes_topics(forum)


def can_write(by: Acting, thread: Thread) -> Decision:
    """Post into a thread, or answer a post in it."""
    return _may_post(by, thread.forum) and _is_open(thread)


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
    """Those of the place, for a check of some days (checklist 49); caretakers act through a case."""
    return (
        moderates(by, post.forum)
        and (not _is_caretaker(by) or _only_in_a_case())
        and POST.allows("hide", post.status)
    )


def can_hold(by: Acting, post: Post, basis: str) -> Decision:
    """A caretaker keeps a post from readers because a case says so (第13条)."""
    return _is_caretaker(by) and _names_a_case(basis) and POST.allows("hold", post.status)


def can_restore(by: Acting, post: Post, basis: str = "") -> Decision:
    """After a check, those of the place or a caretaker; what a case holds, a caretaker by deciding the case."""
    allowed = moderates(by, post.forum) and POST.allows("restore", post.status)
    if post.is_being_checked:
        return allowed
    return allowed and (_is_caretaker(by) or _belongs_to_a_case()) and (bool(basis) or _belongs_to_a_case())


def can_end_check(post: Post) -> Decision:
    """By the clock, the day after the last; what a case holds stays hidden."""
    if post.hidden_until is None or clock.today() <= post.hidden_until:
        return Denied(_("The days of the check are not over."))
    return POST.allows("end_check", post.status)


def can_open_case(by: Acting, post: Post) -> Decision:
    """Whether the way to a case is offered beside the post; the case itself is decided above."""
    return _is_caretaker(by) and (post.status not in GONE or Denied(_("This post is not shown any more.")))


def can_delete(by: Acting, post: Post, basis: str = "") -> Decision:
    """Direct handling by a caretaker, in a case that names its rule and hears the author (第13条)."""
    return _is_caretaker(by) and _names_a_case(basis) and POST.allows("delete", post.status)


def can_reinstate(by: Acting, post: Post, basis: str) -> Decision:
    """A decision was found wrong: the post returns, also a deleted one; the decision is named."""
    return (
        _examines(by)
        and (bool(basis.strip()) or Denied(_("Reinstating a post names the decision it rests on.")))
        and POST.allows("reinstate", post.status)
    )


def can_read_revisions(by: Acting, post: Post) -> Decision:
    """The author and those who look after the forum."""
    return _is_author(by, post) or moderates(by, post.forum)


def _may_post(by: Acting, forum: Forum) -> Decision:
    return (
        has_account(by)
        and _takes_posts(forum)
        and _takes_part(by, forum)
        and is_free_to_write(by.person, forum)
    )


def _takes_topics(forum: Forum) -> Decision:
    return forum.takes_topics or Denied(
        _("The committee has stopped new topics in this room for a time."),
        _("You can go on writing in the topics there are."),
    )


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


def _belongs_to_a_case() -> Denied:
    return Denied(
        _("This post is hidden in a case, so deciding the case decides whether it returns."),
        _("Ask the caretakers, or object to the decision if it concerns you."),
    )


def _only_in_a_case() -> Denied:
    """第13条 handling has a rule, evidence, a hearing and an objection; a button beside the post has none."""
    return Denied(
        _("Caretakers hide and delete posts only in a case."),
        _(
            "Choose “Open a case” beside the post: it names the rule, keeps the evidence and hears the author."
        ),
    )


def _names_a_case(basis: str) -> Decision:
    return bool(basis.strip()) or _only_in_a_case()


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
