"""Who reports, who looks into it (domain M4)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from communities.forums.permissions import moderates, reports_as_a_resident
from communities.posts.models import Post
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import holds

from .lifecycle import FLAG
from .models import Flag


def can_report(by: Acting, post: Post) -> Decision:
    """In a community anybody who can read the post, guests included; in the rooms a report cites a rule."""
    return (
        reports_as_a_resident(by)
        and _is_in_a_community(post)
        and (post.is_shown or Denied(_("This post is not shown any more.")))
    )


def can_pass_on(by: Acting, flag: Flag) -> Decision:
    """Those who look after the community bring a report before the caretakers."""
    return (
        moderates(by, flag.post.forum)
        and (not holds(by, "rooms.caretaker") or Denied(_("You are a caretaker; open a case instead.")))
        and FLAG.allows("pass_on", flag.status)
    )


def can_take_up(by: Acting, flag: Flag) -> Decision:
    return moderates(by, flag.post.forum) and FLAG.allows("take_up", flag.status)


def can_uphold(by: Acting, flag: Flag) -> Decision:
    return moderates(by, flag.post.forum) and FLAG.allows("uphold", flag.status)


def can_dismiss(by: Acting, flag: Flag) -> Decision:
    return moderates(by, flag.post.forum) and FLAG.allows("dismiss", flag.status)


def _is_in_a_community(post: Post) -> Decision:
    return not post.forum.is_room or Denied(
        _("In the conference rooms a report names the rule that is broken and goes to the caretakers."),
        _("Choose “Report this post” beside the post."),
    )


def can_read(by: Acting, flag: Flag) -> Decision:
    """Reporter and those who look into it; a guest's receipt opens by its address."""
    if flag.reporter_id is None or (by.person is not None and by.person.pk == flag.reporter_id):
        return True
    return moderates(by, flag.post.forum)
