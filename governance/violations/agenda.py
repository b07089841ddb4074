"""Cases on the secretariat's desk: by number, never by name."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.posts.models import Post
from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .lifecycle import CaseStatus
from .models import ViolationCase
from .permissions import can_see_desk

WAITS_FOR = {CaseStatus.HEARING: _("Person concerned"), CaseStatus.REFERRED: _("Committee")}


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """Cases whose next step is due, and posts hidden for a check that no case holds."""
    if not can_see_desk(by) or by.person is None:
        return []
    cases = ViolationCase.objects.open().exclude(subject=by.person)
    cases = cases.filter(due_on__lte=until) | cases.filter(due_on__isnull=True)
    found = [
        Matter(
            case.number,
            case.get_status_display(),
            case.get_absolute_url(),
            case.due_on,
            WAITS_FOR.get(CaseStatus(case.status), _("Caretakers")),
        )
        for case in cases.order_by("due_on", "opened_at")[:AT_ONCE]
    ]
    hidden = Post.objects.being_checked().exclude(author=by.person).filter(hidden_until__lte=until)
    return found + [
        Matter(
            post.forum.title,
            _("A post hidden for a check is shown again unless a case is opened"),
            reverse("governance:violation-checks"),
            post.hidden_until,
            _("Caretakers"),
        )
        for post in hidden.select_related("forum").order_by("hidden_until")[:AT_ONCE]
    ]
