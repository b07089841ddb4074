"""Old text + change set = new text, for random edits of the guideline."""

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from governance.demo import guideline_text
from governance.rules.amending_sentence import sentences
from governance.rules.change_set import apply, derive, from_json, to_json
from governance.rules.comparison_table import compare
from governance.rules.notation import body_of, parse_article
from governance.rules.provisions import (
    Article,
    Item,
    Paragraph,
    article_from_json,
    article_to_json,
    fresh_id,
    ids_of,
)
from governance.rules.texts import Text, renumbered
from governance.rules.words import words

PHRASES = st.text(alphabet="委員会は市長が15人20か月、。「」ルール公開する(1)ABc  ", min_size=1, max_size=12)


@st.composite
def edits(draw):
    """One to five random edits: words, captions, provisions in and out, moved and renumbered articles."""
    text = guideline_text()
    for _ in range(draw(st.integers(1, 5))):
        text = draw(st.sampled_from(EDITS))(draw, text)
    return text


def _some_article(draw, text):
    return draw(st.integers(0, len(text.articles) - 1))


def _put(text, place, *articles):
    return Text((*text.articles[:place], *articles, *text.articles[place + 1 :]))


def reword(draw, text):
    place = _some_article(draw, text)
    article = text.articles[place]
    if article.is_deleted:
        return text
    n = draw(st.integers(0, len(article.paragraphs) - 1))
    paragraph = article.paragraphs[n]
    start = draw(st.integers(0, len(paragraph.text)))
    end = draw(st.integers(start, min(len(paragraph.text), start + 8)))
    wording = paragraph.text[:start] + draw(PHRASES) + paragraph.text[end:]
    paragraphs = (*article.paragraphs[:n], replace(paragraph, text=wording), *article.paragraphs[n + 1 :])
    return _put(text, place, replace(article, paragraphs=paragraphs))


def recaption(draw, text):
    place = _some_article(draw, text)
    return _put(text, place, replace(text.articles[place], caption=draw(st.just("") | PHRASES)))


def add_lines(draw, text):
    place = _some_article(draw, text)
    article = text.articles[place]
    taken = ids_of(text.articles)
    items = tuple(Item(fresh_id("new-i", taken), words) for words in draw(st.lists(PHRASES, max_size=2)))
    paragraph = Paragraph(fresh_id("new-p", taken), draw(PHRASES), items)
    n = draw(st.integers(0, len(article.paragraphs)))
    paragraphs = (*article.paragraphs[:n], paragraph, *article.paragraphs[n:])
    return _put(text, place, replace(article, paragraphs=paragraphs))


def shuffle_lines(draw, text):
    place = _some_article(draw, text)
    article = text.articles[place]
    lines = tuple(
        replace(p, items=tuple(draw(st.permutations(p.items))))
        for p in draw(st.permutations(article.paragraphs))
    )
    return _put(text, place, replace(article, paragraphs=lines))


def drop_line(draw, text):
    place = _some_article(draw, text)
    article = text.articles[place]
    if len(article.paragraphs) > 1:
        return _put(text, place, replace(article, paragraphs=article.paragraphs[1:]))
    first = article.paragraphs[:1]
    return _put(text, place, replace(article, paragraphs=tuple(replace(p, items=p.items[1:]) for p in first)))


def add_article(draw, text):
    place = draw(st.integers(0, len(text.articles)))
    id = fresh_id("art-new", ids_of(text.articles))
    article = Article(id, "1", draw(PHRASES), (Paragraph(f"{id}-p1", draw(PHRASES)),))
    return Text(renumbered((*text.articles[:place], article, *text.articles[place:])))


def delete_article(draw, text):
    left = _put(text, _some_article(draw, text)) if len(text.articles) > 1 else text
    return draw(st.sampled_from([left, Text(renumbered(left.articles))]))


def empty_article(draw, text):
    place = _some_article(draw, text)
    return _put(text, place, replace(text.articles[place], caption="", paragraphs=()))


def move_article(draw, text):
    return Text(renumbered(draw(st.permutations(text.articles))))


EDITS = [
    reword,
    reword,
    reword,
    recaption,
    add_lines,
    drop_line,
    shuffle_lines,
    add_article,
    delete_article,
    empty_article,
    move_article,
]


@settings(max_examples=200, deadline=None)
@given(edits())
def test_old_text_and_change_set_give_the_new_text(new):
    old = guideline_text()
    changes = from_json(json.loads(json.dumps(to_json(derive(old, new)))))
    assert apply(old, changes) == new
    assert bool(changes) == (old != new)
    assert all(sentence.split("\n")[0].endswith("。") for sentence in sentences(old, new, changes))


@settings(max_examples=60, deadline=None)
@given(edits())
def test_the_comparison_table_shows_both_texts_whole(new):
    old = guideline_text()
    rows = compare(old, new)
    for text, side in ((old, "old"), (new, "new")):
        shown = {row.id: getattr(row, side) for row in rows if getattr(row, side)}
        assert {id: [(line.label, line.text) for line in article.lines] for id, article in shown.items()} == {
            a.id: [(label, words) for _, label, words in a.lines()] for a in text.articles
        }
    assert [row.id for row in rows if row.new] == [article.id for article in new.articles]


@settings(max_examples=60, deadline=None)
@given(edits(), edits())
def test_changes_one_after_the_other_replay_the_history(one, two):
    first = derive(guideline_text(), one)
    second = derive(one, two)
    assert apply(apply(guideline_text(), first), second) == two


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_words_put_together_are_the_text_again(text):
    assert "".join(words(text)) == text


@settings(max_examples=60, deadline=None)
@given(edits())
def test_storing_an_article_and_typing_it_again_keep_it(new):
    for article in new.articles:
        assert article_from_json(article_to_json(article)) == article
    again = parse_article(body_of(new.articles[0]), new.articles[0], ids_of(new.articles))
    assert again.id == new.articles[0].id


def test_nothing_changed_is_an_empty_change_set():
    assert derive(guideline_text(), guideline_text()) == []
