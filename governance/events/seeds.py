"""The demo committee's events: one reported, one to come, one still a plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from communities.models import Room
from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.seeds import Town

from . import actions
from .models import CommitteeEvent


def seed_events(town: Town, day: Callable[[Town, int], date]) -> None:
    """市民エリア開設者懇談会 with its report, 市民まつり to come, an オフ会 being planned."""
    _talk_with_openers(town, day(town, 100))
    _festival(town)
    _still_a_plan(town)


def _talk_with_openers(town: Town, on: date) -> None:
    by = town.acting("vice_chair_1", "steering-committee")
    with _on(on - timedelta(days=30)):
        event = _announced(
            town,
            by,
            on,
            kind="市民エリア開設者懇談会",
            title="市民エリア開設者懇談会",
            about="市民エリアに会議室を開いた方、これから開きたい方と、運営の工夫を話し合います。",
            place="市民センター 2階 第一会議室",
            takes_sign_ups=True,
            capacity=20,
        )
    with _on(on - timedelta(days=10)):
        for key in ("resident_6", "resident_8", "resident_1"):
            actions.sign_up(event, by=Acting(town.person(key)))
    with _on(on, 17):
        present = [town.person("resident_6"), town.person("resident_8")]
        actions.hold(event, by=by, present=present, others=5)
    with _on(on + timedelta(days=6)):
        actions.report(
            event,
            by=by,
            report="開設者と運営委員、あわせて7人が集まりました。\n"
            "「初めての方が最初に読む話題がほしい」「静かになった会議室に声をかけ合いたい」という声が出ました。"
            "運営委員会の課題として話し合います。",
        )


def _festival(town: Town) -> None:
    by = town.acting("member_1", "steering-committee")
    on = town.today + timedelta(days=20)
    with _on(town.today - timedelta(days=3)):
        event = _announced(
            town,
            by,
            on,
            kind="市民まつり",
            title="市民まつりで電子会議室を体験しよう",
            about="運営委員会のブースで、電子会議室の読み方と書き方を体験できます。"
            "パソコンが初めての方も、委員がそばでお手伝いします。",
            place="市民広場 運営委員会ブース",
            takes_sign_ups=True,
            capacity=30,
            room=Room.objects.filter(slug="kosodate").first(),
        )
    with _on(town.today - timedelta(days=1), 20):
        for key in ("resident_2", "resident_12"):
            actions.sign_up(event, by=Acting(town.person(key)))


def _still_a_plan(town: Town) -> None:
    with _on(town.today - timedelta(days=1), 21):
        _planned(
            town,
            town.acting("member_2", "steering-committee"),
            town.today + timedelta(days=45),
            kind="オフ会",
            title="会議室オフ会",
            about="会議室で知り合った方どうしで、お茶を飲みながら話します。",
            place="未定(市民センターを予定)",
        )


def _planned(town: Town, by: Acting, on: date, **words: Any) -> CommitteeEvent:
    begins = timezone.make_aware(datetime.combine(on, time(14)))
    body = town.body("steering-committee")
    return actions.plan(body, by=by, starts_at=begins, ends_at=begins + timedelta(hours=2), **words)


def _announced(town: Town, by: Acting, on: date, **words: Any) -> CommitteeEvent:
    return actions.announce(_planned(town, by, on, **words), by=by)


def _on(on: date, hour: int = 10) -> Any:
    return clock.at(datetime.combine(on, time(hour)))
