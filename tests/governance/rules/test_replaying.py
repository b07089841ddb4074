"""Laws with everything in them, edited at random: change sets, sentences, tables, and history replayed."""

import json
import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from governance.rules.amending_sentence import sentences
from governance.rules.change_set import apply, derive, from_json, to_json
from governance.rules.comparison_table import compare
from governance.rules.law_projection import project
from governance.rules.law_reading import read
from governance.rules.making import add_version
from governance.rules.models import Rule, RuleVersion
from governance.rules.provisions import Article, Item, Paragraph, fresh_id, ids_of
from governance.rules.standing import NOT_YET, standing_on
from governance.rules.text_shapes import comparison
from governance.rules.texts import Appendix, Text, renumbered
from portal.foundation.acting import CLOCK
from residents.models import Body

from .law_samples import LAW

START = date(2026, 4, 1)
WORDS = ["委員会", "市長は、", "公開する。", "20人", "ただし、", "(1)", "イ", "　", "ルール"]


def law() -> Text:
    return project(read(LAW.encode())).text


def edited(text: Text, seed: int) -> Text:
    """One random edit, somewhere between a word and a chapter."""
    rnd = random.Random(seed)
    return rnd.choice(EDITS)(text, rnd)


def _reword(text: Text, rnd: random.Random) -> Text:
    return _with_lines(
        text, rnd, lambda entry: replace(entry, text=entry.text[: rnd.randint(0, 9)] + rnd.choice(WORDS))
    )


def _with_lines(text: Text, rnd: random.Random, edit) -> Text:
    article = rnd.choice(text.articles)
    lines = [line for line in ids_of([article]) if line != article.id]
    if not lines:
        return text
    at = rnd.choice(sorted(lines))

    def walk(entries):
        return tuple(edit(e) if e.id == at else replace(e, items=walk(e.items)) for e in entries)

    now = replace(article, paragraphs=walk(article.paragraphs))
    return text.with_articles(now if a.id == article.id else a for a in text.articles)


def _add_below(text: Text, rnd: random.Random) -> Text:
    item = Item(fresh_id("new", ids_of(text.articles)), rnd.choice(WORDS))

    def added(entry):
        place = rnd.randint(0, len(entry.items))
        return replace(entry, items=(*entry.items[:place], item, *entry.items[place:]))

    return _with_lines(text, rnd, added)


def _drop_below(text: Text, rnd: random.Random) -> Text:
    return _with_lines(text, rnd, lambda entry: replace(entry, items=entry.items[1:]))


def _shuffle(text: Text, rnd: random.Random) -> Text:
    return text.with_articles(rnd.sample(text.articles, len(text.articles)))


def _delete(text: Text, rnd: random.Random) -> Text:
    gone = rnd.choice(text.articles)
    left = [article for article in text.articles if article.id != gone.id]
    return text.with_articles(rnd.choice([left, renumbered(left)])) if left else text


def _add(text: Text, rnd: random.Random) -> Text:
    id = fresh_id("art-new", ids_of(text.articles))
    article = Article(id, f"9_{rnd.randint(2, 9)}", "新", (Paragraph(f"{id}-p1", rnd.choice(WORDS)),), "law")
    place = rnd.randint(0, len(text.articles))
    return text.with_articles((*text.articles[:place], article, *text.articles[place:]))


def _appendices(text: Text, rnd: random.Random) -> Text:
    added = Appendix(f"appdx-{rnd.randint(1, 99)}", "別表第二", "", ((rnd.choice(WORDS), "額"),))
    changed = tuple(replace(a, rows=(*a.rows, (rnd.choice(WORDS),))) for a in text.appendices)
    return replace(text, appendices=rnd.choice([(), (*changed, added), changed, (added, *text.appendices)]))


def _headings(text: Text, rnd: random.Random) -> Text:
    return replace(
        text, headings=tuple(replace(h, title=h.title + rnd.choice(WORDS)) for h in text.headings[:1])
    )


def _preamble(text: Text, rnd: random.Random) -> Text:
    return replace(text, preamble=(*text.preamble, rnd.choice(WORDS)))


EDITS = [
    _reword,
    _reword,
    _add_below,
    _drop_below,
    _shuffle,
    _delete,
    _add,
    _appendices,
    _headings,
    _preamble,
]
SEEDS = st.lists(st.integers(0, 10_000), min_size=1, max_size=6)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(SEEDS)
def test_a_law_and_its_change_set_give_the_amended_law(seeds):
    old = new = law()
    for seed in seeds:
        new = edited(new, seed)
    changes = from_json(json.loads(json.dumps(to_json(derive(old, new)))))
    assert apply(old, changes) == new
    assert bool(changes) == (old != new)
    assert all(sentence.split("\n")[0].endswith("。") for sentence in sentences(old, new, changes))
    rows = compare(old, new)
    assert [row.id for row in rows if row.new and row.id in {a.id for a in new.articles}] == [
        article.id for article in new.articles
    ]
    assert any(not row.is_folded for row in rows) == (old != new)
    assert len(comparison(rows)) <= len(rows)


@dataclass
class Version:
    """What `standing_on` asks of a version."""

    effective_from: date
    text: dict
    changes: list
    kind: str = "partial_amendment"
    pk: int = 0
    repeals_id: int | None = None


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(1, 400)), min_size=1, max_size=5),
    st.integers(-50, 1600),
)
def test_the_text_of_any_day_is_the_change_sets_replayed_until_then(amendments, asked):
    text, day = law(), START
    versions = [Version(day, text.to_json(), [])]
    for seed, days in amendments:
        new, day = edited(text, seed), day + timedelta(days=days)
        versions.append(Version(day, new.to_json(), to_json(derive(text, new))))
        text = new
    on = START + timedelta(days=asked)
    standing = standing_on(reversed(versions), on)
    if on < START:
        assert standing.state == NOT_YET
        return
    replayed = law()
    for version in versions:
        if version.effective_from <= on:
            replayed = apply(replayed, from_json(version.changes))
    assert Text.from_json(standing.version.text) == replayed


@pytest.mark.django_db
@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(1, 400)), min_size=1, max_size=4),
    st.lists(st.integers(-50, 1600), min_size=1, max_size=6),
)
def test_what_the_database_keeps_is_replayed_to_the_text_of_any_day(town, amendments, days):
    """The same with real rows: what was stored, read back, replayed, and asked for by a query."""
    mayor = Body.objects.get(code="mayor")
    rule = Rule(slug=f"law-{uuid4().hex[:8]}", title="法律", instrument_type="guideline", enacted_by=mayor)
    rule.step("transcribe", by=CLOCK)
    text, day = law(), START
    add_version(rule, "enactment", by=CLOCK, effective_from=day, text=text)
    for seed, later in amendments:
        text, day = edited(text, seed), day + timedelta(days=later)
        add_version(
            Rule.objects.get(pk=rule.pk), "partial_amendment", by=CLOCK, effective_from=day, text=text
        )
    stored = Rule.objects.with_versions().get(pk=rule.pk)
    for on in (START + timedelta(days=asked) for asked in days):
        found = RuleVersion.objects.as_of(on).filter(rule=rule).first()
        assert stored.on(on).version == found
        if on < START:
            assert found is None
            continue
        replayed = law()
        for version in stored.versions.order_by("number"):
            if version.effective_from <= on:
                replayed = apply(replayed, version.change_set)
        assert found.main_provision == replayed
