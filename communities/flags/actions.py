"""Reporting a post, looking into it, answering."""

from __future__ import annotations

from django.db import transaction

from communities.posts.models import Post
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import notifications, permissions
from .models import Flag


@transaction.atomic
def report(post: Post, *, by: Acting, concern: str, note: str = "", rule_item: str = "") -> Flag:
    """Tell those who look after the forum that a post breaks the rules (通報); once per person and post."""
    require(permissions.can_report(by, post))
    earlier = Flag.objects.filter(post=post, reporter=by.person).first() if by.person is not None else None
    if earlier is not None:
        return earlier
    flag = Flag(
        post=post, reporter=by.person, concern=concern, note=note, rule_item=rule_item, raised_at=clock.now()
    )
    flag.step("report", by=by)
    audit.record("communities.flag.reported", by=by, target=flag)
    notifications.flag_reported(flag)
    return flag


@transaction.atomic
def take_up(flag: Flag, *, by: Acting) -> Flag:
    """Say that somebody is looking."""
    flag = _again(flag)
    require(permissions.can_take_up(by, flag))
    flag.step("take_up", by=by)
    audit.record("communities.flag.taken_up", by=by, target=flag)
    notifications.flag_taken_up(flag)
    return flag


@transaction.atomic
def pass_on(flag: Flag, *, by: Acting, reason: str) -> Flag:
    """The manager brings a report before the caretakers, who can open a case about the post (第13条)."""
    flag = _again(flag)
    require(permissions.can_pass_on(by, flag))
    flag.step("pass_on", by=by, reason=reason)
    audit.record("communities.flag.passed_on", by=by, target=flag)
    notifications.flag_passed_on(flag, by, reason)
    return flag


@transaction.atomic
def uphold(flag: Flag, *, by: Acting, answer: str) -> Flag:
    """The report was right and something was done; what, is said to the reporter."""
    flag = _again(flag)
    require(permissions.can_uphold(by, flag))
    flag.step("uphold", by=by, reason=answer, answer=answer, settled_at=clock.now())
    audit.record("communities.flag.upheld", by=by, target=flag)
    notifications.flag_upheld(flag)
    return flag


@transaction.atomic
def dismiss(flag: Flag, *, by: Acting, answer: str) -> Flag:
    """No measure; why, is said to the reporter."""
    flag = _again(flag)
    require(permissions.can_dismiss(by, flag))
    flag.step("dismiss", by=by, reason=answer, answer=answer, settled_at=clock.now())
    audit.record("communities.flag.dismissed", by=by, target=flag)
    notifications.flag_dismissed(flag)
    return flag


def _again(flag: Flag) -> Flag:
    return Flag.objects.select_for_update(of=("self",)).select_related("post__forum").get(pk=flag.pk)
