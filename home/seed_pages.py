"""The words the site says about itself, and the first answers of the handbook."""

from __future__ import annotations

from typing import Any

# slug: (title, summary, body), by language
STANDARD: dict[str, dict[str, tuple[str, str, list[tuple[str, Any]]]]] = {
    "about": {
        "ja": (
            "このサイトについて",
            "話し合い、答え、提言し、その結果を見届けるための、市民と市役所の場所です。",
            [
                (
                    "text",
                    "<p>「参画」は、市民、企業、大学、行政がいっしょにまちづくりを進めるための場所です。知る、話す、伝える、答える。その結果がどうなったかまで、ここで読むことができます。</p>",
                ),
                ("heading", "だれが運営していますか"),
                (
                    "text",
                    "<p>だれが何を担当するかは、役割分担表で決まり、公開しています。市民電子会議室の運営は運営委員会が、地域SNSの運営は委託を受けた団体が行います。</p>",
                ),
                ("heading", "ここは架空の町です"),
                (
                    "text",
                    "<p>デモ市も、登場する人も、すべて架空です。表示されているお知らせや連絡先は、実際のものではありません。</p>",
                ),
            ],
        ),
        "en": (
            "About this site",
            "A place for citizens and city hall to talk, answer, propose, and see what became of it.",
            [
                (
                    "text",
                    "<p>Sankaku is a place where residents, companies, universities and the administration plan the town together.</p>",
                ),
                ("heading", "Who runs it?"),
                (
                    "text",
                    "<p>The division of roles says who is responsible for what, and is public. The town and its people are invented.</p>",
                ),
            ],
        ),
        "ja-simple": (
            "この サイトに ついて",
            "町の 人と 市役所の 人が いっしょに 話す ところです。",
            [
                (
                    "text",
                    "<p>この サイトで、町の ことを 知ったり、話したり、市役所に 伝えたり できます。この 町は 本当の 町では ありません。</p>",
                )
            ],
        ),
    },
    "accessibility": {
        "ja": (
            "アクセシビリティ方針",
            "だれもが同じように使えることを目ざしています。",
            [
                (
                    "text",
                    "<p>このサイトは、JIS X 8341-3:2016 のレベルAAに配慮し、WCAG 2.2 のレベルAAを目標としてつくっています。</p>",
                ),
                ("heading", "使い方について"),
                (
                    "text",
                    "<ul><li>キーボードだけですべての操作ができます。</li><li>文字の大きさや色は、お使いの端末の設定に従います。</li><li>JavaScriptを使わなくても、読むこと、答えること、発言することができます。</li></ul>",
                ),
                ("heading", "使いにくいところがあったら"),
                (
                    "text",
                    "<p>使いにくいところや読み取れないところがありましたら、お知らせください。すぐに直せないときも、別の方法でご案内します。</p>",
                ),
            ],
        ),
        "en": (
            "Accessibility",
            "Everybody should be able to use this site.",
            [
                (
                    "text",
                    "<p>We build for JIS X 8341-3:2016 level AA and aim at WCAG 2.2 level AA. Please tell us what does not work for you.</p>",
                )
            ],
        ),
    },
    "privacy": {
        "ja": (
            "個人情報の取り扱い",
            "何のために、何を、いつまで預かるかをお知らせします。",
            [
                (
                    "text",
                    "<p>個人情報は、登録のときにお知らせした目的だけに使います。本名と表示名は分けて預かり、本名は暗号にして保管します。</p>",
                ),
                ("heading", "アンケートの回答"),
                (
                    "text",
                    "<p>電子証明書で確かめた本人の記録と、アンケートの回答は、結びつけられない形で別々に保管します。</p>",
                ),
                ("heading", "ご自分の記録を見る"),
                (
                    "text",
                    "<p>登録した方は、ご自分の情報と、だれがいつそれを見たかを、アカウントのページで確かめることができます。</p>",
                ),
            ],
        ),
        "en": (
            "Privacy",
            "What we keep, why, and for how long.",
            [
                (
                    "text",
                    "<p>Personal data are used only for the purposes you were told. Real names are sealed. Survey answers cannot be joined to a person.</p>",
                )
            ],
        ),
    },
    "contact": {
        "ja": (
            "お問い合わせ",
            "電話、窓口、会議室のどれでもご相談いただけます。",
            [
                (
                    "text",
                    "<p>このサイトの内容については、それぞれのページにある担当課へお問い合わせください。どこに聞けばよいかわからないときは、事務局へどうぞ。</p>",
                ),
                ("contact", ("市民自治推進課(事務局)", "0000-00-0000", "平日 午前8時30分から午後5時")),
                ("heading", "画面が動かないとき"),
                (
                    "contact",
                    (
                        "NPO法人 ながおか生活情報交流ねっと(地域SNSの運営)",
                        "0000-00-0001",
                        "平日 午前10時から午後4時",
                    ),
                ),
            ],
        ),
        "en": (
            "Contact",
            "By telephone, at the counter, or in the rooms.",
            [("contact", ("Civic Autonomy Section (secretariat)", "0000-00-0000", "Weekdays 8:30–17:00"))],
        ),
    },
}

# slug, question, keywords, sections, answer
HANDBOOK = (
    (
        "how-to-join",
        "市民電子会議室に参加するには",
        "登録, 参加, 発言, 会員",
        "civic-autonomy",
        "<p>メールアドレスを登録すると、どなたでも発言できます。市内にお住まいの方、通勤・通学の方は、ご自分で市民エリア会議室を開くこともできます。</p>",
    ),
    (
        "what-happens-to-opinions",
        "会議室で出た意見はどうなりますか",
        "意見, 提言, 市長, 回答",
        "civic-autonomy, citizen-consultation",
        "<p>運営委員会が話し合いをまとめ、必要があると認めたときは、市長に提言します。市の回答と、その後の実施状況も公開します。</p>",
    ),
    (
        "survey-secrecy",
        "アンケートの答えから、わたしがだれかわかりますか",
        "アンケート, 匿名, 証明書, 個人情報",
        "information-policy",
        "<p>わかりません。本人確認の記録と回答は、結びつけられない形で別々に保管しています。</p>",
    ),
    (
        "shelter",
        "避難する場所を知りたい",
        "避難所, 災害, 地震, 洪水",
        "disaster",
        "<p>災害のページに、避難所の一覧と、どの災害のときに使えるかをのせています。災害のときは、このサイトの表紙が軽いページに切りかわります。</p>",
    ),
)
