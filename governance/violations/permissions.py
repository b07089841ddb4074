"""Who reports, looks, hears, refers (domain M4); nobody deals with a case about themselves or their own report."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from communities.forums.permissions import reports_as_a_resident
from communities.posts.models import Post
from governance.resolutions.lifecycle import Competence
from governance.resolutions.models import Resolution
from governance.resolutions.permissions import can_rest_on
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from portal.foundation.lifecycles import START
from residents.roles.holdings import holds

from .citable import Ban
from .lifecycle import CASE, TOLD, CaseStatus
from .models import ViolationCase, ViolationReport

READERS = ("rooms.caretaker", "committee.steering", "committee.secretariat")


def can_report(by: Acting, post: Post) -> Decision:
    """Anybody who can read the post, guests included; not its author."""
    if by.person is not None and by.person.pk == post.author_id:
        return Denied(_("This is your own post."), _("You can edit it, or ask a caretaker."))
    return reports_as_a_resident(by) and (post.is_shown or Denied(_("This post is not shown any more.")))


def can_find(by: Acting, post: Post) -> Decision:
    """A caretaker who checks the rules opens a case without a report (checklist 42)."""
    return (
        holds(by, "rooms.caretaker")
        and (post.is_shown or Denied(_("This post is not shown any more.")))
        and (by.person.pk != post.author_id or Denied(_("This is your own post.")))
        and CASE.allows("find", START)
    )


def can_take_over(by: Acting, post: Post) -> Decision:
    """A post hidden for a check becomes a case, so that it is not shown again when the days are over."""
    return (
        holds(by, "rooms.caretaker")
        and (post.is_being_checked or Denied(_("This post is not hidden for a check.")))
        and (by.person.pk != post.author_id or Denied(_("This is your own post.")))
        and CASE.allows("take_over", START)
    )


def can_cite(ban: Ban | None) -> Decision:
    """A case rests on a provision of a rule in force; without one there is nothing to violate."""
    return ban is not None or Denied(
        _("No room rule in force says what must not be done."),
        _(
            "The committee has to enact its room rules first. Until then, tell those who look after the place."
        ),
    )


def can_read_receipt(by: Acting, report: ViolationReport) -> Decision:
    """The reporter, and those who work on the case; a guest's receipt opens by its address."""
    if report.reporter_id is None or (by.person is not None and by.person.pk == report.reporter_id):
        return True
    return can_read_file(by, report.case)


def can_read(by: Acting, case: ViolationCase) -> Decision:
    """The person concerned, once told; and those who may read the file."""
    return is_concerned(by, case) or can_read_file(by, case)


def can_read_file(by: Acting, case: ViolationCase) -> Decision:
    """Caretakers, the committee and its secretariat (M4); whoever examines objections once there is a decision."""
    if case.status == CaseStatus.SETTLED and holds(by, "rooms.objections"):
        return _is_not_the_subject(by, case)
    return can_see_desk(by) and _is_not_the_subject(by, case)


def can_see_desk(by: Acting) -> Decision:
    """The list of cases."""
    if by.is_guest:
        return Denied(_("Please log in first."))
    answers = [holds(by, function) for function in READERS]
    return any(answers) or answers[0]


def is_concerned(by: Acting, case: ViolationCase) -> bool:
    """It is about them, and they have been told."""
    return by.person is not None and by.person.pk == case.subject_id and case.status in TOLD


def can_dismiss(by: Acting, case: ViolationCase) -> Decision:
    return _deals_with(by, case) and CASE.allows("dismiss", case.status)


def can_investigate(by: Acting, case: ViolationCase) -> Decision:
    return _deals_with(by, case) and CASE.allows("investigate", case.status)


def can_hide_urgently(by: Acting, case: ViolationCase) -> Decision:
    """Personal data, a threat, something illegal: at once, and the person is told at once."""
    return _deals_with(by, case) and _post_is_there(case) and CASE.allows("hide_urgently", case.status)


