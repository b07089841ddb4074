"""Three notices in English and in やさしい日本語, sentence by sentence, as a translator enters them."""

ENGLISH: dict[str, dict[str, str]] = {
    "notice-nenmatsu": {
        "年末年始の市役所の窓口": "City hall counters over the New Year",
        "12月29日から1月3日まで、窓口はお休みです。": "The counters are closed from 29 December to 3 January.",
        "年末年始は窓口をお休みします。戸籍の届け出は、休みのあいだも受け付けます。": (
            "The counters are closed over the New Year. Notifications for the family register are accepted throughout."
        ),
        "お休み": "Closed",
        "12月29日から1月3日まで": "29 December to 3 January",
        "届け出": "Notifications",
        "本庁舎の夜間窓口": "Night counter of the main building",
    },
    "notice-kasai": {
        "火事と地震にそなえましょう": "Be ready for fires and earthquakes",
        "火の用心と、逃げる場所の確かめ方をお知らせします。": "How to prevent fires, and how to find out where to go.",
        "火を出さないために": "Preventing fires",
        "ストーブの近くに、洗濯物や紙を置かないでください。": "Keep laundry and paper away from heaters.",
        "逃げる場所を確かめる": "Know where to go",
        "避難する場所は、災害のページで見ることができます。家族で、どこに集まるかを決めておいてください。": (
            "The emergency page lists the shelters. Agree with your family where you will meet."
        ),
    },
    "notice-jpki": {
        "電子証明書を使うアンケートのしくみについて": "How surveys with electronic certificates work",
        "本人確認と回答を別々に預かり、だれの回答かはわからないようにしています。": (
            "Proof of identity and answers are kept apart, so that nobody can tell whose answer is whose."
        ),
        "なぜ電子証明書を使うのですか": "Why are certificates used?",
        "市内にお住まいの方が一人一回だけ答えられるようにするためです。お名前を書く必要はありません。": (
            "So that each resident can answer exactly once. You need not give your name."
        ),
        "回答の秘密は守られますか": "Is my answer secret?",
        "本人確認の記録と回答は、別々の封筒のように分けて保管します。職員もシステムの管理者も、二つを結びつけることはできません。": (
            "The record of identity and the answer are kept like two separate envelopes. "
            "Neither staff nor administrators can join them."
        ),
        "証明書がない方は": "If you have no certificate",
        "証明書がなくても答えられるアンケートや、窓口でお渡しする用紙もあります。": (
            "Some surveys need no certificate, and there are paper forms at the counter."
        ),
    },
}

EASY: dict[str, dict[str, str]] = {
    "notice-nenmatsu": {
        "年末年始の市役所の窓口": "12月29日から1月3日まで 市役所は 休みです",
        "12月29日から1月3日まで、窓口はお休みです。": "市役所で 手続きは できません。",
        "年末年始は窓口をお休みします。戸籍の届け出は、休みのあいだも受け付けます。": (
            "市役所は 休みです。結婚や 赤ちゃんが 生まれたときの 紙は、休みの日も 出すことが できます。"
        ),
        "お休み": "休みの日",
        "12月29日から1月3日まで": "12月29日から 1月3日まで",
        "届け出": "紙を 出すところ",
        "本庁舎の夜間窓口": "大きい 市役所の 夜の 入口",
    },
    "notice-kasai": {
        "火事と地震にそなえましょう": "火事や 地震の 準備を しましょう",
        "火の用心と、逃げる場所の確かめ方をお知らせします。": "火事に ならないように すること。逃げる ところを 調べること。",
        "火を出さないために": "火事に ならないように",
        "ストーブの近くに、洗濯物や紙を置かないでください。": "ストーブの 近くに 服や 紙を 置かないで ください。",
        "逃げる場所を確かめる": "逃げる ところを 調べる",
        "避難する場所は、災害のページで見ることができます。家族で、どこに集まるかを決めておいてください。": (
            "逃げる ところは 災害の ページに 書いて あります。家族と 会う ところを 決めて ください。"
        ),
    },
    "notice-jpki": {
        "電子証明書を使うアンケートのしくみについて": "カードを 使う アンケートの 説明",
        "本人確認と回答を別々に預かり、だれの回答かはわからないようにしています。": "だれの 答えか わからないように します。",
        "なぜ電子証明書を使うのですか": "どうして カードを 使いますか",
        "市内にお住まいの方が一人一回だけ答えられるようにするためです。お名前を書く必要はありません。": (
            "この 町に 住んでいる 人が 1回だけ 答えるためです。名前は 書きません。"
        ),
        "回答の秘密は守られますか": "答えは 秘密ですか",
        "本人確認の記録と回答は、別々の封筒のように分けて保管します。職員もシステムの管理者も、二つを結びつけることはできません。": (
            "名前と 答えは 別の ところに 入れます。市役所の 人も だれの 答えか わかりません。"
        ),
        "証明書がない方は": "カードが ない 人は",
        "証明書がなくても答えられるアンケートや、窓口でお渡しする用紙もあります。": (
            "カードが なくても 答える アンケートも あります。紙の アンケートも あります。"
        ),
    },
}
