"""How the portal is used, by the guide's own measures (実践編SNS 5-2), counted afresh at each reading.

Who reads what is not recorded anywhere, so what would need it is named as not counted and not guessed.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from statistics import median
from typing import Any

from django.db.models import Count, Exists, F, Min, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from communities.models import Room
from communities.posts.models import Post, Standing, Thread
from residents.models import User

A_MONTH, HALF_A_YEAR, A_YEAR = timedelta(days=30), timedelta(days=183), timedelta(days=365)
LATEST_THREADS = 2000
A_SECOND = timedelta(seconds=1)


def head() -> list[str]:
    return [_("What is counted"), _("Figure"), _("How it is counted")]


def use(now: datetime) -> list[list[Any]]:
    """The rows of one table: people, then rooms."""
    return [*_people(now), *_rooms(now)]


def _people(now: datetime) -> list[list[Any]]:
    writers = Post.objects.shown().filter(written_at__gte=now - A_MONTH)
    reading = _("This portal does not record who reads what.")
    return [
        [_("Registered people"), User.objects.filter(is_active=True).count(), _("today")],
        [_("Active readers (at least once a week)"), _("not counted"), reading],
        [
            _("Active writers (at least once a month)"),
            writers.values("author").distinct().count(),
            _("people with a post in the last 30 days"),
        ],
        [_("Guests and page views"), _("not counted"), reading],
    ]


def _rooms(now: datetime) -> list[list[Any]]:
    recent = Post.objects.shown().filter(forum=OuterRef("pk"), written_at__gte=now - HALF_A_YEAR)
    found = Room.objects.open_for_posts().aggregate(rooms=Count("pk"), alive=Count("pk", Q(Exists(recent))))
    words = _("%(alive)s of %(rooms)s") % found
    share = f" ({found['alive'] * 100 // found['rooms']} %)" if found["rooms"] else ""
    return [
        [_("Rooms with a post in the last six months"), words + share, _("of the rooms that take posts")],
        [
            _("Median time to the first official reply"),
            _reply_time(now),
            _("topics of the last year that got one"),
        ],
    ]


def _reply_time(now: datetime) -> str:
    """Topics begun by a section itself wait for nobody; they are left out."""
    official = Q(posts__standing=Standing.OFFICIAL, posts__status="shown")
    threads = Thread.objects.filter(started_at__gte=now - A_YEAR).annotate(
        replied_at=Min("posts__written_at", filter=official)
    )
    answered = threads.filter(replied_at__gt=F("started_at") + A_SECOND).order_by("-pk")
    waits = [
        replied - started
        for started, replied in answered.values_list("started_at", "replied_at")[:LATEST_THREADS]
    ]
    if not waits:
        return "–"
    hours = round(median(waits).total_seconds() / 3600)
    if hours < 48:
        return ngettext("%(hours)s hour", "%(hours)s hours", hours) % {"hours": hours}
    days = round(hours / 24)
    return ngettext("%(days)s day", "%(days)s days", days) % {"days": days}
