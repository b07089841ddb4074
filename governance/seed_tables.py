"""What the demo town's committee is made of: numbers with their basis, members, words."""

from typing import Any

from governance.seats.lifecycle import OfficeKind

GUIDELINE_NAME = "藤沢市市民電子会議室実施要領"
PRACTICE = "運営体制の説明(導入検討編 11)"
AGREEMENT = "運営委員会の申合せ(デモ)"

# name: (value, basis)
GUIDELINE: dict[str, tuple[Any, str]] = {
    "committee.max_members": (15, f"{GUIDELINE_NAME} 第8条第1項"),
    "committee.term_years": (2, f"{GUIDELINE_NAME} 第10条第2項"),
    "committee.chairs": (1, f"{PRACTICE} 運営委員長1人"),
    "committee.vice_chairs": (2, f"{PRACTICE} 副委員長2人"),
    "honorarium.chair": (50_000, f"{PRACTICE} 年額5万円"),
    "honorarium.vice_chair": (50_000, f"{PRACTICE} 年額5万円"),
    "honorarium.member": (30_000, f"{PRACTICE} 年額3万円"),
    "honorarium.facilitator": (5_000, f"{PRACTICE} 5千円/月"),
    "honorarium.untaxed_limit": (10_000, "所得税基本通達 28-7"),
    "honorarium.withholding_rate": (3_063, "所得税法第185条 給与所得の源泉徴収税額表(月額表)乙欄"),
    "caretaker.count": (2, f"{PRACTICE} 現在、2名"),
    "contract.duration_years": (1, f"{PRACTICE} 1年毎の契約"),
    "room.city_area.min_facilitators": (1, f"{GUIDELINE_NAME} 第14条"),
}

# What the guideline leaves open and the demo committee has agreed on
CITY_DIRECTIVE = "提言の取扱いに関する要領(デモ市)"
COMMITTEE_RULE: dict[str, tuple[Any, str]] = {
    "committee.office_choice": ("mutual_election", AGREEMENT),
    "committee.quorum": ("more_than_half", AGREEMENT),
    "committee.voting_rule": ("majority_of_present", AGREEMENT),
    "committee.casting_vote": ("chair", AGREEMENT),
    "meeting.notice_days": (7, AGREEMENT),
    "committee.term_reminder_days": (90, AGREEMENT),
    "application.retention_days": (365, AGREEMENT),
    "proposal.reading_days": (7, AGREEMENT),
    "proposal.hand_over_days": (5, AGREEMENT),
    "proposal.correction_days": (10, AGREEMENT),
}

# What the guideline leaves open (1.K 142) and the demo city has laid down for its sections, in open days
CITY_RULE: dict[str, tuple[Any, str]] = {
    "honorarium.payment_days": (30, "謝礼の支払に関する内規(デモ市)"),
    "proposal.receipt_days": (5, CITY_DIRECTIVE),
    "proposal.routing_days": (5, CITY_DIRECTIVE),
    "proposal.drafting_days": (30, CITY_DIRECTIVE),
    "proposal.decision_days": (10, CITY_DIRECTIVE),
    "proposal.publication_days": (5, CITY_DIRECTIVE),
    "proposal.answer_days": (60, CITY_DIRECTIVE),
    "proposal.report_days": (60, CITY_DIRECTIVE),
    "proposal.reminder_days": (3, CITY_DIRECTIVE),
}

REAPPOINTED = ["chair", "vice_chair_1", "member_1", "member_2", "member_3"]
NEW = ["vice_chair_2", "member_4", "member_5", "member_6", "member_7", "member_8", "member_9"]
FIFTH_TERM = [*REAPPOINTED, *NEW]
FOURTH_TERM = [*REAPPOINTED, "resident_9", "resident_10", "resident_11"]
NOT_SELECTED = ["resident_12", "commuter"]

OFFICES = {
    "chair": OfficeKind.CHAIR,
    "vice_chair_1": OfficeKind.VICE_CHAIR,
    "vice_chair_2": OfficeKind.VICE_CHAIR,
}
FOURTH_TERM_OFFICES = {
    "resident_9": OfficeKind.CHAIR,
    "chair": OfficeKind.VICE_CHAIR,
    "vice_chair_1": OfficeKind.VICE_CHAIR,
}

POLICY = (
    "第5期運営委員会は、次の方針で会議室を運営する。\n"
    "1 市役所エリア会議室のテーマは、市民と市の双方から広く募り、公開の場で選ぶ。\n"
    "2 話し合いがまとまったときは、市長への提言を検討する。\n"
    "3 市民エリア会議室の開設者との懇談会を年1回開き、運営の悩みを共有する。\n"
    "4 会議室のルールは、参加者に分かりやすい言葉で定める。"
)

