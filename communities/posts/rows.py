"""How one reader sees a list of posts: the words or why there are none, and what they may do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from communities.forums.models import Forum
from communities.forums.permissions import moderates, reports_as_a_resident
from portal.foundation import parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision
from portal.foundation.printed_dates import japanese_date

from . import permissions
from .lifecycle import PostStatus
from .models import Post


@dataclass(frozen=True)
class Row:
    """One post for one reader."""

    post: Post
    author: str
    role: str
    text: str
    notice: str
    answers: str
    is_mine: bool
    may_edit: Decision
    may_withdraw: Decision
    may_hide: Decision
    may_restore: Decision
    may_open_case: Decision
    may_report: Decision
    may_split: bool = False

    @property
    def anchor(self) -> str:
        return f"post-{self.post.pk}"


def rows(posts: Iterable[Post], forum: Forum, by: Acting) -> list[Row]:
    """The posts of one forum as rows; asks the database nothing per post."""
    seconds = _undo_seconds() if by.person is not None else 0
    looks_after = bool(moderates(by, forum))
    reports = reports_as_a_resident(by)
    return [_row(post, forum, by, seconds, looks_after, reports) for post in posts]


def _row(post: Post, forum: Forum, by: Acting, seconds: int, looks_after: bool, reports: Decision) -> Row:
    post.forum = forum  # one object for all rows, so that what it remembers is asked once
    is_mine = by.person is not None and by.person.pk == post.author_id
    readable = post.is_shown or (post.status == PostStatus.HIDDEN and (is_mine or looks_after))
    return Row(
        post=post,
        author=str(post.for_body) if post.is_official else post.name,
        role=role(post, forum),
        text=post.body if readable else "",
        notice=_notice(post),
        answers=post.in_reply_to.name if post.in_reply_to is not None else "",
        is_mine=is_mine,
        may_edit=permissions.can_edit(by, post),
        may_withdraw=permissions.can_withdraw(by, post, seconds),
        may_hide=looks_after and permissions.can_hide(by, post),
        may_restore=looks_after and permissions.can_restore(by, post),
        may_open_case=by.body is not None and looks_after and permissions.can_open_case(by, post),
        may_report=not is_mine and not looks_after and reports,
    )


def role(post: Post, forum: Forum) -> str:
    """What a reader should know about who speaks: officially, from which unit, as facilitator."""
    if post.is_official:
        return _("Official statement")
    if post.for_body_id is not None:
        return _("%(unit)s, personal view") % {"unit": post.for_body}
    if post.author_id in forum.facilitator_ids:
        return _("Facilitator")
    return _("Manager") if post.author_id == forum.manager_id else ""


def _notice(post: Post) -> str:
    if post.status == PostStatus.HIDDEN:
        words = {"reason": post.status_reason, "day": japanese_date(post.hidden_until)}
        if post.is_being_checked:
            return (
                _("This post is hidden while it is checked, until %(day)s at the latest. Reason: %(reason)s")
                % words
            )
        return _("This post is hidden in a case. Reason: %(reason)s") % words
    if post.status == PostStatus.DELETED:
        return _("A caretaker deleted this post. Reason: %(reason)s") % {"reason": post.status_reason}
    if post.status == PostStatus.WITHDRAWN:
        return _("The author took this post back.")
    return ""


def _undo_seconds() -> int:
    try:
        return parameters.value("post.undo_seconds")
    except parameters.NotSet:
        return 0
