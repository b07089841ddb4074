"""Who may keep somebody from writing, and what the person is told (第9条第5号, 第13条)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from communities.forums.models import Forum
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from portal.foundation.printed_dates import japanese_date
from residents.roles.holdings import holds

from .lifecycle import SUSPENSION, SuspensionStatus
from .models import Suspension

EXAMINERS = ("committee.steering", "rooms.objections")
"""The committee by its own right; the secretariat and the adviser only where it was given to them (M4: D)."""


def is_free_to_write(person: Any, forum: Forum | None = None) -> Decision:
    """Yes, or why not, until when, and how to object. Asked once per person object and day."""
    if person is None:
        return True
    for suspension in _binding(person):
        if suspension.forum_id is None or (forum is not None and suspension.forum_id == forum.pk):
            return _told(suspension)
    return True


def can_impose(
    by: Acting, forum: Forum | None, basis: str, in_place_of: Suspension | None = None
) -> Decision:
    """Everywhere: the committee by resolution. In one place: also a caretaker directly (第13条).

    In the place of a suspension that an objection took away: those who examined the objection.
    """
    if not basis.strip():
        return Denied(_("A suspension names the decision it rests on."))
    if in_place_of is not None and in_place_of.status == SuspensionStatus.LIFTED:
        return _examines(by)
    if forum is not None and holds(by, "rooms.caretaker"):
        return True
    return holds(by, "committee.steering")


def can_lift(by: Acting, suspension: Suspension) -> Decision:
    """Those who may examine an objection; who of them was involved is asked where the objection lies."""
    return _examines(by) and SUSPENSION.allows("lift", suspension.status)


def can_end(suspension: Suspension) -> Decision:
    """By the clock, the day after the last."""
    if suspension.until_on is None or clock.today() <= suspension.until_on:
        return Denied(_("The last day of this suspension has not passed."))
    return SUSPENSION.allows("end", suspension.status)


def forget(person: Any) -> None:
    """Drop what was loaded for this person object."""
    person.__dict__.pop("_suspensions_on", None)


def _examines(by: Acting) -> Decision:
    answers = [holds(by, function) for function in EXAMINERS]
    return any(answers) or answers[0]


def _binding(person: Any) -> list[Suspension]:
    kept = person.__dict__.setdefault("_suspensions_on", {})
    day = clock.today()
    if day not in kept:
        kept[day] = list(Suspension.objects.binding(person, day).order_by("pk"))
    return kept[day]


def _told(suspension: Suspension) -> Denied:
    words = {
        "day": japanese_date(suspension.until_on),
        "ground": suspension.ground,
        "reason": suspension.reason,
    }
    if suspension.until_on is None:
        reason = _(
            "Your registration as a participant was cancelled, so you cannot write. %(ground)s: %(reason)s"
        )
    elif suspension.forum_id is None:
        reason = _("You may not write until %(day)s. %(ground)s: %(reason)s")
    else:
        reason = _("You may not write here until %(day)s. %(ground)s: %(reason)s")
    return Denied(reason % words, _next_step(suspension))


def _next_step(suspension: Suspension) -> Any:
    words = {"day": japanese_date(suspension.object_until), "address": suspension.address}
    if suspension.object_until is not None and clock.today() <= suspension.object_until:
        return (
            _(
                "You can go on reading. You can object until %(day)s; your case and the form stand at %(address)s ."
            )
            % words
        )
    return _("You can go on reading. Your case stands at %(address)s .") % words
