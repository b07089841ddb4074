"""Comment periods as pages show them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.foundation.acting import Acting
from portal.foundation.templatetags.ui import japanese_date

from . import permissions
from .models import CommentGroup, CommentPeriod, PublicComment


def counted(count: int) -> str:
    return _("%(count)s comments") % {"count": count}


def facts(period: CommentPeriod) -> list[dict[str, Any]]:
    days = {"first": japanese_date(period.opens_on), "last": japanese_date(period.closes_on)}
    return [
        {"label": _("Time for comments"), "value": _("%(first)s to %(last)s") % days},
        {"label": _("Received so far"), "value": counted(period.comments.count())},
        {"label": _("Why the time is shorter than usual"), "value": period.shorter_because},
        {"label": _("Draft that lies open"), "value": str(period.rule), "url": period.draft_url},
    ]


def groups(period: CommentPeriod) -> list[dict[str, Any]]:
    """Each group with how many said so and what was made of it."""
    return [
        {
            "pk": group.pk,
            "summary": group.summary,
            "count": counted(len(group.comments.all())),
            "outcome": group.get_outcome_display(),
            "tone": group.tone,
            "answer": group.answer,
            "url": reverse("governance:comment-group-edit", args=[period.rule.slug, period.pk, group.pk]),
        }
        for group in CommentGroup.objects.filter(period=period).prefetch_related("comments")
    ]


def received(comment: PublicComment, words: dict[str, str]) -> dict[str, Any]:
    """One comment in the list of those who consider them."""
    return {
        "number": comment.number,
        "text": words["text"],
        "who": str(comment.author) if comment.author else words["name"] or _("without a name"),
        "at": comment.received_at,
        "is_answered": bool(comment.groups.all()),
    }


def acts(by: Acting, period: CommentPeriod) -> list[dict[str, str]]:
    """What the reader may do."""
    args = [period.rule.slug, period.pk]
    asked: list[tuple[str, str, str, Any]] = [
        ("comment-send", _("Write a comment"), "primary", permissions.can_send_comment),
        ("comment-list", _("Read the comments"), "secondary", permissions.can_read_comments),
        ("comment-group-add", _("Answer a group of comments"), "secondary", permissions.can_answer_comments),
        ("comment-period-extend-comments", _("Give more time"), "secondary", permissions.can_extend_comments),
    ]
    return [
        {"text": text, "url": reverse(f"governance:{name}", args=args), "tone": tone}
        for name, text, tone, may in asked
        if may(by, period)
    ]
