"""What the committee of the demo town resolved last week: one proposal at every step of the way."""

from __future__ import annotations

from .lifecycle import ProposalStatus as S
from .lifecycle import Result
from .seed_tables import DISASTER, PLANNER, PUBLIC_RELATIONS, Row, Told

SIGNS = Row(
    "外国につながる住民への窓口案内についての提言",
    "会議室「地域福祉ってなんだろう」で、窓口の案内が読めずに困った経験が寄せられました。",
    [Told("窓口の案内に、やさしい日本語を添える", "番号札の説明から始めてください。", PUBLIC_RELATIONS)],
    rooms=["chiiki-fukushi"],
)
WATCHING = Row(
    "高齢者の見守りについての提言",
    "会議室「地域福祉ってなんだろう」で、短い時間だけ手伝いたいという声がありました。",
    [
        Told(
            "短い時間の見守りに登録できるようにする", "月に1回からでも登録できるようにしてください。", PLANNER
        )
    ],
    rooms=["chiiki-fukushi"],
)
SPACES = Row(
    "子どもの居場所についての提言",
    "会議室「『総合計画』について考えよう」で、放課後の居場所について発言がありました。",
    [
        Told("雨の日の居場所を知らせる", "空いている部屋がわかるようにしてください。", PLANNER),
        Told("夏休みに開ける施設を増やす", "できるところから増やしてください。", PLANNER),
    ],
    rooms=["sogo-keikaku"],
)
PLAN = Row(
    "総合計画の素案の読みやすさについての提言",
    "会議室「『総合計画』について考えよう」で、素案の言葉が難しいという声がありました。",
    [Told("素案に10ページのあらましを付ける", "図を使い、用語に説明を付けてください。", PLANNER)],
    rooms=["sogo-keikaku"],
)
SHELTER = Row(
    "避難所の備えについての提言",
    "会議室「安心・安全に暮らせる市にするためには?」で、備蓄の中身が知られていないという声がありました。",
    [
        Told(
            "備蓄品の一覧を避難所ごとに公表する",
            "数と期限がわかるようにしてください。",
            DISASTER,
            (
                Result.PLANNED,
                "避難所ごとの備蓄品の一覧を、このポータルで年2回公表します。",
                "ご家庭での備えを考える材料になるためです。",
            ),
        )
    ],
    rooms=["anshin-anzen"],
)
DRILL = Row(
    "夜間の防災訓練についての提言",
    "会議室「安心・安全に暮らせる市にするためには?」で、夜の避難に不安があるという発言がありました。",
    [
        Told(
            "夜間の訓練を年1回行う",
            "地区ごとに順番で行ってください。",
            DISASTER,
            (
                Result.PARTLY,
                "来年度は2つの地区で行い、結果を見て広げます。",
                "夜間の安全を確かめながら進めるためです。",
            ),
        )
    ],
    rooms=["anshin-anzen"],
)
ON_THE_WAY: list[tuple[str, Row]] = [
    (S.ADOPTED, SIGNS),
    (S.HANDED_OVER, WATCHING),
    (S.RETURNED, SPACES),
    (S.RECEIVED, PLAN),
    (S.PRESENTED, SHELTER),
    (S.ANSWERED, DRILL),
]
"""Where each of the latest proposals stands today."""
