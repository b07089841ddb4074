"""Why something was found: the marked words in the original text."""

import pytest

from search.highlights import WIDTH, marked, snippet
from search.tokens import terms


def hits(text: str, question: str) -> list[str]:
    return [part.text for part in marked(text, terms(question)) if part.is_hit]


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("市民電子会議室の運営", "会議室", ["会議室"]),
        ("ｺﾞﾐの分別とゴミ袋", "ごみ", ["ｺﾞﾐ", "ゴミ"]),
        ("髙橋さんと高橋さん", "高橋", ["髙橋", "高橋"]),
        ("引越しの前に", "引っ越し", ["引越し"]),
        ("ＳＮＳの使い方", "sns", ["ＳＮＳ"]),
        ("がん検診", "ガン", ["がん"]),
        ("会議室と会議室", "会議室 会議", ["会議室", "会議室"]),
        ("関係のない文", "会議室", []),
    ],
)
def test_the_words_are_marked_as_the_text_writes_them(text, question, expected):
    assert hits(text, question) == expected


def test_marking_loses_no_letter():
    text = "ｶﾞｽ料金と㈱デモの e-mail 「会議室」です。\u3099"
    assert "".join(part.text for part in marked(text, terms("会議室 ガス"))) == text


def test_the_snippet_is_short_and_begins_near_the_hit():
    text = "はじめの文です。" * 40 + "ここで市民電子会議室の話をします。" + "おわりの文です。" * 40
    parts = snippet(text, terms("会議室"))
    assert parts[0].text == "…"
    assert parts[-1].text == "…"
    assert any(part.is_hit and part.text == "会議室" for part in parts)
    assert len("".join(part.text for part in parts)) <= WIDTH + 2
    assert parts[1].text.startswith("ここで")


def test_without_a_hit_the_snippet_is_the_beginning():
    assert snippet("短い文です。", terms("会議室"))[0].text == "短い文です。"
