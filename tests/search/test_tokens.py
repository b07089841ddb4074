"""Japanese text as tokens: pure, without a database."""

import threading

import pytest

from search import glyphs, tokens
from search.matching import fts5, tsquery
from search.tokens import index_tokens, normalise, reading, terms

# Forty pairs: each must be asked for in the same words (UX check B9).
VARIANTS = [
    ("ｺﾞﾐ", "ゴミ"), ("ゴミ", "ごみ"), ("ﾎﾞﾗﾝﾃｨｱ", "ボランティア"), ("ボランティア", "ぼらんてぃあ"),
    ("ＳＮＳ", "SNS"), ("sns", "SNS"), ("Ｗｉ－Ｆｉ", "wi-fi"), ("２０２６年度", "2026年度"),
    ("ｱﾝｹｰﾄ", "アンケート"), ("アンケート", "あんけーと"), ("コミュニティ", "こみゅにてぃ"), ("ｺﾐｭﾆﾃｨ", "コミュニティ"),
    ("バス", "ばす"), ("ﾊﾞｽ", "バス"), ("トイレ", "といれ"), ("マイナンバーカード", "まいなんばーかーど"),
    ("ﾏｲﾅﾝﾊﾞｰ", "マイナンバー"), ("髙橋", "高橋"), ("山﨑", "山崎"), ("渡邊", "渡辺"),
    ("渡邉", "渡辺"), ("齋藤", "斎藤"), ("濵田", "浜田"), ("廣瀨", "広瀬"),
    ("澤田", "沢田"), ("國分寺", "国分寺"), ("圖書館", "図書館"), ("會議室", "会議室"),
    ("市民電子會議室", "市民電子会議室"), ("淸掃", "清掃"), ("敎育", "教育"), ("櫻まつり", "桜まつり"),
    ("龍ヶ崎", "竜ケ崎"), ("鎌ヶ谷", "鎌ケ谷"), ("靜岡", "静岡"), ("市役所 ｺﾞﾐ", "市役所　ゴミ"),
    ("㈱デモ", "(株)デモ"), ("第８条", "第8条"), ("防災ラジオ", "防災らじお"), ("ﾃﾞﾓ中央小学校", "デモ中央小学校"),
]  # fmt: skip


def asked(question: str) -> list[set]:
    return [set(term.phrases) for term in terms(question)]


def test_there_are_forty_pairs():
    assert len(set(VARIANTS)) == 40


@pytest.mark.parametrize(("written", "usual"), VARIANTS)
def test_variants_ask_the_same(written, usual):
    """Either the same token sequences, or at least the same pairs of letters, which find every literal spelling."""
    pairs = [{p for p in term if p[0].startswith("b")} for term in asked(written)]
    assert asked(written) == asked(usual) or (
        all(pairs) and pairs == [{p for p in term if p[0].startswith("b")} for term in asked(usual)]
    )


def test_a_word_inside_a_long_compound_is_a_phrase_of_it():
    indexed = f" {index_tokens('市民電子会議室の運営について')} "
    assert " w会議 w室 " in indexed
    assert " b会議 b議室 " in indexed


def test_two_kanji_are_asked_for_as_words_only():
    """京都 must not be found in 東京都."""
    assert asked("京都") == [{("w京都",)}]
    assert " w京都 " not in f" {index_tokens('東京都の補助金')} "
    assert any(phrase[0].startswith("b") for phrase in terms("会議室")[0].phrases)


def test_particles_do_not_turn_kana_into_other_words():
    """にほん read as に + 本 would find every book."""
    assert ("w本",) not in terms("にほん")[0].phrases


def test_spellings_of_a_word_unite():
    assert set(index_tokens("引越しの手続き").split()) & {"w引っ越し"}
    assert ("w引っ越し",) in terms("引っ越し")[0].phrases


def test_tokens_are_plain_words_for_both_databases():
    text = "第8条（運営委員会）e-mail: a'b\"c@example.jp 100% …※★ 「会議室」・『SNS』—\n2行目"
    assert all(token.isalnum() for token in index_tokens(text).split())
    for question in ("'; DROP TABLE", 'a"b', "(会議室", "会議室 OR 1=1", "w:*", "\\", "NEAR(会議室)"):
        for term in terms(question):
            assert all(token.isalnum() for phrase in term.phrases for token in phrase)


def test_the_question_in_the_words_of_each_database():
    assert fts5(terms("会議室")) == '("w会議 w室" OR "b会議 b議室")'
    assert tsquery(terms("会議室")) == "(('w会議'<->'w室') | ('b会議'<->'b議室'))"
    assert fts5(terms("税 京都")) == '("w税") AND ("w京都")'
    assert tsquery(terms("税 京都")) == "(('w税')) & (('w京都'))"
    assert '"broom"*' in fts5(terms("room"))


def test_a_text_longer_than_the_analyser_takes_is_cut_in_pieces():
    text = "市民電子会議室の話です。" * 6_000
    assert len(text.encode()) > 4 * 49_149
    assert index_tokens(text).split().count("w会議") == 6_000
    without_any_place_to_cut = "会" * 40_000
    assert len(index_tokens(without_any_place_to_cut)) > 40_000


def test_each_thread_has_its_own_analyser():
    found, failed = [], []

    def analyse():
        try:
            found.append(index_tokens("市民電子会議室の運営について" * 200))
        except Exception as error:  # SudachiError: already in use
            failed.append(error)

    threads = [threading.Thread(target=analyse) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len(found) == 8
    assert len(set(found)) == 1


def test_a_title_is_also_indexed_by_its_reading():
    assert reading("市民電子会議室") == "しみんでんしかいぎしつ"
    said = index_tokens("津波公民館", "つはこうみんかん")
    assert " ".join(f"y{pair}" for pair in ("つは", "はこ", "こう")) in said
    assert ("yつは", "yはこ", "yこう", "yうみ", "yみん", "yんか", "yかん") in terms("つはこうみんかん")[
        0
    ].phrases


def test_letter_forms_lead_to_the_modern_one_and_stay_there():
    for old, new in glyphs.MODERN.items():
        assert normalise(chr(old)) == normalise(new)
        assert normalise(normalise(chr(old))) == normalise(chr(old))


def test_of_a_sentence_the_words_that_say_little_are_not_asked_for():
    assert [term.text for term in tokens.loose_terms("粗大ごみはいつ出せばいいですか")] == [
        "粗大",
        "ごみ",
        "出す",
    ]
    assert tokens.loose_terms("かいぎしつつつ") == []


def test_the_version_names_analyser_dictionary_and_recipe():
    assert tokens.dictionary_version().count("/") == 2
    assert tokens.dictionary_version().endswith(f"/{tokens.RECIPE}")
