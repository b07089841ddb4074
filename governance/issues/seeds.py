"""The demo committee's register: an issue done, one discussed, one just raised, one kept closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from governance.meetings.models import Meeting
from portal.foundation import clock
from residents.seeds import Town

from . import actions


def seed_issues(town: Town, day: Callable[[Town, int], date]) -> None:
    """活性化、NPOとの連携, as the source names them (checklist 67)."""
    body = town.body("steering-committee")
    first = Meeting.objects.filter(body=body, term__number=5).order_by("starts_at").first()
    _partners(town, day, first)
    _newcomers(town, day, first)
    _just_raised(town)


def _newcomers(town: Town, day: Callable[[Town, int], date], first: Meeting | None) -> None:
    """From raising to done."""
    member, secretary = town.acting("member_3", "steering-committee"), town.acting("secretary")
    with _on(day(town, 12)):
        welcome = actions.raise_issue(
            town.body("steering-committee"),
            by=member,
            title="初めての方の入口が分かりにくい",
            about="「どこから読めばよいか分からない」という声がありました。"
            "最初に読む話題を用意できないでしょうか。",
        )
    with _on(day(town, 14)):
        discussion = "第1回会議の終わりに話し合い、開設者の意見も聞くことにした。"
        actions.discuss(welcome, by=secretary, meeting=first, discussion=discussion)
    with _on(day(town, 110)):
        actions.decide(
            welcome,
            by=town.acting("chair", "steering-committee"),
            decision="各会議室の進行役に、最初に読む話題を一覧の先頭に置くようお願いする。",
        )
    with _on(day(town, 120)):
        outcome = "すべての進行役にお願いを送り、5つの会議室が対応した。"
        actions.finish(welcome, by=secretary, outcome=outcome)


def _partners(town: Town, day: Callable[[Town, int], date], first: Meeting | None) -> None:
    """Talked about, not decided yet."""
    chair = town.acting("chair", "steering-committee")
    with _on(day(town, 5)):
        partners = actions.raise_issue(
            town.body("steering-committee"),
            by=chair,
            title="地域のNPOとの連携",
            about="子育てや防災の会議室で、活動中のNPOに話題を提供してもらえないか。",
        )
    with _on(day(town, 15)):
        discussion = "活動の紹介だけにならないよう、問いの形で参加してもらう案が出た。"
        actions.discuss(partners, by=chair, meeting=first, discussion=discussion)


def _just_raised(town: Town) -> None:
    """One for everybody to read, one kept to the committee for a stated ground."""
    body, secretary = town.body("steering-committee"), town.acting("secretary")
    with _on(town.today - timedelta(days=6)):
        actions.raise_issue(
            body,
            by=secretary,
            title="発言が減っている会議室",
            about="半年で発言が半分になった会議室があります。利用状況をもとに話し合いをお願いします。",
        )
        actions.raise_issue(
            body,
            by=secretary,
            title="特定の参加者からの相談への対応",
            about="相談の内容に個人の事情が含まれるため、次回の会議で取り扱いを話し合います。",
            is_public=False,
            closing_ground="個人が特定されるおそれがあるため",
        )


def _on(on: date) -> Any:
    return clock.at(datetime.combine(on, time(11)))
