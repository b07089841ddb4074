"""What an editor sees first in /cms/: large buttons for what they may do, and what waits for them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from communities.communities.permissions import can_read_applications

from .notices import permissions
from .notices.listing import default_index
from .notices.pages import NoticePage

SHOWN = 5


def may_see_applications(person: Any) -> bool:
    """Does a body of theirs apply for official communities, or permit them?"""
    return any(can_read_applications(hat) for hat in permissions.hats(person))


class Desk(Component):
    """The one panel of the editors' front page."""

    name = "desk"
    template_name = "home/editors/panel.html"
    order = 10

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        person = self.request.user
        channels = permissions.published_channels(person)
        bodies = [hat.body for hat in permissions.hats(person)]
        mine = NoticePage.objects.of_bodies(bodies).in_work().for_lists()
        waiting = NoticePage.objects.waiting_in(channels).for_lists()
        return {
            "bodies": bodies,
            "buttons": self._buttons(person, channels, waiting.count() if channels else 0),
            "mine": list(mine.order_by("-latest_revision_created_at")[:SHOWN]),
            "waiting": list(waiting.order_by("latest_revision_created_at")[:SHOWN]) if channels else [],
        }

    def _buttons(self, person: Any, channels: list[Any], count: int) -> list[dict[str, Any]]:
        found = []
        if permissions.may_begin_notices(person):
            url = reverse("wagtailadmin_pages:add", args=["home", "noticepage", default_index().pk])
            found.append({"text": _("Write a notice"), "url": url, "icon": "edit", "is_first": True})
            found.append(
                {"text": _("My section's notices"), "url": reverse("notices:desk"), "icon": "doc-full"}
            )
        if channels:
            url = reverse("notices:waiting")
            found.append({"text": _("Waiting for approval"), "url": url, "icon": "check", "count": count})
        if may_see_applications(person):
            url = reverse("communities:application-list")
            found.append({"text": _("Official communities of my section"), "url": url, "icon": "group"})
        return found
