"""Laying a draft open, taking comments, answering them in groups, publishing the answers with the decision."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from governance.amendments.models import Amendment
from governance.rules.making import locked as locked_rule
from governance.rules.models import Rule
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from portal.foundation.looks import look

from . import notifications
from .models import CommentGroup, CommentPeriod, PublicComment
from .permissions import (
    can_answer_comments,
    can_extend_comments,
    can_lay_open_comments,
    can_read_comments,
    can_read_receipt,
    can_send_comment,
    lasts_long_enough,
)


@transaction.atomic
def lay_open(
    rule: Rule,
    *,
    by: Acting,
    closes_on: date,
    question: str,
    shorter_because: str = "",
    amendment: Amendment | None = None,
) -> CommentPeriod:
    """意見公募: from today to a day everybody can say what they think of a draft (行政手続法第39条)."""
    rule = locked_rule(rule)
    require(can_lay_open_comments(by, rule, amendment))
    require(lasts_long_enough(clock.today(), closes_on, shorter_because))
    period = CommentPeriod(
        rule=rule,
        amendment=amendment,
        question=question,
        opens_on=clock.today(),
        closes_on=closes_on,
        shorter_because=shorter_because,
    )
    period.step("lay_open", by=by, reason=question)
    audit.record(
        "governance.comment_period.laid_open", by=by, target=rule, reason=shorter_because, public=True
    )
    notifications.comments_opened(period, by)
    return period


@transaction.atomic
def extend_comments(period: CommentPeriod, *, by: Acting, closes_on: date, reason: str) -> CommentPeriod:
    """More time for comments, with the reason; it is never made shorter."""
    period = _locked(period)
    require(can_extend_comments(by, period))
    require(lasts_long_enough(period.closes_on + clock.ONE_DAY, closes_on, reason))
    period.step("extend_comments", by=by, reason=reason, closes_on=closes_on)
    audit.record("governance.comment_period.extended", by=by, target=period.rule, reason=reason, public=True)
    notifications.comments_extended(period, by)
    return period


@transaction.atomic
def send(period: CommentPeriod, *, by: Acting, text: str, ticket: UUID, name: str = "") -> PublicComment:
    """意見の提出: by a resident or a guest. The ticket of the form makes a repeat the same comment."""
    period = _locked(period)
    already = PublicComment.objects.filter(pk=ticket, period=period).first()
    if already is not None:
        return already
    require(can_send_comment(by, period))
    last = period.comments.order_by("-number").first()
    comment = PublicComment.objects.create(
        pk=ticket,
        period=period,
        number=last.number + 1 if last else 1,
        author=by.person,
        name=name,
        text=text,
        received_at=clock.now(),
    )
    audit.record("governance.comment.sent", by=by, target=period.rule, details={"number": comment.number})
    return comment


@transaction.atomic
def read_comments(
    period: CommentPeriod, comments: Iterable[PublicComment], *, by: Acting
) -> dict[UUID, dict[str, str]]:
    """Open comments for those who consider them; one look is one line in the ledger, which names the draft."""
    require(can_read_comments(by, period))
    found = list(comments)
    envelopes = [envelope for comment in found for envelope in (comment.text, comment.name)]
    words = iter(look(envelopes, by=by, matter=period, reason=_("Considering the comments on a draft")))
    return {comment.pk: {"text": next(words), "name": next(words)} for comment in found}


@transaction.atomic
def read_receipt(comment: PublicComment, *, by: Acting) -> str:
    """The sender reads what they wrote; the look is a line in the ledger."""
    require(can_read_receipt(by, comment))
    return comment.text.reveal(by=by, reason=_("Reading the receipt of a comment"))


@transaction.atomic
def answer_group(
    period: CommentPeriod,
    *,
    by: Acting,
    summary: str,
    outcome: str,
    answer: str,
    comments: Iterable[PublicComment],
    group: CommentGroup | None = None,
) -> CommentGroup:
    """考慮の結果: what comments of one kind say, what was made of them, and why (第43条)."""
    period = _locked(period)
    require(can_answer_comments(by, period))
    group = group or CommentGroup(period=period)
    group.summary, group.outcome, group.answer = summary, outcome, answer
    group.save()
    group.comments.set(comments)
    audit.record("governance.comment.answered", by=by, target=period.rule, details={"group": group.pk})
    return group


@transaction.atomic
def drop_group(group: CommentGroup, *, by: Acting) -> None:
    """The group is dissolved; its comments have to be answered in another one."""
    period = _locked(group.period)
    require(can_answer_comments(by, period))
    audit.record("governance.comment.group_dropped", by=by, target=period.rule, details={"group": group.pk})
    group.delete()


@transaction.atomic
def close_comments(period: CommentPeriod, *, by: Acting) -> CommentPeriod:
    """The last day has passed, or the draft has gone: no more comments; those received are considered."""
    period = _locked(period)
    period.step("close_comments", by=by)
    audit.record("governance.comment_period.closed", by=by, target=period.rule, public=True)
    notifications.comments_closed(period)
    return period


@transaction.atomic
def publish_answers(period: CommentPeriod, *, by: Acting) -> CommentPeriod:
    """結果の公示: the draft has been decided, and with it everybody reads what was made of the comments."""
    period = _locked(period)
    period.step("publish_answers", by=by)
    count: Any = period.comments.count()
    audit.record(
        "governance.comment_period.published",
        by=by,
        target=period.rule,
        public=True,
        details={"comments": count},
    )
    notifications.comments_answered(period)
    return period


def _locked(period: CommentPeriod) -> CommentPeriod:
    rows = CommentPeriod.objects.select_for_update(of=("self",))
    return rows.select_related("rule__enacted_by", "amendment").get(pk=period.pk)
