"""What the front page shows, gathered once: each block asks its room what this reader may see."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .notices.lifecycle import Channel
from .notices.pages import NoticePage

NOTICES = 5

TASKS = (
    ("know", "info", _("Find out"), _("Notices, rules and what became of what was said"), "/notices/"),
    ("talk", "chat", _("Talk"), _("Communities and the citizens' conference rooms"), "/communities/"),
    ("tell", "flag", _("Tell the city"), _("Proposals to the mayor and their answers"), "/proposals/"),
    ("answer", "pencil", _("Answer questions"), _("Surveys that are open now"), "/surveys/"),
)


def gather(request: HttpRequest) -> dict[str, Any]:
    """Everything below the header; the number of queries does not grow with the town."""
    return {"tasks": tasks(), "channels": [notices_of(channel) for channel in Channel]}


def prefix() -> str:
    """The language part of an address: empty for Japanese."""
    language = get_language()
    return "" if language in (None, "ja") else f"/{language}"


def tasks() -> list[dict[str, Any]]:
    """Four doors, named by what one came to do."""
    return [
        {"key": key, "icon": icon, "title": title, "text": text, "url": prefix() + url}
        for key, icon, title, text, url in TASKS
    ]


def notices_of(channel: Channel) -> dict[str, Any]:
    """The latest of one channel; the two never share a list here, so that nobody mixes them up."""
    current = NoticePage.objects.current().in_language(get_language() or "ja").filter(channel=channel)
    return {
        "channel": channel.value,
        "notices": list(current.for_lists().newest_first()[:NOTICES]),
        "url": f"{prefix()}/notices/?channel={channel.value}",
    }
