"""Which parts of the page tree a person may touch today, for Wagtail's own lists and menus."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from portal.foundation.pages import PageRight, page_rights

from .notices.lifecycle import Channel
from .notices.listing import NoticeIndexPage
from .notices.permissions import may_begin_notices, published_channels
from .pages import HandbookIndexPage, StandardPage


@page_rights
def notices(person: Any) -> Iterator[PageRight]:
    """Whoever may draft begins notices in the Japanese list; other languages follow by translation."""
    if may_begin_notices(person) or published_channels(person):
        for index in NoticeIndexPage.objects.filter(locale__language_code="ja"):
            yield from PageRight.of(index, "add")


@page_rights
def words_of_the_site(person: Any) -> Iterator[PageRight]:
    """The section that publishes for the administration keeps the site's own pages."""
    if Channel.GOVERNMENT in published_channels(person):
        for page in StandardPage.objects.all():
            yield from PageRight.of(page, "change", "publish")
        for page in HandbookIndexPage.objects.all():
            yield from PageRight.of(page, "add", "change", "publish")
