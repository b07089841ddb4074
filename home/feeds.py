"""What feed readers get: /feeds/notices.atom and /feeds/proposals.atom, the same in every language."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import path
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _

from governance.follow_ups.feeds import ProposalsFeed

from .notices.lifecycle import Channel
from .notices.pages import NoticePage

LATEST = 30


class NoticesFeed(Feed):
    """The latest notices of both channels; the channel is the first category of an entry."""

    feed_type = Atom1Feed
    language = settings.LANGUAGE_CODE
    link = "/notices/"
    feed_guid = f"tag:{settings.TOWN_NAME},2026:notices"

    def title(self) -> str:
        return str(_("Notices of %(town)s") % {"town": settings.TOWN_NAME})

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpRequest:
        """What an address begins with is remembered by the request, and not asked for with each entry."""
        return request

    def items(self, request: HttpRequest) -> list[NoticePage]:
        notices = NoticePage.objects.current().in_language(settings.LANGUAGE_CODE)
        found = list(notices.for_lists().newest_first()[:LATEST])
        for notice in found:
            notice.address = notice.get_url(request)
        return found

    def item_title(self, item: NoticePage) -> str:
        return item.title

    def item_description(self, item: NoticePage) -> str:
        return item.summary or str(_("Read the notice on the site."))

    def item_link(self, item: NoticePage) -> str:
        return item.address

    def item_guid(self, item: NoticePage) -> str:
        """The same for ever, whatever becomes of address and host."""
        return f"urn:uuid:{item.translation_key}"

    def item_pubdate(self, item: NoticePage) -> datetime:
        return item.published_at

    def item_updateddate(self, item: NoticePage) -> datetime:
        return item.changed_at

    def item_author_name(self, item: NoticePage) -> str:
        return item.department.shown_name

    def item_categories(self, item: NoticePage) -> list[str]:
        return [item.channel, str(Channel(item.channel).label), str(item.get_topic_display())]


urlpatterns = [
    path("notices.atom", NoticesFeed(), name="feed-notices"),
    path("proposals.atom", ProposalsFeed(), name="feed-proposals"),
]
