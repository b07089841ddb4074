"""A sanction as the person concerned and those who work on the case read it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from communities.posts.lifecycle import PostStatus
from portal.foundation.printed_dates import japanese_date

from .models import Sanction


def sanction_row(sanction: Sanction) -> dict:
    """One line of the committee's list: what, on which ground, and why; no name."""
    return {
        "title": _("%(number)s – %(place)s")
        % {"number": sanction.case.number, "place": sanction.get_kind_display()},
        "url": sanction.get_absolute_url(),
        "date": sanction.starts_on,
        "status": sanction.get_status_display(),
        "tone": sanction.tone,
        "meta": sanction.ground,
        "text": sanction.reason,
    }


def sanction_facts(sanction: Sanction) -> list[dict]:
    """What was decided, on which ground, until when, and until when one can object."""
    by = _("a caretaker, directly (Guideline Art. 13)")
    if sanction.resolution is not None:
        by = _("the committee, %(number)s") % {"number": sanction.resolution.printed_number}
    facts = [
        {"label": _("Measure"), "value": sanction.get_kind_display()},
        {"label": _("Decided by"), "value": by},
        {"label": _("Provision it rests on"), "value": sanction.ground, "url": sanction.provision_url},
        {"label": _("Reason"), "value": sanction.reason},
        {"label": _("First day"), "date": sanction.starts_on},
    ]
    if sanction.days:
        until = _("%(day)s (%(count)s days)") % {
            "day": japanese_date(sanction.ends_on),
            "count": sanction.days,
        }
        facts.append({"label": _("Last day"), "value": until})
    post = sanction.case.post
    if post is not None and post.status == PostStatus.HIDDEN and not post.is_being_checked:
        facts.append({"label": _("The post"), "value": _("stays hidden with this decision")})
    facts.append({"label": _("Objection possible until"), "date": sanction.object_until})
    return facts
