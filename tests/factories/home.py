"""Notices in every status, reached by performing the verbs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from home.notices import actions
from home.notices.lifecycle import Channel, NoticeStatus
from home.notices.listing import default_index
from home.notices.pages import NoticePage
from portal.foundation import clock
from portal.foundation.acting import Acting

TEXT = "<p>市民電子会議室の利用方法についての説明会を開きます。どなたでも参加できます。</p>"


def written(author: Acting, channel: str = Channel.GOVERNMENT, **fields: Any) -> NoticePage:
    """Words saved by an author, as Wagtail's form leaves them."""
    words = {
        "title": "市民電子会議室の説明会",
        "summary": "使い方をご説明します。",
        "body": [{"type": "text", "value": TEXT}],
        "department": author.body,
        "contact": f"{author.body} 0000-00-0000",
        "expires_on": clock.today() + timedelta(days=30),
        "channel": channel,
        **fields,
    }
    page = NoticePage(owner=author.person, live=False, **words)
    default_index().add_child(instance=page)
    page.save_revision(user=author.person)
    return page


def notice(author: Acting, channel: str = Channel.GOVERNMENT, **fields: Any) -> NoticePage:
    return actions.draft(written(author, channel, **fields), by=author)


def submitted(author: Acting, channel: str = Channel.GOVERNMENT, **fields: Any) -> NoticePage:
    return actions.submit(notice(author, channel, **fields), by=author)


def published(
    author: Acting, approver: Acting, channel: str = Channel.GOVERNMENT, **fields: Any
) -> NoticePage:
    page = submitted(author, channel, **fields)
    return actions.approve(page, by=approver, seen=page.words_seen)


def rewritten(page: NoticePage, by: Acting, **fields: Any) -> NoticePage:
    """Somebody saves other words for a notice, as the edit form does."""
    words = page.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(words, name, value)
    words.save_revision(user=by.person)
    return NoticePage.objects.get(pk=page.pk)


def in_status(status: str, author: Acting, approver: Acting, channel: str = Channel.GOVERNMENT) -> NoticePage:
    """A notice that came to its status by verbs."""
    later = clock.now() + timedelta(days=1)
    if status == NoticeStatus.DRAFT:
        return notice(author, channel)
    if status == NoticeStatus.IN_REVIEW:
        return submitted(author, channel)
    if status == NoticeStatus.SCHEDULED:
        return published(author, approver, channel, publish_from=later)
    if status == NoticeStatus.DISCARDED:
        return actions.discard(notice(author, channel), by=author)
    page = published(author, approver, channel)
    if status == NoticeStatus.WITHDRAWN:
        return actions.withdraw(page, by=approver, reason="日付を誤っていました。")
    if status == NoticeStatus.ARCHIVED:
        return actions.archive(page)
    return page
