"""What the demo town's adviser tells the committee (checklist 83): once answered, once waiting."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from governance.issues.models import CommitteeIssue
from portal.foundation import clock
from residents.models import Contract
from residents.seeds import Town

from . import actions


def seed_advice(town: Town) -> None:
    """Under the contract of the running year; the committee takes note and answers."""
    body, adviser = town.body("steering-committee"), town.acting("adviser")
    member = town.acting("vice_chair_2", "steering-committee")
    issue = CommitteeIssue.objects.filter(title="地域のNPOとの連携").first()
    with _ago(town, 12):
        advice = actions.give(
            body,
            by=adviser,
            title="NPOには問いを持って来てもらう",
            text="活動の紹介だけでは話し合いになりにくいものです。「いま困っていること」を一つ、"
            "問いの形で書いてもらうと、市民の知恵が集まりやすくなります。",
            issue=issue,
        )
    with _ago(town, 9):
        actions.acknowledge(advice, by=member)
    with _ago(town, 5):
        actions.answer(
            advice,
            by=member,
            answer="次回の会議で、問いの例をいくつか用意して話し合います。ありがとうございます。",
        )
    with _ago(town, 1):
        actions.give(
            body,
            by=adviser,
            title="静かな会議室を閉じる前に",
            text="閉じる前に、開設者へ一度声をかける期間を置くと、やめた理由が分かり、次に生かせます。",
        )


def _ago(town: Town, days: int) -> Any:
    """So many days ago, not before the contract of the running year; later acts have later minutes."""
    begins = Contract.objects.filter(contractor__code="sfc-consortium").latest("from_on").from_on
    return clock.at(datetime.combine(max(town.today - timedelta(days=days), begins), time(15, 60 - days - 1)))
