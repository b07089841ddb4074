"""Who imposes what: caretakers up to their limit, the committee by resolution and up the ladder (M4)."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from governance.resolutions.models import Resolution
from governance.violations.lifecycle import CASE
from governance.violations.models import ViolationCase
from governance.violations.permissions import deals_with_directly, decides_by_resolution
from portal.foundation import clock, parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied

from .ladder import Ladder
from .lifecycle import BY_COMMITTEE, DIRECT, ON_THE_POST, ON_THE_ROOM, SANCTION, WITH_DAYS, SanctionKind
from .models import Sanction


def can_take_measure(by: Acting, case: ViolationCase, kind: str, days: int | None = None) -> Decision:
    """第13条: a caretaker deals with it directly, up to a limit; anything graver goes to the committee."""
    return (
        deals_with_directly(by, case)
        and CASE.allows("take_measure", case.status)
        and _is_within_reach_of_a_caretaker(kind)
        and _finds_the_post(case, kind)
        and _has_days(kind, days)
    )


def can_sanction(
    by: Acting, case: ViolationCase, resolution: Resolution | None, kind: str, days: int | None = None
) -> Decision:
    """第9条第5号: the committee, by a resolution that names the case, as far up the ladder as the rule says."""
    return (
        decides_by_resolution(by, case, resolution)
        and CASE.allows("sanction", case.status)
        and _is_a_sanction(kind)
        and _finds_the_post(case, kind)
        and _is_about_the_opener(case, kind)
        and _has_days(kind, days)
        and _is_on_the_ladder(case, kind, days)
    )


def can_end(sanction: Sanction) -> Decision:
    """By the clock, the day after the last."""
    if sanction.ends_on is None or clock.today() <= sanction.ends_on:
        return Denied(_("The last day of this measure has not passed."))
    return SANCTION.allows("end", sanction.status)


def ladder() -> Ladder:
    """The ladder of the rule in force today.

    Raises:
        NotSet: the committee has not enacted it, so nothing graver than a warning may rest on it.
    """
    return Ladder(
        parameters.value("sanction.first_suspension_max_days"),
        parameters.value("sanction.suspension_max_days"),
        parameters.value("sanction.suspensions_before_cancellation"),
    )


def earlier_suspensions(case: ViolationCase) -> int:
    """How many suspensions of the years that count stand against the person."""
    today = clock.today()
    years = parameters.value("sanction.counted_years")
    since = date(today.year - years, today.month, min(today.day, 28))
    return Sanction.objects.earlier_suspensions(case.subject, since).exclude(case=case).count()


def _is_within_reach_of_a_caretaker(kind: str) -> Decision:
    if kind in DIRECT:
        return True
    return Denied(
        _("Only the committee may decide this, by resolution (Guideline Art. 9 item 5)."),
        _("Refer the case to the committee."),
    )


def _is_a_sanction(kind: str) -> Decision:
    return kind in BY_COMMITTEE or Denied(
        _("The committee does not decide this; a caretaker does it directly.")
    )


def _finds_the_post(case: ViolationCase, kind: str) -> Decision:
    if kind not in ON_THE_POST or (case.post is not None and case.post.status in ("shown", "hidden")):
        return True
    return Denied(_("The post is no longer there."), _("Choose another measure."))


def _is_about_the_opener(case: ViolationCase, kind: str) -> Decision:
    """A room is measured only where its opener was heard: nobody loses a room over somebody else's post."""
    if kind not in ON_THE_ROOM:
        return True
    if case.post is not None and case.post.forum.manager_id == case.subject_id and case.post.forum.is_room:
        return True
    return Denied(
        _("A measure against a room needs a case about a post of its opener, who has been heard in it."),
        _("Rooms of the city area are ended by the committee under Article 4 of the guideline."),
    )


def _has_days(kind: str, days: int | None) -> Decision:
    if kind not in WITH_DAYS:
        return True
    if not days or days < 1:
        return Denied(_("Please say for how many days."))
    if kind == SanctionKind.ROOM_RESTRICTION:
        return _is_not_longer(days, parameters.value("sanction.room_restriction_max_days"))
    if kind in ON_THE_ROOM:
        return _is_not_longer(days, parameters.value("sanction.room_suspension_max_days"))
    return True


def _is_on_the_ladder(case: ViolationCase, kind: str, days: int | None) -> Decision:
    if kind == SanctionKind.SUSPENSION:
        return _is_not_longer(days or 0, ladder().longest_suspension(earlier_suspensions(case)))
    if kind == SanctionKind.CANCELLATION and not ladder().may_cancel(earlier_suspensions(case)):
        return Denied(
            _(
                "The rule in force allows a cancellation only after %(count)s suspensions; there were %(earlier)s."
            )
            % {"count": ladder().suspensions_before_cancellation, "earlier": earlier_suspensions(case)},
            _("Choose a milder sanction; the resolution has to say so."),
        )
    return True


def _is_not_longer(days: int, most: int) -> Decision:
    if days <= most:
        return True
    return Denied(_("The rule in force allows at most %(most)s days here.") % {"most": most})
