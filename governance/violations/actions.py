"""The verbs of a case up to its decision; measures and sanctions stand on their own shelf."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from communities.posts import actions as posts
from communities.posts.lifecycle import PostStatus
from communities.posts.models import Post
from governance.resolutions.models import Resolution
from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import require
from portal.foundation.locking import locked

from . import notifications, permissions, targets
from .citable import Ban
from .frozen import frozen
from .models import Evidence, ViolationCase, ViolationReport


@transaction.atomic
def report(post: Post, *, by: Acting, ban: Ban | None, note: str = "") -> ViolationReport:
    """通報: say which provision a post breaks. A post already looked into gets one more report, not a second case."""
    post = _frozen(post)
    require(permissions.can_report(by, post))
    require(permissions.can_cite(ban))
    case = ViolationCase.objects.open().about(post).first()
    if case is None:
        case = _new_case(post, ban)
        case.step("report", by=by, due_on=targets.business("violation.triage_days"))
        _freeze(case, post)
    earlier = case.reports.filter(reporter=by.person).first() if by.person is not None else None
    if earlier is not None:
        return earlier
    found = ViolationReport.objects.create(
        case=case, reporter=by.person, note=note, reported_at=clock.now(), **_cited(ban)
    )
    _record("reported", case, by)
    notifications.violation_reported(found, by)
    return found


@transaction.atomic
def find(post: Post, *, by: Acting, ban: Ban | None) -> ViolationCase:
    """ルールチェック: a caretaker who reads the rooms opens a case without waiting for a report."""
    post = _frozen(post)
    require(permissions.can_find(by, post))
    require(permissions.can_cite(ban))
    case = ViolationCase.objects.open().about(post).first()
    if case is not None:
        return case
    case = _new_case(post, ban)
    case.step("find", by=by, due_on=targets.business("violation.decision_days"))
    _freeze(case, post)
    _record("found", case, by)
    notifications.violation_found(case, by)
    return case


@transaction.atomic
def take_over(post: Post, *, by: Acting, ban: Ban | None) -> ViolationCase:
    """A caretaker makes a case of a post that its facilitator hid for a check; from now on the case holds it."""
    post = _frozen(post)
    require(permissions.can_take_over(by, post))
    require(permissions.can_cite(ban))
    case = ViolationCase.objects.open().about(post).first()
    if case is not None:
        return case
    case = _new_case(post, ban)
    reason = post.status_reason
    case.step("take_over", by=by, reason=reason, due_on=targets.business("violation.decision_days"))
    _freeze(case, post)
    posts.hold(post, by=by, basis=case.number, reason=f"{reason} ({case.ground})")
    _record("taken_over", case, by)
    notifications.violation_taken_over(case, by)
    return case


@transaction.atomic
def dismiss(case: ViolationCase, *, by: Acting, reason: str) -> ViolationCase:
    """Unfounded: nothing was violated; why, is told to whoever reported it."""
    case = again(case)
    require(permissions.can_dismiss(by, case))
    restore_post(case, by)
    case.step("dismiss", by=by, reason=reason, **closed(reason))
    _record("dismissed", case, by)
    notifications.violation_dismissed(case, by)
    return case


@transaction.atomic
def investigate(case: ViolationCase, *, by: Acting) -> ViolationCase:
    """There may be something in it: a caretaker looks into the case."""
    case = again(case)
    require(permissions.can_investigate(by, case))
    case.step("investigate", by=by, **due("violation.decision_days"))
    _record("taken_up", case, by)
    return case


@transaction.atomic
def hide_urgently(case: ViolationCase, *, by: Acting, reason: str) -> ViolationCase:
    """Hide the post before anything else: personal data, a threat, something illegal. The author is told at once."""
    case = again(case)
    require(permissions.can_hide_urgently(by, case))
    if case.post is not None:
        posts.hold(case.post, by=by, basis=case.number, reason=f"{reason} ({case.ground})")
    case.step("hide_urgently", by=by, reason=reason, **due("violation.decision_days"))
    _record("hidden_urgently", case, by)
    notifications.violation_hidden_urgently(case, by)
    return case


@transaction.atomic
def open_hearing(case: ViolationCase, *, by: Acting, question: str) -> ViolationCase:
    """Let the person concerned know what is held against them, and until when they are heard."""
    case = again(case)
    require(permissions.can_open_hearing(by, case))
    until: date = targets.calendar("violation.hearing_days")
    case.step(
        "open_hearing", by=by, hearing_question=question, hearing_until=until, due_on=until, reminded_on=None
    )
    _record("hearing_opened", case, by)
    notifications.violation_hearing_opened(case, by)
    return case


@transaction.atomic
def make_statement(case: ViolationCase, *, by: Acting, statement: str) -> ViolationCase:
    """The person concerned says their part; it rests sealed in the file."""
    case = again(case)
    require(permissions.can_make_statement(by, case))
    case.step("make_statement", by=by, statement=statement, **due("violation.decision_days"))
    _record("statement_made", case, by)
    notifications.violation_statement_made(case, by)
    return case


@transaction.atomic
def close_hearing(case: ViolationCase) -> ViolationCase:
    """The person concerned did not answer in time; the case is decided by what is known."""
    case = again(case)
    require(permissions.can_close_hearing(case))
    case.step("close_hearing", by=CLOCK, **due("violation.decision_days"))
    _record("hearing_closed", case, CLOCK)
    notifications.violation_hearing_closed(case)
    return case


@transaction.atomic
def refer(case: ViolationCase, *, by: Acting, reason: str) -> ViolationCase:
    """Bring a case before the committee, because it may need more than a caretaker may do (第9条第5号)."""
    case = again(case)
    require(permissions.can_refer(by, case))
    case.step("refer", by=by, reason=reason, **due("violation.referral_days"))
    _record("referred", case, by)
    notifications.violation_referred(case, by)
    return case


@transaction.atomic
def close_without_measure(
    case: ViolationCase, *, by: Acting, reason: str, resolution: Resolution | None = None
) -> ViolationCase:
    """Nothing is imposed; a post hidden in a hurry returns, and everybody concerned learns why."""
    case = again(case)
    require(permissions.can_close_without_measure(by, case, resolution))
    restore_post(case, by)
    case.step("close_without_measure", by=by, reason=reason, resolution=resolution, **closed(reason))
    _record("closed_without_measure", case, by)
    notifications.violation_closed_without_measure(case, by)
    return case


@transaction.atomic
def remind(case: ViolationCase) -> None:
    """Tell those who are waited for that the day of a step is near or has passed."""
    ViolationCase.objects.filter(pk=case.pk).update(reminded_on=clock.today())
    notifications.violation_due(case)


def restore_post(case: ViolationCase, by: Acting) -> None:
    """Show the post again if it was taken away; part of the decision that found nothing against it."""
    if case.post is not None and case.post.status in (PostStatus.HIDDEN, PostStatus.DELETED):
        if permissions.deals_with_directly(by, case) and case.post.status == PostStatus.HIDDEN:
            posts.restore(case.post, by=by, basis=case.number)
        else:
            posts.reinstate(case.post, by=by, basis=case.number)


def closed(reason: str) -> dict[str, Any]:
    """What every decision leaves on the case."""
    return {"outcome_reason": reason, "settled_at": clock.now(), "due_on": None, "reminded_on": None}


def due(name: str) -> dict[str, Any]:
    return {"due_on": targets.business(name), "reminded_on": None}


def again(case: ViolationCase) -> ViolationCase:
    """The case, locked, with everything its verbs read."""
    return locked(
        case, "rule_version__rule", "subject", "evidence", "post__thread", "post__forum", "post__author"
    )


def _frozen(post: Post) -> Post:
    return locked(post, "thread", "forum", "author")


def _new_case(post: Post, ban: Ban | None) -> ViolationCase:
    return ViolationCase(post=post, subject=post.author, opened_at=clock.now(), **_cited(ban))


def _cited(ban: Ban | None) -> dict[str, Any]:
    assert ban is not None
    return {"rule_version": ban.version, "provision": ban.provision}


def _freeze(case: ViolationCase, post: Post) -> None:
    case.evidence = Evidence.objects.create(case=case, **frozen(post))


def _record(deed: str, case: ViolationCase, by: Acting) -> None:
    """One line; the provision is a reference, never the person or the words."""
    audit.record(
        f"governance.violation.{deed}", by=by, target=case, reference=f"{case.number} {case.provision_label}"
    )
