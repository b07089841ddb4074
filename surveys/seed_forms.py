"""The forms of the demo town's surveys. Titles are those of the field trial; the questions are ours."""

from __future__ import annotations

from dataclasses import dataclass, replace

from surveys.surveys.actions import QuestionDraft as Q

AGE = Q(
    "single",
    "あなたの年代をお選びください。",
    ("19歳以下", "20代", "30代", "40代", "50代", "60代", "70歳以上"),
)
SATISFACTION = ("1 不満", "2 やや不満", "3 どちらともいえない", "4 やや満足", "5 満足")


@dataclass(frozen=True)
class Form:
    slug: str
    title: str
    purpose: str
    questions: tuple[Q, ...]

    def told_as(self, slug: str, title: str) -> Form:
        """The same questions asked of other people."""
        return replace(self, slug=slug, title=title)


LOCAL_INFORMATION = Form(
    "local-information-2005",
    "長岡市地域情報化に関するアンケート",
    "市の情報をどのような手段でお届けすればよいかを考え、地域情報化の計画を見直すために使います。",
    (
        AGE,
        Q(
            "single",
            "市からのお知らせを、主に何で知りますか。",
            (
                "広報紙",
                "市のホームページ",
                "電子メール",
                "新聞・テレビ・ラジオ",
                "家族や知人から",
                "知る機会がない",
            ),
            is_required=True,
        ),
        Q(
            "multiple",
            "電子化されるとよいと思う手続を選んでください。",
            (
                "住民票などの申請",
                "施設の予約",
                "図書館の予約",
                "税の申告",
                "子育ての手続",
                "ごみの出し方の相談",
            ),
            help="いくつでも選べます。",
        ),
        Q("scale", "市の情報提供に、どのくらい満足していますか。", SATISFACTION),
        Q("text", "地域の情報化について、ご意見をお書きください。"),
    ),
)

LIFELONG_LEARNING = Form(
    "lifelong-learning-2006",
    "生涯学習アンケート",
    "公民館や図書館の講座の内容と時間帯を決めるために使います。",
    (
        AGE,
        Q(
            "multiple",
            "この一年に学んだ場所を選んでください。",
            ("公民館", "図書館", "学校の開放講座", "民間の教室", "インターネット", "学ばなかった"),
            help="いくつでも選べます。",
        ),
        Q(
            "single",
            "講座に参加しやすい時間帯はいつですか。",
            ("平日の午前", "平日の午後", "平日の夜", "土曜・日曜の昼", "土曜・日曜の夜"),
            is_required=True,
        ),
        Q("scale", "市の生涯学習の機会に、どのくらい満足していますか。", SATISFACTION),
        Q("text", "学んでみたいことをお書きください。"),
    ),
)

TOWN_PLANNING = Form(
    "town-planning",
    "まちづくり(行政施策)アンケート",
    "来年度の重点施策を選ぶ資料にします。お一人一回の回答とするため、電子証明書による本人確認をお願いしています。",
    (
        AGE,
        Q(
            "multiple",
            "これからの市政で力を入れてほしいものを選んでください。",
            (
                "防災・減災",
                "子育て支援",
                "高齢者の福祉",
                "公共交通",
                "中心市街地のにぎわい",
                "自然と環境",
                "行政の電子化",
            ),
            help="三つまでを目安に選んでください。",
            is_required=True,
        ),
        Q(
            "single",
            "今後もいまの地域に住み続けたいですか。",
            ("住み続けたい", "どちらかといえば住み続けたい", "移りたい", "分からない"),
        ),
        Q("scale", "市のまちづくりに、どのくらい満足していますか。", SATISFACTION),
        Q(
            "text",
            "まちづくりについて、ご意見をお書きください。",
            help="お名前やご住所は書かないでください。",
        ),
    ),
)

SMOKING = Form(
    "street-smoking",
    "路上喫煙に関するアンケート",
    "駅のまわりの歩きやすさについて、市への要望をまとめるために使います。",
    (
        Q(
            "single",
            "駅のまわりで路上喫煙が気になりますか。",
            ("よく気になる", "ときどき気になる", "気にならない"),
            is_required=True,
        ),
        Q(
            "multiple",
            "有効だと思う取り組みを選んでください。",
            ("喫煙所を設ける", "看板や路面の表示", "巡回と声かけ", "過料を科す", "いまのままでよい"),
            help="いくつでも選べます。",
        ),
        Q("single", "あなたは、たばこを吸いますか。", ("吸う", "以前は吸っていた", "吸わない")),
        Q("text", "気になる場所や時間帯があればお書きください。"),
    ),
)

TOURISM = Form(
    "tourism",
    "千代田の観光アンケート",
    "まち歩きの案内と観光情報の出し方を決めるために使います。紙の調査票でも2,440件の回答をいただき、"
    "そちらは別に集計しています。",
    (
        AGE,
        Q(
            "multiple",
            "案内したいと思う場所を選んでください。",
            ("お堀と公園", "古書店街", "電気街", "神社と祭り", "劇場と美術館", "食べ歩き"),
            help="いくつでも選べます。",
            is_required=True,
        ),
        Q(
            "single",
            "観光の情報を、主に何で調べますか。",
            ("案内板", "紙の地図", "ホームページ", "携帯電話", "人に聞く"),
        ),
        Q("scale", "まちの案内の分かりやすさに、どのくらい満足していますか。", SATISFACTION),
        Q("text", "おすすめの道や場所をお書きください。"),
    ),
)
