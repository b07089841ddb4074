"""What the editor's boxes make of an article that is changed, deleted or added."""

import pytest

from governance.amendments.forms import AmendForm
from governance.amendments.rewrite_forms import RewriteForm, typed
from governance.demo import guideline_text
from governance.rules.notation import body_of, parse


def filled(**changes):
    """The form as it is sent back when only these boxes were touched."""
    data = {"reason": "読みやすくするためです。", "new_numbering": "move_down", "new_after": ""}
    for article in guideline_text().articles:
        data |= {
            f"caption_{article.id}": article.caption,
            f"body_{article.id}": body_of(article),
            f"fate_{article.id}": "keep",
        }
    return AmendForm({**data, **changes}, guideline_text(), set())


def text_of(form):
    assert form.is_valid(), form.errors
    return form.cleaned_data["text"]


def test_untouched_boxes_are_no_change():
    form = filled()
    assert not form.is_valid() and form.non_field_errors()


def test_a_changed_word_changes_one_paragraph():
    text = text_of(
        filled(
            **{
                "body_art-10": "委員は、市長が委嘱する。\n2 委員の任期は、2年とする。\n3 委員は、再任されることができる。"
            }
        )
    )
    assert text.article("art-10").paragraphs[0].text == "委員は、市長が委嘱する。"
    assert [p.id for p in text.article("art-10").paragraphs] == ["art-10-p1", "art-10-p2", "art-10-p3"]


@pytest.mark.parametrize(("fate", "numbers"), [("close_up", ["5", "6"]), ("empty", ["5", "6", "7"])])
def test_a_deleted_article_closes_up_or_keeps_its_number(fate, numbers):
    text = text_of(filled(**{"fate_art-6": fate}))
    assert [a.number for a in text.articles][4 : 4 + len(numbers)] == numbers
    if fate == "close_up":
        assert text.article("art-6") is None and text.article("art-7").number == "6"
    else:
        assert text.article("art-6").is_deleted and text.article("art-7").number == "7"


@pytest.mark.parametrize(
    ("numbering", "number", "next_number"), [("move_down", "4", "5"), ("branch", "3_2", "4")]
)
def test_a_new_article_moves_the_others_down_or_takes_a_branch(numbering, number, next_number):
    form = filled(
        new_after="art-3",
        new_numbering=numbering,
        new_caption="(夜間)",
        new_body="夜間は休止する。\n2 休止は告知する。",
    )
    text = text_of(form)
    added = text.articles[3]
    assert (added.number, added.caption, len(added.paragraphs)) == (number, "夜間", 2)
    assert added.id not in {article.id for article in guideline_text().articles}
    assert text.article("art-4").number == next_number


def test_emptying_a_box_asks_for_a_way_to_delete():
    form = filled(**{"body_art-6": ""})
    assert not form.is_valid() and form.errors["body_art-6"]


def test_an_item_without_a_sentence_is_pointed_out():
    form = filled(**{"body_art-6": "(1) 項目だけ"})
    assert not form.is_valid() and form.errors["body_art-6"]


def test_a_reason_is_needed():
    form = filled(**{"body_art-6": "提言はいつでもできる。", "reason": "短い"})
    assert not form.is_valid() and set(form.errors) == {"reason"}


@pytest.mark.parametrize(
    ("fates", "order"),
    [
        ({"fate_art-2": "up"}, ["art-2", "art-1", "art-3"]),
        ({"fate_art-1": "down"}, ["art-2", "art-1", "art-3"]),
        ({"fate_art-1": "up", "fate_art-3": "up"}, ["art-1", "art-3", "art-2"]),
        ({"fate_art-1": "down", "fate_art-2": "down"}, ["art-3", "art-1", "art-2"]),
    ],
)
def test_an_article_moved_takes_the_number_of_its_new_place(fates, order):
    text = text_of(filled(**fates))
    assert [article.id for article in text.articles[:3]] == order
    assert [article.number for article in text.articles[:3]] == ["1", "2", "3"]


def test_the_last_article_moved_down_stays_where_it_is():
    assert not filled(**{"fate_art-16": "down"}).is_valid()


def test_several_new_articles_stand_one_behind_the_other():
    text = text_of(
        filled(
            new_after="art-3",
            new_numbering="branch",
            new_body="夜間は休止する。",
            new2_after="art-3",
            new2_numbering="branch",
            new2_body="休日は開く。",
            new3_after="",
            new3_numbering="move_down",
            new3_caption="雑則",
            new3_body="細目は別に定める。",
        )
    )
    assert [(a.number, a.paragraphs[0].text) for a in text.articles[3:5]] == [
        ("3_2", "夜間は休止する。"),
        ("3_3", "休日は開く。"),
    ]
    assert (text.articles[-1].number, text.articles[-1].caption) == ("17", "雑則")
    assert len({article.id for article in text.articles}) == 19


def test_the_preamble_and_a_new_appendix_are_typed_around_the_articles():
    text = text_of(
        filled(
            preamble="市民と市は、ここで話し合う。",
            new_appendix_title="別表(第3条関係)",
            new_appendix_body="| 区分 | 数 |\n| 市民エリア | 自由 |\n備考 なし",
        )
    )
    assert text.preamble == ("市民と市は、ここで話し合う。",)
    (appendix,) = text.appendices
    assert appendix.title == "別表(第3条関係)"
    assert appendix.rows == (("区分", "数"), ("市民エリア", "自由"), ("備考 なし",))
    assert text.articles == guideline_text().articles


def test_headings_and_appendices_of_a_law_are_edited_and_an_emptied_one_goes():
    from governance.amendments.surroundings import with_surroundings
    from governance.rules.law_projection import project
    from governance.rules.law_reading import read
    from tests.governance.rules.law_samples import LAW

    law = project(read(LAW.encode())).text
    kept = law.appendices[0]
    typed = {f"appendix_{kept.id}": "", "heading_0": "第一章　はじめに", "preamble": ""}
    text = with_surroundings(law, typed, set())
    assert kept.id not in {appendix.id for appendix in text.appendices}
    assert text.headings[0].title == "第一章　はじめに"
    assert text.headings[1:] == law.headings[1:]


class TestRewriting:
    """全部改正: what stays keeps its address, what is new gets a new one."""

    def form(self, words):
        return RewriteForm({"text": words, "reason": "全体を見直すためです。"}, guideline_text(), set())

    def test_the_box_begins_with_the_text_in_force(self):
        assert parse(typed(guideline_text())) == guideline_text()

    def test_the_same_text_is_no_change(self):
        form = self.form(typed(guideline_text()))
        assert not form.is_valid() and form.errors["text"]

    def test_articles_are_known_by_their_caption_or_their_words(self):
        words = "(総則)\n第1条 この要領は、新しく定める。\n(目的)\n第2条 電子会議室の目的を定める。"
        form = self.form(words)
        assert form.is_valid(), form.errors
        first, second = form.cleaned_data["text"].articles
        assert second.id == "art-1" and first.id not in {a.id for a in guideline_text().articles}
        assert first.paragraphs[0].id == f"{first.id}-p1"
