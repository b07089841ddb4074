"""One part of a contract of the demo town is done by somebody else, with the city's consent."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from portal.foundation import clock
from residents.contracts.models import Contract

from . import actions

FIRM = "株式会社辻堂ソフトウェア(架空)"


def seed_sub_outsourcing(town: Any) -> None:
    """再委託: asked for in the first days of the fiscal year, consented to on conditions a few days later."""
    contract = Contract.objects.get(title="市民電子会議室運営業務委託")
    asked_on = min(contract.from_on + timedelta(days=5), town.today)
    decided_on = min(asked_on + timedelta(days=6), town.today)
    with clock.at(datetime.combine(asked_on, time(10))):
        asked = actions.request(
            contract,
            by=town.acting("caretaker_1"),
            subcontractor=FIRM,
            work="市民電子会議室専用ソフトの夜間・休日の障害対応",
            reason="夜間と休日に対応できる要員を置いていないため。",
            safeguards="秘密の保持、再々委託の禁止、事故の報告について、市との契約と同じ義務を書面で定めます。",
            touches_personal_data=False,
            from_on=decided_on,
            until_on=contract.until_on,
        )
    with clock.at(datetime.combine(decided_on, time(15))):
        conditions = "個人情報に触れる作業は行わせないこと。対応の記録を毎月の報告書に添えること。"
        actions.consent(asked, by=town.acting("mayor"), conditions=conditions)
