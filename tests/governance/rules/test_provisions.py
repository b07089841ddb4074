"""The guideline as data: counts, printed numbers, addresses."""

import pytest

from governance.demo import guideline_supplements, guideline_text
from governance.rules.provisions import Article, Paragraph, fresh_id
from governance.rules.supplements import Supplement
from governance.rules.texts import Text, blanks, renumbered


@pytest.fixture(scope="module")
def guideline():
    return guideline_text()


def test_the_guideline_has_16_articles_19_paragraphs_and_8_items(guideline):
    paragraphs = [paragraph for article in guideline.articles for paragraph in article.paragraphs]
    items = [item for paragraph in paragraphs for item in paragraph.items]
    assert (len(guideline.articles), len(paragraphs), len(items)) == (16, 19, 8)


def test_article_8_prints_its_first_paragraph_without_and_its_second_with_a_number(guideline):
    assert guideline.numbered("8").plain() == (
        "(組織)\n"
        "第8条　委員会は、委員15人以内で組織する。\n"
        "2　前項の規定にかかわらず、市長は、必要があると認めるときは、"
        "同項に定める人数を超えた人数で委員会を組織することができる。"
    )


def test_article_9_prints_its_items_in_brackets_from_1_to_6(guideline):
    labels = [label for _, label, _ in guideline.numbered("9").lines()]
    assert labels == ["第9条", "(1)", "(2)", "(3)", "(4)", "(5)", "(6)"]


@pytest.mark.parametrize(
    ("provision", "label"),
    [
        ("art-8", "第8条"),
        ("art-8-p1", "第8条第1項"),
        ("art-8-p2", "第8条第2項"),
        ("art-9-p1", "第9条"),
        ("art-9-p1-i4", "第9条第4号"),
        ("art-99", ""),
    ],
)
def test_a_provision_is_cited_the_way_other_rules_would_cite_it(guideline, provision, label):
    assert guideline.label(provision) == label


def test_the_text_survives_being_stored(guideline):
    assert Text.from_json(guideline.to_json()) == guideline


def test_supplementary_provisions_stay_with_their_versions_as_printed():
    supplements = guideline_supplements()
    assert supplements["2004-01-26"].plain() == "附　則\n1　この要領は、平成16年1月26日から施行する。"
    assert (
        supplements["2001-04-01"]
        .plain()
        .endswith("2　市民電子会議室実験実施要領 (平成9年7月1日)は、廃止する。")
    )
    assert Supplement.from_json(supplements["2001-04-01"].to_json()) == supplements["2001-04-01"]


def test_a_single_supplementary_sentence_of_ours_has_no_number():
    assert (
        Supplement.of("この規則は、公布の日から施行する。").plain()
        == "附　則\nこの規則は、公布の日から施行する。"
    )
    assert Supplement.of("甲。", "乙。").plain() == "附　則\n1　甲。\n2　乙。"


def test_an_article_without_paragraphs_reads_deleted_and_keeps_its_number():
    assert Article("art-5", "5").plain() == "第5条　削除"


def test_closing_the_gaps_renumbers_and_branches_stay_with_their_base():
    numbers = ["2", "3", "3_2", "3_3", "7"]
    articles = renumbered(Article(f"a{n}", n, "", (Paragraph(f"p{n}", "文"),)) for n in numbers)
    assert [article.number for article in articles] == ["1", "2", "2_2", "2_3", "3"]
    assert articles[2].label == "第2条の2"


def test_an_id_once_used_is_never_given_away_again():
    taken = {"art-3", "art-3b"}
    assert fresh_id("art-3", taken) == "art-3c"
    assert fresh_id("art-4", taken) == "art-4"
    assert fresh_id("art-4", taken) == "art-4b"


def test_a_draft_with_a_number_still_open_names_the_provision():
    text = Text((Article("art-1", "1", "", (Paragraph("art-1-p1", "期間は○か月とする。"),)),))
    assert blanks(text) == ["第1条"]
    assert blanks(guideline_text()) == []


def test_a_run_of_deleted_articles_stays_a_run_when_the_gaps_close():
    articles = renumbered(Article(f"a{n}", n) for n in ["2", "4:6", "7"])
    assert [article.number for article in articles] == ["1", "2:4", "5"]
    assert renumbered([Article("main", "")])[0].number == ""
