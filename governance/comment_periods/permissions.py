"""Who lays a draft open, who comments, who answers (M6: the secretariat and the body that makes the rule)."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from governance.amendments.lifecycle import AmendmentStatus
from governance.amendments.models import Amendment
from governance.rules.lifecycle import RuleStatus
from governance.rules.models import Rule
from governance.rules.permissions import can_announce_amendment
from portal.foundation import clock, parameters
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied

from .lifecycle import COMMENT_PERIOD, CommentPeriodStatus
from .models import CommentPeriod, PublicComment


def can_lay_open_comments(by: Acting, rule: Rule, amendment: Amendment | None = None) -> Decision:
    return runs_comments(by, rule) and _is_a_draft(rule, amendment) and _none_is_open(rule, amendment)


def can_extend_comments(by: Acting, period: CommentPeriod) -> Decision:
    return (
        runs_comments(by, period.rule)
        and COMMENT_PERIOD.allows("extend_comments", period.status)
        and _receives_today(period)
    )


def can_send_comment(by: Acting, period: CommentPeriod) -> Decision:
    """Everybody, with or without an account: a rule binds whoever takes part, and whoever will."""
    return _receives_today(period)


def can_read_comments(by: Acting, period: CommentPeriod) -> Decision:
    """As they were sent: for those who have to consider them."""
    return runs_comments(by, period.rule)


def can_answer_comments(by: Acting, period: CommentPeriod) -> Decision:
    """When no more come in and as long as the draft is not decided."""
    if period.status != CommentPeriodStatus.CLOSED:
        return runs_comments(by, period.rule) and COMMENT_PERIOD.allows("publish_answers", period.status)
    return runs_comments(by, period.rule) and (
        not period.is_decided or Denied(_("The draft has been decided; its answers are public."))
    )


def can_read_receipt(by: Acting, comment: PublicComment) -> Decision:
    """Whoever holds the address of a guest's receipt; an account's receipt is its own."""
    if comment.author_id is None or (by.person is not None and by.person.pk == comment.author_id):
        return True
    return runs_comments(by, comment.period.rule)


def lasts_long_enough(first: date, last: date, shorter_because: str = "") -> Decision:
    """行政手続法第39条第3項・第40条: as long as the town has decided, or shorter with a published reason."""
    if last < max(first, clock.today()):
        return Denied(_("The last day lies before the first."))
    try:
        days = parameters.value("rules.comment_days", on=first)
    except parameters.NotSet:
        return True
    if last >= first + timedelta(days=days - 1) or shorter_because.strip():
        return True
    return Denied(
        _("Drafts lie open for %(days)s days.") % {"days": days},
        _("Choose a later day, or say why the time is shorter."),
    )


def runs_comments(by: Acting, rule: Rule) -> Decision:
    return can_announce_amendment(by, rule)


def _is_a_draft(rule: Rule, amendment: Amendment | None) -> Decision:
    is_open = rule.status == RuleStatus.PROPOSED
    if amendment is not None:
        is_open = amendment.status == AmendmentStatus.PROPOSED
    return is_open or Denied(_("Only a draft that is not decided yet lies open for comments."))


def _none_is_open(rule: Rule, amendment: Amendment | None) -> Decision:
    found = CommentPeriod.objects.about(rule, amendment).filter(status=CommentPeriodStatus.OPEN)
    return not found.exists() or Denied(_("This draft lies open for comments already."))


def _receives_today(period: CommentPeriod) -> Decision:
    if period.is_open_on():
        return True
    if period.opens_on > clock.today():
        return Denied(_("Comments are received from a later day on."))
    return Denied(_("The time for comments is over."), _("The answers are published with the decision."))
