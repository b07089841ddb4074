"""Who reports, who looks into it (domain M4)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from communities.forums.permissions import moderates, reports_as_a_resident
from communities.posts.models import Post
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied

from .lifecycle import FLAG
from .models import Flag


def can_report(by: Acting, post: Post) -> Decision:
    """Anybody who can read the post, guests included; whoever deals with reports acts directly instead."""
    return reports_as_a_resident(by) and (post.is_shown or Denied(_("This post is not shown any more.")))


def can_take_up(by: Acting, flag: Flag) -> Decision:
    return moderates(by, flag.post.forum) and FLAG.allows("take_up", flag.status)


def can_uphold(by: Acting, flag: Flag) -> Decision:
    return moderates(by, flag.post.forum) and FLAG.allows("uphold", flag.status)


def can_dismiss(by: Acting, flag: Flag) -> Decision:
    return moderates(by, flag.post.forum) and FLAG.allows("dismiss", flag.status)


def can_read(by: Acting, flag: Flag) -> Decision:
    """Reporter and those who look into it; a guest's receipt opens by its address."""
    if flag.reporter_id is None or (by.person is not None and by.person.pk == flag.reporter_id):
        return True
    return moderates(by, flag.post.forum)
