"""The list of all notices, /notices/, and where new ones are begun."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import PagePermissionTester
from wagtail.url_routing import RouteResult

from portal.foundation.pages import BasePage
from portal.foundation.paging import keyset

from .lifecycle import Channel, NoticeStatus, Topic
from .pages import NoticePage
from .rights import NoticeIndexRights


class NoticeIndexPage(BasePage):
    """The list of all notices, /notices/."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NoticePage"]
    max_count_per_parent = 1
    template = "home/notices/list.html"

    class Meta:
        verbose_name = _("list of notices")

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return NoticeIndexRights(user, self)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """The address of a withdrawn notice keeps answering: it says that it was withdrawn."""
        if len(path_components) == 1:
            withdrawn = NoticePage.objects.child_of(self).filter(
                slug=path_components[0], status=NoticeStatus.WITHDRAWN
            )
            if notice := withdrawn.first():
                return RouteResult(notice)
        return super().route(request, path_components)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        channel, topic = request.GET.get("channel", ""), request.GET.get("topic", "")
        is_past = request.GET.get("period") == "past"
        found = NoticePage.objects.child_of(self).for_lists()
        found = found.past() if is_past else found.current()
        if channel in Channel.values:
            found = found.filter(channel=channel)
        if topic in Topic.values:
            found = found.filter(topic=topic)
        return super().get_context(request, *args, **kwargs) | {
            "notices": keyset(found, request, order="-published_at -pk"),
            "tabs": self._tabs(request, channel),
            "topics": self._topics(request, topic),
            "chosen": {"channel": channel, "topic": topic, "is_past": is_past},
        }

    def _tabs(self, request: HttpRequest, chosen: str) -> list[dict[str, Any]]:
        url = self.get_url(request)
        channels = [("", _("Both channels")), *Channel.choices]
        return [
            {"label": label, "url": f"{url}?channel={value}" if value else url, "current": value == chosen}
            for value, label in channels
        ]

    def _topics(self, request: HttpRequest, chosen: str) -> list[dict[str, Any]]:
        """The topics one may narrow the list to; the chosen one stands alone."""
        url = self.get_url(request)
        shown = [Topic(chosen)] if chosen in Topic.values else list(Topic)
        return [{"label": topic.label, "url": f"{url}?topic={topic.value}"} for topic in shown]


def default_index() -> NoticeIndexPage:
    """The Japanese list, where notices are begun."""
    return NoticeIndexPage.objects.get(locale__language_code="ja")
