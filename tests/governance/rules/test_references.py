"""Citations inside a rule that a change would leave pointing at the wrong article."""

from governance.demo import guideline, guideline_text
from governance.rules.references import citations, stale_citations
from governance.rules.texts import Text, renumbered


def test_the_guideline_cites_its_own_articles_where_the_source_says_so():
    found = {(citation.provision, citation.number) for citation in citations(guideline_text())}
    assert found == {
        ("art-4-p1", "7"),
        ("art-5-p1", "1"),
        ("art-9-p1-i2", "4"),
        ("art-9-p1-i3", "6"),
        ("art-12-p1", "10"),
        ("art-13-p1", "9"),
    }
    printed = {(entry["from"], entry["to"].split("-")[1]) for entry in guideline()["cross_references"]}
    assert found == {pair for pair in printed if pair[0] != "art-8-p2"}  # 前項, 同項 name no number


def test_moving_article_7_up_leaves_article_4_citing_the_wrong_one():
    old = guideline_text()
    new = Text(renumbered(article for article in old.articles if article.number != "5"))
    stale = {(s.citing, s.cited, s.becomes) for s in stale_citations(old, new)}
    assert ("第4条", "第7条", "第6条") in stale
    assert ("第8条第2号", "第4条", "第4条") not in stale


def test_an_article_taken_away_leaves_its_citation_without_an_aim():
    old = guideline_text()
    new = Text(tuple(article for article in old.articles if article.number != "6"))
    assert [(s.citing, s.cited, s.becomes) for s in stale_citations(old, new)] == [
        ("第9条第3号", "第6条", "")
    ]


def test_an_unchanged_text_has_no_stale_citation():
    assert stale_citations(guideline_text(), guideline_text()) == []
