"""新旧対照表: what is marked, what is folded, what counts as moved."""

from dataclasses import replace

from governance.demo import guideline_text
from governance.rules.comparison_table import compare, marks
from governance.rules.notation import parse
from governance.rules.provisions import Article, Paragraph
from governance.rules.texts import Text, renumbered


def changed(text: Text, number: str, old: str, new: str) -> Text:
    def edit(article: Article) -> Article:
        if article.number != number:
            return article
        paragraphs = tuple(replace(p, text=p.text.replace(old, new)) for p in article.paragraphs)
        return replace(article, paragraphs=paragraphs)

    return Text(tuple(edit(article) for article in text.articles))


def by_id(rows):
    return {row.id: row for row in rows}


def test_fifteen_becoming_twenty_marks_one_place_on_each_side_and_folds_the_rest():
    old = guideline_text()
    rows = compare(old, changed(old, "8", "15人", "20人"))
    assert [row.id for row in rows if not row.is_folded] == ["art-8"]
    assert by_id(rows)["art-8"].kind == "changed"
    assert by_id(rows)["art-8"].marked == ["15人", "20人"]


def test_each_changed_phrase_is_marked_once_and_the_sides_read_as_the_texts():
    old, new = marks("委員は、市長が選出し、委嘱する。", "委員は、市長が選任し、速やかに委嘱する。")
    assert "".join(s.text for s in old) == "委員は、市長が選出し、委嘱する。"
    assert "".join(s.text for s in new) == "委員は、市長が選任し、速やかに委嘱する。"
    assert [s.text for s in old if s.is_marked] == ["選出"]
    assert [s.text for s in new if s.is_marked] == ["選任", "速やかに"]


def test_a_deleted_article_is_marked_whole_and_those_behind_it_are_moved_not_changed():
    old = guideline_text()
    new = Text(renumbered(a for a in old.articles if a.number != "6"))
    rows = by_id(compare(old, new))
    assert rows["art-6"].kind == "deleted"
    assert rows["art-6"].marked == ["提言", old.numbered("6").paragraphs[0].text]
    assert (rows["art-7"].kind, rows["art-7"].moved) == ("unchanged", True)
    assert (rows["art-7"].old.label, rows["art-7"].new.label) == ("第7条", "第6条")
    assert not rows["art-5"].moved
    assert [row.id for row in compare(old, new)][4:7] == ["art-5", "art-6", "art-7"]


def test_an_added_article_is_marked_whole_and_has_no_other_side():
    old = guideline_text()
    added = Article("art-3_2", "3_2", "夜間", (Paragraph("art-3_2-p1", "夜間は休止する。"),))
    rows = compare(old, Text((*old.articles[:3], added, *old.articles[3:])))
    assert [(row.kind, row.old, row.moved) for row in rows if row.id == "art-3_2"] == [("added", None, False)]
    assert rows[3].marked == ["夜間", "夜間は休止する。"]
    assert not any(row.moved for row in rows)


def test_only_the_article_that_went_elsewhere_is_moved_when_two_swap_places_without_renumbering():
    old = parse("第1条 甲を定める。\n第2条 乙を定める。\n第3条 丙を定める。\n第4条 丁を定める。")
    one, two, three, four = old.articles
    rows = compare(old, Text((two, three, four, one)))
    assert [row.id for row in rows if row.moved] == ["art-1"]


def test_a_changed_caption_is_marked():
    old = guideline_text()
    new = Text(tuple(replace(a, caption="定数") if a.number == "8" else a for a in old.articles))
    assert by_id(compare(old, new))["art-8"].marked == ["組織", "定数"]