MOTIVES = [
    "地域の話し合いに、仕事を持つ世代の声を届けたいと思い応募しました。",
    "子育て中に会議室の情報に助けられました。今度は運営の側で役に立ちたいです。",
    "自治会の役員をしてきた経験を、会議室の進め方に生かしたいと考えています。",
    "市の計画づくりに関心があります。話し合いを提言につなげる仕組みを支えたいです。",
]

PLANS = [
    "初めての人が発言しやすいよう、話の流れを短くまとめる役を引き受けたい。",
    "平日に来られない人の意見を、会議室から会議へ届けたい。",
    "テーマが決まるまでの経緯を、後から読んでも分かるように残したい。",
]
ON_PAPER = ["member_3", "member_8", "commuter"]
AREAS = ["中央地区", "川辺地区", "丘の上地区", "駅南地区", ""]

CALL: dict[str, Any] = {
    "duties": "会議室全体の企画・運営、市役所エリア会議室のテーマの選定、進行役の指名、提言の取りまとめ、会議室のルールの制定・改廃など。"
    "会議は月に1回程度、平日の夜に開きます。",
    "remuneration": "謝礼として、委員長・副委員長は年額5万円、委員は年額3万円(通信費実費相当)。",
    "selection_method": "市民自治推進課が選考委員会となり、申込書と面談により2人以上で選考します。"
    "年代・性別のバランスや地域活動の有無も考慮し、市長が選出して委嘱します。",
    "how_to_apply": "この画面から応募するか、応募用紙を市民自治推進課の窓口へ持参または郵送してください。",
    "required_items": "応募の動機(1,200字以内)。市への関わり(居住・通勤・通学)の申告。次の項目への記入。",
    "asked_items": [
        {"label": "会議室で取り組みたいこと", "limit": 400, "required": True},
        {"label": "会議に出るときに配慮してほしいこと", "limit": 200, "required": False},
    ],
}

# 「同じまちに住む人どうし」の発言。部屋の住所: (発言者, 日数, 発言)
# room: what its first topic is called
FIRST_TOPICS = {
    "chiiki-fukushi": "身近な見守り、どんな経験がありますか",
    "sogo-keikaku": "10年後のまちに望むこと",
    "shimin-katsudo": "活動団体どうしが知り合うには",
    "anshin-anzen": "通学路や公園の暗い場所",
}

ROOM_POSTS: dict[str, list[tuple[str, int, str]]] = {
    "chiiki-fukushi": [
        (
            "resident_3",
            83,
            "母の介護で初めて地域の見守りの方にお世話になりました。「地域福祉」という言葉は遠く感じていましたが、身近なものだと分かりました。",
        ),
        (
            "resident_4",
            85,
            "民生委員のなり手が足りないと聞きます。短い時間だけ手伝える仕組みがあれば、働いている人も参加できそうです。",
        ),
        (
            "member_4",
            88,
            "進行役です。「短い時間の参加」というご意見が出ました。ほかにも、続けやすい工夫があればお聞かせください。",
        ),
    ],
    "sogo-keikaku": [
        (
            "planner_author",
            84,
            "次の総合計画の策定に向けて、10年後のまちの姿についてご意見をお聞かせください。",
        ),
        (
            "resident_5",
            86,
            "駅から離れた地区の移動手段が気になります。計画の中で交通をどう位置づけるのか教えてください。",
        ),
        (
            "facilitator_dispatched",
            90,
            "交通、公園、学びの3つに話題が分かれてきました。まずは交通から順に話し合いましょう。",
        ),
    ],
    "shimin-katsudo": [
        (
            "resident_6",
            84,
            "活動団体の紹介が施設の掲示板だけなのがもったいないです。会議室で団体どうしが知り合えるとよいと思います。",
        ),
        (
            "resident_1",
            92,
            "会場を借りる手続きが団体ごとに違って戸惑いました。案内を一つにまとめてほしいです。",
        ),
    ],
    "anshin-anzen": [
        (
            "resident_2",
            85,
            "通学路の暗い場所を地図に書き込めるようにできませんか。子どもと一緒に歩いて確かめました。",
        ),
        ("resident_8", 87, "夜の公園の照明について、季節で点灯時間を変えてほしいです。"),
        (
            "facilitator_other",
            95,
            "照明と通学路の話題が続いています。場所が分かるように、地区名を添えて書いていただけると助かります。",
        ),
    ],
}
