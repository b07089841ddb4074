"""What somebody types, and what keeps its id while they edit."""

import pytest

from governance.demo import guideline_text
from governance.rules.notation import Unreadable, body_of, parse, parse_article
from governance.rules.provisions import ids_of


def test_the_printed_guideline_reads_back_to_the_same_provisions_and_ids():
    assert parse(guideline_text().plain()) == guideline_text()


def test_full_width_figures_and_brackets_are_understood():
    text = parse("\uff08目的\uff09\n第１条の２　次に掲げる。\n（１） 甲\n（２） 乙\n２　前項の例による。")
    article = text.articles[0]
    assert (article.number, article.caption) == ("1_2", "目的")
    assert [item.text for item in article.paragraphs[0].items] == ["甲", "乙"]
    assert article.paragraphs[1].text == "前項の例による。"


def test_a_line_before_any_article_is_pointed_out():
    with pytest.raises(Unreadable) as caught:
        parse("\nこれはルールです。\n第1条 目的")
    assert (caught.value.line, caught.value.words) == (2, "これはルールです。")


def test_an_article_marked_deleted_keeps_only_its_number():
    assert parse("第1条 甲\n第2条 削除\n第3条 乙").articles[1].is_deleted


def test_the_editor_box_and_back_changes_nothing():
    text = guideline_text()
    for article in text.articles:
        assert parse_article(body_of(article), article, ids_of(text.articles)) == article


def test_a_paragraph_put_in_between_takes_a_new_id_and_the_others_keep_theirs():
    text = guideline_text()
    article = text.numbered("8")
    first, second = body_of(article).split("\n")
    written = f"{first}\n2 委員会に部会を置くことができる。\n{second.replace('2 ', '3 ', 1)}"
    edited = parse_article(written, article, ids_of(text.articles))
    assert [paragraph.id for paragraph in edited.paragraphs] == ["art-8-p1", "art-8-p2b", "art-8-p2"]


def test_an_item_taken_out_leaves_the_ids_of_the_others_alone():
    text = guideline_text()
    article = text.numbered("9")
    lines = body_of(article).split("\n")
    del lines[2]
    edited = parse_article("\n".join(lines), article, ids_of(text.articles))
    ids = [item.id[-2:] for item in edited.paragraphs[0].items]
    assert ids == ["i1", "i3", "i4", "i5", "i6"]


def test_a_line_without_any_mark_continues_the_line_above():
    assert parse("第1条 甲は、\n乙とする。").articles[0].paragraphs[0].text == "甲は、乙とする。"
