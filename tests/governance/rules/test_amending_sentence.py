"""改め文, expectations typed by hand."""

from dataclasses import replace

from governance.demo import guideline_text
from governance.rules.amending_sentence import sentences
from governance.rules.change_set import derive
from governance.rules.notation import body_of, parse, parse_article
from governance.rules.provisions import Article, Paragraph, ids_of
from governance.rules.texts import Appendix, Text, renumbered

from .test_comparison_table import changed


def said(old, new):
    return sentences(old, new, derive(old, new))


def edited(text, number, written):
    article = parse_article(written, text.numbered(number), ids_of(text.articles))
    return Text(tuple(article if a.number == number else a for a in text.articles))


def test_fifteen_members_become_twenty():
    old = guideline_text()
    assert said(old, changed(old, "8", "15人", "20人")) == ["第8条第1項中「15人」を「20人」に改める。"]


def test_words_added_and_words_taken_away():
    old = parse("第1条 委員会は、毎月会議を開く。\n第2条 議事録は、原則として公開する。")
    new = edited(edited(old, "1", "委員会は、原則として毎月会議を開く。"), "2", "議事録は、公開する。")
    assert said(old, new) == [
        "第1条中「、」の次に「原則として」を加える。",
        "第2条中「原則として」を削る。",
    ]


def test_an_item_is_cited_by_its_number_and_the_words_before_a_list_by_theirs():
    old = guideline_text()
    new = changed(old, "9", "処理する", "審議する")
    assert said(old, new) == ["第9条各号列記以外の部分中「処理」を「審議」に改める。"]
    lines = body_of(old.numbered("9")).replace("(5) ルール違反者への対応", "(5) ルール違反者への措置")
    assert said(old, edited(old, "9", lines)) == ["第9条第5号中「対応」を「措置」に改める。"]


def test_a_deleted_article_and_the_shift_of_those_behind_it():
    old = guideline_text()
    new = Text(renumbered(a for a in old.articles if a.number != "6"))
    assert said(old, new) == ["第6条を削る。", "第7条から第16条までを1条ずつ繰り上げる。"]


def test_an_article_added_with_a_branch_number_moves_nobody():
    old = guideline_text()
    added = Article("art-3_2", "3_2", "夜間", (Paragraph("art-3_2-p1", "夜間は休止する。"),))
    new = Text((*old.articles[:3], added, *old.articles[3:]))
    assert said(old, new) == ["第3条の次に次の1条を加える。\n　(夜間)\n　第3条の2　夜間は休止する。"]


def test_a_paragraph_added_in_between_shifts_the_next_one():
    old = guideline_text()
    first, second = body_of(old.numbered("8")).split("\n")
    new = edited(old, "8", f"{first}\n2 委員会に部会を置くことができる。\n{second.replace('2 ', '3 ', 1)}")
    assert said(old, new) == [
        "第8条第2項を第3項とする。",
        "第8条第1項の次に次の1項を加える。\n　2　委員会に部会を置くことができる。",
    ]


def test_an_item_taken_out_and_those_behind_it_move_up():
    old = guideline_text()
    lines = body_of(old.numbered("9")).split("\n")
    del lines[2]
    assert said(old, edited(old, "9", "\n".join(lines))) == [
        "第9条第2号を削る。",
        "第9条第3号から第6号までを1号ずつ繰り上げる。",
    ]


def test_an_article_deleted_under_its_number():
    old = guideline_text()
    new = Text(tuple(Article(a.id, a.number) if a.number == "6" else a for a in old.articles))
    assert said(old, new) == ["第6条を次のように改める。\n　第6条　削除"]


def test_a_line_rewritten_altogether_is_given_anew():
    old = parse("第1条 甲は、乙に丙を届け出る。")
    new = edited(old, "1", "届出は不要である。")
    assert said(old, new) == ["第1条を次のように改める。\n　届出は不要である。"]


SUB_ITEMS = "第1条 次に掲げる。\n(1) 会議室\n　イ 市役所エリア\n　ロ 市民エリア\n(2) 世話人"


def test_a_sub_item_added_in_between_shifts_the_next_one():
    old = parse(SUB_ITEMS)
    box = body_of(old.numbered("1")).replace("　ロ 市民", "　ロ 学校エリア\n　ハ 市民")
    assert said(old, edited(old, "1", box)) == [
        "第1条第1号ロを第1条第1号ハとする。",
        "第1条第1号イの次に次のように加える。\n　ロ　学校エリア",
    ]


def test_a_sub_item_taken_out_and_one_reworded():
    old = parse(SUB_ITEMS)
    lines = body_of(old.numbered("1")).split("\n")
    del lines[2]
    assert said(old, edited(old, "1", "\n".join(lines))) == [
        "第1条第1号イを削る。",
        "第1条第1号ロを第1条第1号イとする。",
    ]
    box = body_of(old.numbered("1")).replace("市民エリア", "市民の庭")
    assert said(old, edited(old, "1", box)) == ["第1条第1号ロ中「エリア」を「の庭」に改める。"]


def test_an_appendix_added_changed_and_taken_away():
    old = parse("第1条 料金は、別表による。")
    first = replace(old, appendices=(Appendix("appdx-1", "別表", "(第1条関係)", (("昼", "100円"),)),))
    assert said(old, first) == ["附則の次に次のように加える。\n　別表(第1条関係)\n　| 昼 | 100円 |"]
    second = replace(first, appendices=(replace(first.appendices[0], rows=(("昼", "200円"),)),))
    assert said(first, second) == ["別表を次のように改める。\n　別表(第1条関係)\n　| 昼 | 200円 |"]
    assert said(second, old) == ["別表を削る。"]
