"""What the front page shows, gathered once: each block asks its room what this reader may see."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from communities.forums.models import Forum
from communities.posts.models import Post
from governance.proposals.models import Proposal
from portal.foundation import clock
from residents.models import User
from surveys.surveys.models import Survey

from . import ledger
from .notices.lifecycle import Channel
from .notices.pages import NoticePage

NOTICES, TALKS, SURVEYS, PROPOSALS, LINES = 5, 4, 3, 3, 6
POSTS_LOOKED_AT = 40
A_MONTH = timedelta(days=30)

TASKS = (
    ("know", "info", _("I want to know"), _("Notices, rules and what became of what was said"), "/notices/"),
    (
        "talk",
        "chat",
        _("I want to talk"),
        _("Communities and the citizens' conference rooms"),
        "/communities/",
    ),
    (
        "tell",
        "flag",
        _("I want to tell the city"),
        _("Proposals to the mayor and their answers"),
        "/proposals/",
    ),
    ("answer", "pencil", _("I want to answer"), _("Surveys that are open now"), "/surveys/"),
)


def gather(request: HttpRequest) -> dict[str, Any]:
    """Everything below the header; the number of queries does not grow with the town."""
    return {
        "tasks": tasks(),
        "channels": [notices_of(channel) for channel in Channel],
        "talks": talks(request.user),
        "surveys": surveys(request.acting),  # type: ignore[attr-defined]
        "proposals": proposals(),
        "ledger": ledger.latest(LINES),
        "proposals_url": f"{prefix()}/proposals/",
        "figures": figures(),
    }


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


def talks(person: Any) -> list[dict[str, Any]]:
    """Where people are talking now: the newest post of each of the liveliest topics."""
    newest: dict[int, Post] = {}
    for post in Post.objects.visible_to(person).with_words().order_by("-pk")[:POSTS_LOOKED_AT]:
        newest.setdefault(post.thread_id, post)
    shown = sorted(list(newest.values())[:TALKS], key=lambda post: post.written_at, reverse=True)
    return [
        {
            "title": post.thread.title,
            "url": post.get_absolute_url(),
            "text": Truncator(post.body).chars(70),
            "meta": post.forum.title,
            "date": post.written_at,
        }
        for post in shown
    ]


def surveys(acting: Any) -> list[dict[str, Any]]:
    """What can be answered today, the one that ends first in front."""
    found = Survey.objects.visible_to(acting).collecting().select_related("sponsor").order_by("closes_on")
    return [
        {
            "title": survey.title,
            "url": survey.get_absolute_url(),
            "text": Truncator(survey.purpose).chars(80),
            "who": survey.sponsor,
            "who_may": survey.get_mode_display(),
            "closes_on": survey.closes_on,
        }
        for survey in found[:SURVEYS]
    ]


def proposals() -> list[dict[str, Any]]:
    """What the committee told the mayor, and how far the answer is."""
    return [
        {
            "title": proposal.title,
            "url": proposal.get_absolute_url(),
            "status": proposal.get_status_display(),
            "tone": proposal.tone,
            "meta": proposal.printed_number,
        }
        for proposal in Proposal.objects.public().order_by("-pk")[:PROPOSALS]
    ]


def figures() -> list[dict[str, Any]]:
    """A few numbers of use: who takes part, where, how much was said, what was answered (実践編SNS 5-2)."""
    month = clock.now() - A_MONTH
    return [
        {"label": _("Registered people"), "value": User.objects.filter(is_active=True).count()},
        {"label": _("Places to talk"), "value": Forum.objects.visible_to(None).count()},
        {
            "label": _("Posts in the last 30 days"),
            "value": Post.objects.visible_to(None).filter(written_at__gte=month).count(),
        },
        {
            "label": _("Proposals answered by the city"),
            "value": Proposal.objects.openly_answered().count(),
        },
    ]
