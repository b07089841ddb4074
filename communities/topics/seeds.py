"""What those who lead the demo town's rooms do beside talking: pin a topic, ask a caretaker."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from communities.forums.models import Forum
from communities.help_requests import actions as helping
from communities.posts.models import Thread
from communities.stand_ins import actions as standing_in
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
    _stand_ins(town, room, other)


def _stand_ins(town: Any, room: Forum, other: Forum) -> None:
    """One opener is away and a caretaker leads the talk meanwhile; another has just asked."""
    days = {"from_on": town.today, "until_on": town.today + timedelta(days=9)}
    with _at(town, 2, 20):
        asked = standing_in.request_stand_in(
            room, by=Acting(room.manager), reason="家族の入院に付き添うため、しばらく書き込めません。", **days
        )
    with _at(town, 1, 10):
        standing_in.agree(asked, by=town.acting("caretaker_2"))
    with _at(town, 0, 8):
        later = {"from_on": town.today + timedelta(days=14), "until_on": town.today + timedelta(days=20)}
        standing_in.request_stand_in(other, by=Acting(other.manager), reason="旅行に出るため。", **later)


def _april(today: date) -> date:
    """The caretakers' contract is one of the running fiscal year."""
    return date(today.year if today.month >= 4 else today.year - 1, 4, 1)


def _at(town: Any, days_ago: int, hour: int) -> Any:
    return clock.at(
        datetime.combine(max(town.today - timedelta(days=days_ago), _april(town.today)), time(hour))
    )