def can_open_hearing(by: Acting, case: ViolationCase) -> Decision:
    return _deals_with(by, case) and CASE.allows("open_hearing", case.status)


def can_make_statement(by: Acting, case: ViolationCase) -> Decision:
    """The person concerned, for themselves, until the last day of the hearing."""
    if by.person is None or by.person.pk != case.subject_id:
        return Denied(_("Only the person concerned is heard here."))
    return CASE.allows("make_statement", case.status) and _has_time(case)


def can_close_hearing(case: ViolationCase) -> Decision:
    """By the clock, the day after the last."""
    if case.hearing_until is None or clock.today() <= case.hearing_until:
        return Denied(_("The person concerned still has time to answer."))
    return CASE.allows("close_hearing", case.status)


def can_erase(case: ViolationCase) -> Decision:
    """By the clock, when the years of keeping are over and nobody examines an objection any more."""
    if case.is_open or case.settled_at is None or case.erased_on is not None:
        return Denied(_("An open case keeps its evidence."))
    return True


def can_refer(by: Acting, case: ViolationCase) -> Decision:
    return _deals_with(by, case) and CASE.allows("refer", case.status)


def can_close_without_measure(
    by: Acting, case: ViolationCase, resolution: Resolution | None = None
) -> Decision:
    """A caretaker before the referral; afterwards the committee, by a resolution that names the case."""
    allowed = CASE.allows("close_without_measure", case.status)
    if case.status == CaseStatus.REFERRED:
        return allowed and decides_by_resolution(by, case, resolution)
    return _deals_with(by, case) and allowed


def decides(by: Acting, case: ViolationCase) -> Decision:
    """第9条第5号: the committee, in the person of a member to whom the case is not their own."""
    return holds(by, "committee.steering") and _is_not_their_own(by, case)


def decides_by_resolution(by: Acting, case: ViolationCase, resolution: Resolution | None) -> Decision:
    """The resolution rests on 第9条第5号, names this case, and was not carried out before."""
    return (
        decides(by, case)
        and can_rest_on(by, resolution, Competence.VIOLATIONS)
        and _names(resolution, case)
        and _is_fresh(resolution, case)
    )


def deals_with_directly(by: Acting, case: ViolationCase) -> Decision:
    """第13条: caretakers deal with violations directly."""
    return _deals_with(by, case)


def _deals_with(by: Acting, case: ViolationCase) -> Decision:
    return holds(by, "rooms.caretaker") and _is_not_their_own(by, case)


def _is_not_their_own(by: Acting, case: ViolationCase) -> Decision:
    if case.reports.filter(reporter=by.person).exists():
        return Denied(_("You reported this post yourself, so somebody else deals with it."))
    return _is_not_the_subject(by, case)


def _is_not_the_subject(by: Acting, case: ViolationCase) -> Decision:
    if by.person is not None and by.person.pk != case.subject_id:
        return True
    return Denied(
        _("This case is about you, so somebody else deals with it."),
        _("Choose “for myself” at the top of the page to see it as the person concerned."),
    )


def _post_is_there(case: ViolationCase) -> Decision:
    """Shown, or hidden for a check whose days would end."""
    if case.post is not None and (case.post.is_shown or case.post.is_being_checked):
        return True
    return Denied(_("This post is not shown any more."))


def _has_time(case: ViolationCase) -> Decision:
    if case.hearing_until is None or clock.today() <= case.hearing_until:
        return True
    return Denied(
        _("The time for the statement is over."), _("You can still object once it has been decided.")
    )


def _names(resolution: Resolution | None, case: ViolationCase) -> Decision:
    if resolution is not None and case.number in f"{resolution.title} {resolution.text}":
        return True
    return Denied(
        _("This resolution does not name the case %(number)s.") % {"number": case.number},
        _("Write the number of the case, not the name of the person, into the motion."),
    )


def _is_fresh(resolution: Resolution | None, case: ViolationCase) -> Decision:
    if resolution is not None and not resolution.violation_cases.filter(pk=case.pk).exists():
        return True
    return Denied(_("This resolution has already been carried out."))
