"""The words of the demo town's notices. Days are counted from today, so that the town is always alive."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

WEEKDAYS = "月火水木金土日"


class Words(NamedTuple):
    """One notice as its author wrote it, and what became of it."""

    slug: str
    channel: str
    author: str
    approver: str
    days_ago: int
    topic: str
    title: str
    summary: str
    body: list[tuple[str, Any]]
    lasts: int = 30
    becomes: str = "published"
    line: str = ""
    corrected: tuple[str, str] = ("", "")


def day(today: date, offset: int) -> str:
    """12月5日(土)"""
    moment = today + timedelta(days=offset)
    return f"{moment.month}月{moment.day}日({WEEKDAYS[moment.weekday()]})"


def english_day(today: date, offset: int) -> str:
    moment = today + timedelta(days=offset)
    return f"{moment:%A}, {moment.day} {moment:%B}"


def notices(today: date) -> list[Words]:
    """Both channels, oldest first."""

    def on(offset: int) -> str:
        return day(today, offset)

    return [
        Words(
            "notice-koryukai",
            "operator",
            "npo_author",
            "npo_approver",
            46,
            "culture",
            "地域SNS利用者の交流会を開きます",
            "オンラインで知り合った方どうしが顔を合わせる会です。",
            [("text", "<p>地域SNSを使っている方の交流会を開きます。どなたでも参加できます。</p>")],
            lasts=60,
            becomes="withdrawn",
            line="会場の改修工事のため、開催を見合わせることになりました。",
        ),
        Words(
            "notice-kosaimusen",
            "government",
            "disaster_officer",
            "pr_approver",
            41,
            "safety",
            f"防災行政無線の試験放送を{on(-30)}に行います",
            "全国いっせいの試験放送です。実際の災害ではありません。",
            [
                (
                    "text",
                    "<p>屋外のスピーカーから試験の音声が流れます。災害ではありませんので、避難する必要はありません。</p>",
                ),
                (
                    "facts",
                    [("日時", f"{on(-30)} 午前11時ごろ"), ("内容", "「これはテストです」と3回放送します")],
                ),
            ],
            lasts=11,
            becomes="archived",
        ),
        Words(
            "notice-jpki",
            "government",
            "it_staff",
            "pr_approver",
            34,
            "participation",
            "電子証明書を使うアンケートのしくみについて",
            "本人確認と回答を別々に預かり、だれの回答かはわからないようにしています。",
            [
                ("heading", "なぜ電子証明書を使うのですか"),
                (
                    "text",
                    "<p>市内にお住まいの方が一人一回だけ答えられるようにするためです。お名前を書く必要はありません。</p>",
                ),
                ("heading", "回答の秘密は守られますか"),
                (
                    "text",
                    "<p>本人確認の記録と回答は、別々の封筒のように分けて保管します。職員もシステムの管理者も、二つを結びつけることはできません。</p>",
                ),
                ("heading", "証明書がない方は"),
                ("text", "<p>証明書がなくても答えられるアンケートや、窓口でお渡しする用紙もあります。</p>"),
            ],
            lasts=120,
        ),
        Words(
            "notice-narisumashi",
            "operator",
            "npo_author",
            "npo_approver",
            27,
            "system",
            "運営をよそおったメールにご注意ください",
            "運営者がメールで暗証番号をおたずねすることはありません。",
            [
                (
                    "text",
                    "<p>地域SNSの運営者を名のり、証明書の暗証番号や口座番号をたずねるメールが届いたという相談がありました。</p>",
                ),
                (
                    "text",
                    "<ul><li>運営者がメールで暗証番号をたずねることはありません。</li><li>リンクを開かず、メールを削除してください。</li><li>心配なときは、下の連絡先にお電話ください。</li></ul>",
                ),
            ],
            lasts=90,
        ),
        Words(
            "notice-kohoshi",
            "government",
            "pr_author",
            "pr_approver",
            22,
            "living",
            "広報紙を受け取れる場所が増えました",
            "駅と商店街の8か所で受け取れるようになりました。",
            [
                (
                    "text",
                    "<p>広報紙を、駅の改札口や商店街の店先でもお配りしています。新聞を取っていない方もお持ちください。</p>",
                ),
                (
                    "facts",
                    [("新しい場所", "デモ中央駅、川辺駅、商店街の6店舗"), ("発行日", "毎月10日と25日")],
                ),
            ],
            lasts=60,
        ),
        Words(
            "notice-sogokeikaku",
            "government",
            "planner_author",
            "pr_approver",
            18,
            "participation",
            "総合計画の説明会を3つの会場で開きます",
            "これからの10年のまちづくりについて、案をご説明し、ご意見をうかがいます。",
            [
                (
                    "text",
                    "<p>総合計画の案がまとまりました。計画の考え方をご説明し、みなさんの声をうかがいます。申し込みはいりません。</p>",
                ),
                (
                    "facts",
                    [
                        ("中央市民センター", f"{on(6)} 午後6時30分から"),
                        ("川辺公民館", f"{on(13)} 午前10時から"),
                        ("海辺市民の家", f"{on(14)} 午後2時から"),
                    ],
                ),
                ("text", "<p>手話通訳と一時保育を希望される方は、会の5日前までにお電話ください。</p>"),
            ],
            lasts=33,
            corrected=("川辺公民館", "川辺中学校体育館"),
            line="2回目の会場に誤りがありました。正しくは川辺中学校体育館です。",
        ),
        Words(
            "notice-koshukai",
            "operator",
            "npo_author",
            "npo_approver",
            15,
            "system",
            "はじめての方のための使い方講習会",
            "パソコンやスマートフォンで、会議室に書き込むところまでをいっしょに練習します。",
            [
                (
                    "text",
                    "<p>登録のしかたから、発言のしかたまで、少人数でゆっくり練習します。参加は無料です。</p>",
                ),
                (
                    "facts",
                    [
                        ("日時", f"{on(9)} 午後1時30分から3時30分"),
                        ("会場", "中央市民センター 第2会議室"),
                        ("定員", "12人"),
                    ],
                ),
                ("text", "<p>スマートフォンをお持ちの方は、当日お持ちください。</p>"),
            ],
            lasts=24,
        ),
        Words(
            "notice-kokaikaigi",
            "government",
            "secretary",
            "pr_approver",
            11,
            "participation",
            "運営委員会の公開会議室をご覧ください",
            "市民電子会議室の運営について、委員の話し合いをどなたでも読めます。",
            [
                (
                    "text",
                    "<p>運営委員会は、市民電子会議室の上で会議を公開しています。どのような考えでテーマやルールが決まるのか、話し合いの途中も読むことができます。</p>",
                ),
                ("text", "<p>次のテーマにしてほしいことがある方は、会議室にご意見をお寄せください。</p>"),
            ],
            lasts=45,
        ),
        Words(
            "notice-mentenansu",
            "operator",
            "npo_author",
            "npo_approver",
            8,
            "system",
            f"{on(5)}の夜にメンテナンスを行います",
            "午後11時から翌日の午前3時まで、書き込みができません。",
            [
                (
                    "text",
                    "<p>サーバーの点検のため、次の時間は読むことだけができます。書き込みの途中だった文章は、お使いの端末に残ります。</p>",
                ),
                (
                    "facts",
                    [
                        ("日時", f"{on(5)} 午後11時から{on(6)} 午前3時まで"),
                        ("使えないもの", "発言、回答、登録"),
                    ],
                ),
                ("text", "<p>災害が起きたときは、メンテナンスを中止します。</p>"),
            ],
            lasts=14,
        ),
        Words(
            "notice-kasai",
            "government",
            "disaster_officer",
            "pr_approver",
            6,
            "safety",
            "火事と地震にそなえましょう",
            "火の用心と、逃げる場所の確かめ方をお知らせします。",
            [
                ("heading", "火を出さないために"),
                ("text", "<p>ストーブの近くに、洗濯物や紙を置かないでください。</p>"),
                ("heading", "逃げる場所を確かめる"),
                (
                    "text",
                    "<p>避難する場所は、災害のページで見ることができます。家族で、どこに集まるかを決めておいてください。</p>",
                ),
            ],
            lasts=60,
        ),
        Words(
            "notice-joho",
            "government",
            "it_staff",
            "pr_approver",
            4,
            "participation",
            "地域情報化に関するアンケートにご協力ください",
            "インターネットでの市民参加について、ご意見をうかがいます。",
            [
                (
                    "text",
                    "<p>市のホームページや会議室を、もっと使いやすくするためのアンケートです。5分ほどで終わります。</p>",
                ),
                (
                    "text",
                    "<p>結果は、集計してこのサイトで公表します。どなたがどう答えたかは、市にもわかりません。</p>",
                ),
            ],
            lasts=30,
        ),
        Words(
            "notice-nenmatsu",
            "government",
            "pr_author",
            "pr_approver",
            2,
            "living",
            "年末年始の市役所の窓口",
            "12月29日から1月3日まで、窓口はお休みです。",
            [
                ("text", "<p>年末年始は窓口をお休みします。戸籍の届け出は、休みのあいだも受け付けます。</p>"),
                ("facts", [("お休み", "12月29日から1月3日まで"), ("届け出", "本庁舎の夜間窓口")]),
            ],
            lasts=45,
        ),
    ]


def waiting(today: date) -> list[Words]:
    """What the city hall is still working on: a draft, one in review, one approved for its time."""
    return [
        Words(
            "notice-tebiki",
            "government",
            "secretary",
            "",
            1,
            "participation",
            "市民活動の手引きができました",
            "団体のつくり方から、会場の借り方まで。",
            [
                (
                    "text",
                    "<p>市民活動を始めたい方のための手引きを作りました。市民センターでお配りしています。</p>",
                )
            ],
            becomes="in_review",
        ),
        Words(
            "notice-shiminmatsuri",
            "government",
            "planner_author",
            "pr_approver",
            1,
            "culture",
            "市民まつりの出店者を募集します",
            "来年5月の市民まつりで、お店を出す団体を募集します。",
            [("text", "<p>市内で活動する団体なら、どなたでも申し込めます。</p>")],
            becomes="scheduled",
        ),
        Words(
            "notice-toshokan",
            "government",
            "pr_author",
            "",
            0,
            "children",
            "図書館のおはなし会",
            "",
            [("text", "<p>毎月第2土曜日に、絵本の読み聞かせをしています。</p>")],
            becomes="draft",
        ),
    ]
