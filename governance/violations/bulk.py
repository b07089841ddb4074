"""Many cases with their evidence, reports and measures, in the shape of those that were told, for measuring."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction

from communities.posts.models import Post
from governance.sanctions.models import Sanction
from portal.foundation.bulk import BATCH, again

from .models import Evidence, ViolationCase, ViolationCaseStep, ViolationReport


@transaction.atomic
def grow_to(count: int) -> bool:
    """Let there be at least so many cases; running it again adds nothing."""
    told = list(ViolationCase.objects.select_related("evidence", "post").order_by("opened_at", "pk")[:20])
    missing = count - ViolationCase.objects.count()
    if not told or missing <= 0:
        return False
    likes = [told[number % len(told)] for number in range(missing)]
    posts = _posts(likes)
    cases = [
        again(
            like,
            post=post,
            opened_at=like.opened_at - timedelta(minutes=number),
            due_on=like.due_on and like.due_on - timedelta(days=number % 7),
        )
        for number, (like, post) in enumerate(zip(likes, posts, strict=True))
    ]
    ViolationCase.objects.bulk_create(cases, batch_size=BATCH)
    pairs = list(zip(likes, cases, strict=True))
    Evidence.objects.bulk_create(
        [again(like.evidence, case=case) for like, case in pairs if hasattr(like, "evidence")],
        batch_size=BATCH,
    )
    _rows_of(ViolationReport, "case", pairs)
    _rows_of(ViolationCaseStep, "subject", pairs)
    _rows_of(Sanction, "case", pairs, suspension=None, replaces=None)
    return True


def _posts(likes: list[ViolationCase]) -> list[Any]:
    """A post is looked into once; each case has one of its own, in the topic of the one it is like."""
    posts = [again(like.post, submission=None) if like.post else None for like in likes]
    Post.objects.bulk_create([post for post in posts if post is not None], batch_size=BATCH)
    return posts


def _rows_of(model: Any, name: str, pairs: list[tuple[ViolationCase, ViolationCase]], **other: Any) -> None:
    rows: dict[Any, list[Any]] = {}
    for row in model._base_manager.filter(**{f"{name}__in": {like for like, _case in pairs}}):
        rows.setdefault(getattr(row, f"{name}_id"), []).append(row)
    model._base_manager.bulk_create(
        [again(row, **{name: case}, **other) for like, case in pairs for row in rows.get(like.pk, [])],
        batch_size=BATCH,
    )
