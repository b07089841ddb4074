"""What those who lead the demo town's rooms do beside talking: pin a topic, ask a caretaker."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from communities.forums.models import Forum
from communities.help_requests import actions as helping
from communities.posts.models import Thread
from portal.foundation import clock
from portal.foundation.acting import Acting

from . import actions

QUESTION = "話題が一つに集まらず、読みづらくなってきました。進め方のこつがあれば教えてください。"
ANSWER = (
    "話がそれてきたら「ここから話題を分ける」を使ってみてください。発言の中身には手を加えずに、"
    "話題だけを分けられます。理由をひと言添えると、書いた方にも伝わります。"
)


def seed_leading(town: Any) -> None:
    """The opener pins the topic newcomers look for; another opener asks for help and gets an answer."""
    room = Forum.objects.get(slug="kosodate")
    first = Thread.objects.in_forum(room).order_by("pk").first()
    with _at(town, 5, 21):
        actions.pin(first, by=Acting(room.manager))
    other = Forum.objects.get(slug="tabemono")
    with _at(town, 5, 9):
        request = helping.ask_for_help(other, by=Acting(other.manager), question=QUESTION)
    with _at(town, 4, 10):
        helping.answer(request, by=town.acting("caretaker_1"), answer=ANSWER)


def _april(today: date) -> date:
    """The caretakers' contract is one of the running fiscal year."""
    return date(today.year if today.month >= 4 else today.year - 1, 4, 1)


def _at(town: Any, days_ago: int, hour: int) -> Any:
    return clock.at(
        datetime.combine(max(town.today - timedelta(days=days_ago), _april(town.today)), time(hour))
    )
