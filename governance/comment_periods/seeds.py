"""Comments in the demo town: an amendment that lay open before it was adopted, and a draft that lies open."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from governance.amendments.models import Amendment
from governance.rules import seed_texts
from governance.rules.models import Rule
from governance.rules.seeds import Day
from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.seeds import Town

from . import actions, tasks
from .lifecycle import Outcome

ON_THE_PERIOD = [
    ("resident_3", "年に一度の集まりの部屋を持っています。12か月に延びるのは助かります。"),
    ("", "6か月のままで、休眠の知らせを早めに出すだけでもよいのではないでしょうか。"),
    ("resident_8", "賛成です。"),
]
ON_PHOTOGRAPHS = [
    ("resident_2", "子どもの写真は、保護者に確かめてから載せることを書いてください。"),
    ("", "祭りの全景の写真まで確認が必要だと読めないようにしてほしいです。"),
]


def comments_on_the_period(town: Town, amendment: Amendment, day: Day) -> None:
    """意見公募の結果: two kinds of comments, both answered before the committee resolves."""
    with clock.at(day(town, 152)):
        period = actions.lay_open(
            amendment.rule,
            by=town.acting("secretary"),
            amendment=amendment,
            closes_on=day(town, 166),
            question="会議室が休眠になるまでの期間を、6か月から12か月に延ばす案です。困ること、よいことを教えてください。",
        )
    with clock.at(day(town, 158)):
        first, second, third = [
            actions.send(period, by=_sender(town, key), text=text, ticket=uuid4())
            for key, text in ON_THE_PERIOD
        ]
    with clock.at(day(town, 167)):
        tasks.follow_the_calendar()
        period.refresh_from_db()
        actions.answer_group(
            period,
            by=town.acting("secretary"),
            summary="期間を延ばすことに賛成する意見",
            outcome=Outcome.UNCHANGED,
            answer="案のとおりとします。年に一度の催しの会議室が、準備の前に休眠になることを防ぎます。",
            comments=[first, third],
        )
        actions.answer_group(
            period,
            by=town.acting("secretary"),
            summary="期間を延ばさず、休眠の知らせを早めることを求める意見",
            outcome=Outcome.ALREADY,
            answer="休眠の知らせは、いまも閉鎖の30日前に届きます。期間の延長とあわせて続けます。",
            comments=[second],
        )


def seed_open_comments(town: Town) -> None:
    """A draft that lies open today."""
    tasks.follow_the_calendar()
    draft = Rule.objects.get(title=seed_texts.NEXT_DRAFT)
    if draft.comment_periods.exists():
        return
    with clock.at(town.today - timedelta(days=5)):
        period = actions.lay_open(
            draft,
            by=town.acting("secretary"),
            closes_on=town.today + timedelta(days=25),
            question="催しの写真を載せるときの考え方をまとめた案です。迷った経験や、足りないことを教えてください。",
        )
        for key, text in ON_PHOTOGRAPHS:
            actions.send(period, by=_sender(town, key), text=text, ticket=uuid4())


def _sender(town: Town, key: str) -> Acting:
    return Acting(town.person(key)) if key else Acting()
