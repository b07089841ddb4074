"""What the demo town's proposals say; people and words are invented."""

from __future__ import annotations

from dataclasses import dataclass, field

from .lifecycle import Progress, Result

HEADS = {
    "disaster_officer": "disaster_deputy",
    "planner_author": "planner_chief",
    "pr_author": "pr_approver",
    "secretary": "secretary_chief",
}
"""Who approves for the section what this person has drafted."""

PLANNER = ("planning-section", "planner_author")
DISASTER = ("disaster", "disaster_officer")
PUBLIC_RELATIONS = ("public-relations", "pr_author")
SECRETARIAT = ("civic-autonomy", "secretary")


@dataclass(frozen=True)
class Told:
    """One item: what is asked, who answers it, and the answer where there is one."""

    title: str
    text: str
    by: tuple[str, str]
    answer: tuple[str, str, str] | None = None
    cooperating: tuple[str, ...] = ()

    @property
    def unit(self) -> str:
        return self.by[0]

    @property
    def author(self) -> str:
        return self.by[1]


@dataclass(frozen=True)
class Row:
    """One proposal."""

    title: str
    background: str
    items: list[Told]
    rooms: list[str] = field(default_factory=list)


SAFETY = Row(
    "安心・安全なまちづくりについての提言",
    "会議室「安心・安全に暮らせる市にするためには?」での話し合いで、通学路と公園の明るさについて多くの発言がありました。"
    "進行役のまとめをもとに、委員会で3つの項目に整理しました。",
    [
        Told(
            "通学路の暗い場所を地図にまとめる",
            "会議室に寄せられた場所を地図にまとめ、防犯灯の設置や付け替えの順番を決めるときに使ってください。",
            DISASTER,
            (
                Result.PLANNED,
                "会議室でいただいた場所を地図にまとめ、学校や自治会と一緒に現地を確かめます。結果は年度内に公表します。",
                "寄せられた場所の多くが市の調査と重なっており、対策を急ぐ順番を決める材料になるためです。",
            ),
            cooperating=("planning-section",),
        ),
        Told(
            "公園の照明を季節に合わせて点灯する",
            "日の短い季節は、公園の照明を早めに点灯してください。",
            PLANNER,
            (
                Result.PARTLY,
                "点灯時間を変えられる照明がある12の公園で、冬の間、点灯を1時間早めます。",
                "残りの公園の照明は時刻を変えられない型式のため、更新に合わせて順に対応します。",
            ),
        ),
        Told(
            "防災の情報を外国語でも届ける",
            "避難所の案内などを、やさしい日本語と英語でも読めるようにしてください。",
            PUBLIC_RELATIONS,
            (
                Result.UNDER_STUDY,
                "このポータルのお知らせを英語とやさしい日本語で載せることから始め、ほかの言語は利用の状況を見て検討します。",
                "正確に訳せる体制を整えながら、必要とする人の多い情報から順に広げるためです。",
            ),
        ),
    ],
    rooms=["anshin-anzen"],
)
# 項目, 報告する人, 課, 日, 進み具合, 報告, 次の節目, その期日
SAFETY_REPORTS = [
    (
        1,
        *reversed(DISASTER),
        160,
        Progress.IN_PROGRESS,
        "寄せられた48か所を地図にまとめました。学校と日程を調整しています。",
        "学校・自治会と現地を確かめる",
        172,
    ),
    (
        1,
        *reversed(DISASTER),
        171,
        Progress.IN_PROGRESS,
        "小学校5校の通学路を一緒に歩き、急ぐ場所を12か所選びました。",
        "12か所の防犯灯を付け替える",
        182,
    ),
    (
        2,
        *reversed(PLANNER),
        170,
        Progress.PARTLY,
        "12の公園で点灯時刻を変えました。残りの公園は、照明を更新するときに対応します。",
        "",
        182,
    ),
]
MEETING_PLACES = Row(
    "市民活動団体が知り合える場についての提言",
    "会議室「市民活動推進方策を考える」では、団体どうしが知り合うきっかけが少ないという声が続きました。"
    "懇談会で配った用紙に書かれたご意見と合わせて、2つの項目にまとめました。",
    [
        Told(
            "会場を借りる手続きの案内を一つにまとめる",
            "施設ごとに違う手続きを、一つのページで比べられるようにしてください。",
            PLANNER,
            (
                Result.PLANNED,
                "施設の予約方法と利用条件を一覧にし、このポータルに載せます。",
                "団体だけでなく、窓口の職員にも役立つためです。",
            ),
        ),
        Told(
            "団体どうしが知り合う会を年1回開く",
            "分野の違う団体が活動を紹介し合う会を、市と会議室が一緒に開いてください。",
            SECRETARIAT,
        ),
    ],
    rooms=["shimin-katsudo"],
)
CARRIED_OUT = Row(
    "公民館の申込書を減らすことについての提言",
    "前の期の会議室から引き継いだ話し合いで、同じことを何枚にも書くという声がありました。",
    [
        Told(
            "部屋の申込書を1枚にする",
            "団体名や代表者を一度だけ書けばよい様式にしてください。",
            PLANNER,
            (
                Result.PLANNED,
                "申込書を1枚にまとめ、秋から使えるようにします。",
                "記入と確認の手間がどちらも減るためです。",
            ),
        )
    ],
)
TAKEN_BACK = Row(
    "会議室の開館時間の案内についての提言",
    "市民活動の懇談会で、夜間の開館日がわかりにくいというご意見がありました。",
    [Told("夜間の開館日を一覧にする", "このポータルから見られるようにしてください。", PUBLIC_RELATIONS)],
)
LATE = Row(
    "自転車の走りやすい道についての提言",
    "前の期の会議室から引き継いだ話し合いで、駅までの道に自転車の通る場所がはっきりしないという声が続きました。",
    [
        Told(
            "駅までの3つの道に通行帯を示す",
            "路面の表示で、自転車の通る場所を示してください。",
            PLANNER,
        ),
        Told(
            "安全な乗り方の教室を開く",
            "学校だけでなく、大人も参加できる教室を開いてください。",
            DISASTER,
            (
                Result.PLANNED,
                "交通安全協会と一緒に、来春から年4回開きます。",
                "事故の多くが大人の自転車によるものであるためです。",
            ),
        ),
    ],
)
IN_READING = Row(
    "市民活動の情報紙についての提言",
    "会議室「市民活動推進方策を考える」で、紙の情報紙を頼りにしている人が多いことがわかりました。",
    [Told("情報紙を公民館のほか商店にも置く", "協力する商店を会議室で募ります。", SECRETARIAT)],
    rooms=["shimin-katsudo"],
)
DRAFTED_IN_A_ROOM = Row(
    "防犯灯の故障の知らせ方についての提言(案)",
    "会議室「安心・安全に暮らせる市にするためには?」の話し合いから、進行役がまとめています。",
    [
        Told(
            "故障した防犯灯を写真で知らせられるようにする",
            "番号が読めないときも場所がわかるように。",
            DISASTER,
        )
    ],
    rooms=["anshin-anzen"],
)
