"""Teams of the demo town: two of the source's staffing chart, and one more section that divides its duties."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from portal.foundation.acting import Acting
from residents.bodies.models import Body

from . import actions

TEAMS: list[tuple[str, str, list[str], str]] = [
    (
        "civic-autonomy",
        "市民自治推進担当",
        [
            "くらし・まちづくり会議(市民提案システム)",
            "市民電子会議室(市民提案システム)",
            "市政モニター",
            "特定非営利法人(NPO)活動等市民団体支援",
            "市民自治調整会議",
            "美化ネットふじさわ",
            "地域IT活用型モデル事業(ふじさわ電縁マップ事業)",
        ],
        "secretary",
    ),
    (
        "civic-autonomy",
        "市民活動推進担当",
        [
            "市民憲章推進",
            "自治会等支援、地縁団体認可等",
            "地区集会所補助",
            "防犯啓発、支援等",
            "防犯灯設置維持管理補助",
            "市民の家建設,維持管理",
            "市民まつり支援",
            "市民活動災害保障保険",
        ],
        "secretary_chief",
    ),
    ("planning-section", "総合計画担当", ["総合計画の策定", "施策の進行管理"], "planner_author"),
]
"""Section, team, duties, and who of the demo's few people is in it; the section's last member forms it."""


def seed_teams(members: dict[str, list[str]], person: Callable[[str], Any]) -> None:
    """担当: formed by the section itself, each with somebody in it."""
    for code, name, duties, key in TEAMS:
        body = Body.objects.get(code=code)
        chief = Acting(person(members[code][-1]), body)
        team = actions.form(body, by=chief, name=name, duties="\n".join(duties))
        actions.place(body.memberships.get(person=person(key)), by=chief, team=team)
