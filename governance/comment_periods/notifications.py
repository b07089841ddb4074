"""Who hears of a draft that lies open: everybody it would bind; of the answers: whoever commented."""

from __future__ import annotations

from typing import Any

from governance.rules.permissions import ENACTING
from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.models import User
from residents.roles.holdings import people_holding

from .models import CommentPeriod


def comments_opened(period: CommentPeriod, by: Acting) -> None:
    _tell("comments_opened", period, User.objects.filter(is_active=True), by)


def comments_extended(period: CommentPeriod, by: Acting) -> None:
    _tell("comments_extended", period, User.objects.filter(is_active=True), by)


def comments_closed(period: CommentPeriod) -> None:
    """Those who have to consider them."""
    people = people_holding("committee.secretariat") | people_holding(ENACTING[period.rule.instrument_type])
    found = User.objects.filter(pk__in=people.values("pk"))
    _tell("comments_closed", period, found, Acting(), count=period.comments.count())


def comments_answered(period: CommentPeriod) -> None:
    """Everybody who commented under their account; guests read it on their receipt."""
    authors = period.comments.filter(author__isnull=False).values("author")
    _tell("comments_answered", period, User.objects.filter(pk__in=authors, is_active=True), Acting())


def _tell(past_tense: str, period: CommentPeriod, people: Any, by: Acting, **more: Any) -> None:
    last = period.closes_on
    outbox.post(
        f"governance.{past_tense}",
        people.exclude(pk=by.person.pk) if by.person is not None else people,
        url=period.get_absolute_url(),
        context={
            "rule": period.rule.title,
            "year": last.year,
            "month": last.month,
            "day": last.day,
            **more,
        },
        once=f"{past_tense}:{period.pk}:{last.isoformat()}",
    )
