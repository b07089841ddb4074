"""Pitfalls of Wagtail, its translations and its search, kept shut by a test each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test import Client
from wagtail.models import Locale, Page, ReferenceIndex
from wagtail.search.index import Indexed
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import TranslationSource
from wagtail_localize.operations import translate_object

from home.pages import HandbookIndexPage, HandbookPage
from search import matching, tokens
from search.documents import PASSAGE, Document
from tests.factories.communities import Forums

ROOMS = ("foundation", "residents", "disaster", "communities", "surveys", "governance", "home", "search")
OURS = [model for room in ROOMS for model in apps.get_app_config(room).get_models()]
PAGES = [model for model in OURS if issubclass(model, Page)]


@pytest.fixture
def handbook_page(town):
    index = HandbookIndexPage.objects.get(locale__language_code="ja")
    page = HandbookPage(title="引っ越しの手続き", section_codes="disaster", locale=index.locale)
    index.add_child(instance=page)
    page.save_revision().publish()
    return page


def test_a_japanese_title_makes_a_japanese_slug(handbook_page):
    assert handbook_page.slug == "引っ越しの手続き"
    assert Client().get("/handbook/引っ越しの手続き/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("model", PAGES, ids=lambda model: model._meta.label)
def test_a_slug_is_synchronised_between_languages_never_translated(model):
    (slug,) = [field for field in get_translatable_fields(model) if field.field_name == "slug"] or [None]
    assert slug is not None
    assert slug.is_synchronized(model()) and not slug.is_translated(model())


def test_a_translation_keeps_the_address(handbook_page, people):
    translate_object(handbook_page, [Locale.objects.get(language_code="en")], user=people["pr_author"])
    source = TranslationSource.objects.get_for_instance(handbook_page)
    paths = set(source.stringsegment_set.values_list("context__path", flat=True))
    assert "title" in paths and "slug" not in paths
    english = handbook_page.get_translation(Locale.objects.get(language_code="en"))
    assert english.slug == handbook_page.slug


def test_our_migrations_run_on_wagtail_7_and_on_wagtail_8():
    """Written under 8 they would name its page model and its 98th migration, and fail under 7."""
    base = Path(settings.BASE_DIR)
    files = [*base.glob("*/migrations/0*.py"), *base.glob("portal/*/migrations/0*.py")]
    assert len(files) > 8
    written_under_8 = re.compile(r"WAGTAIL_PAGE_MODEL|[\"']009[89]_|[\"']01\d\d_.*wagtailcore")
    assert [str(file) for file in files if written_under_8.search(file.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("language", ["", "/en", "/ja-simple"])
@pytest.mark.parametrize("door", ["/_util/login/", "/cms/login/", "/cms/password_reset/"])
@pytest.mark.django_db
def test_there_is_one_log_in(language, door):
    """Wagtail's own doors have neither rate limits nor second factors."""
    for method in ("get", "post"):
        answer = getattr(Client(), method)(f"{language}{door}?next=/cms/")
        assert (answer.status_code, answer["Location"]) == (302, f"{language}/accounts/login/?next=/cms/")


@pytest.mark.parametrize("model", [m for m in OURS if not issubclass(m, Page)], ids=lambda m: m._meta.label)
def test_what_many_people_write_is_in_none_of_wagtails_indexes(model):
    """Each save of a post, an answer or a line of the ledger would write them too."""
    assert not issubclass(model, Indexed)
    assert model not in ReferenceIndex.indexed_models


def test_a_post_leaves_wagtails_indexes_alone(acting):
    from wagtail.search.backends import get_search_backend

    forums = Forums(acting)
    room = forums.citizen_room()
    before = ReferenceIndex.objects.count(), _entries()
    forums.post(room, title="会議室の使い方", body="夜も開いていますか。")
    assert (ReferenceIndex.objects.count(), _entries()) == before
    assert get_search_backend().search("使い方", Page).count() == 0


def _entries() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM wagtailsearch_indexentry")
        return cursor.fetchone()[0]


@pytest.mark.parametrize(
    "letters",
    ["会", "会議室", "あ。", "a ", "1、", "会a1ア", "税\n", "ｶﾞ", "いろはにほへと、"],
)
def test_a_passage_stays_below_the_positions_postgresql_counts(letters):
    """Beyond 16,383 positions a phrase is not found any more."""
    text = (letters * PASSAGE)[: 2 * PASSAGE]
    document = Document("post", "1", (letters * 300)[:300], text, "/", None, reading=(letters * 600)[:600])
    for entry in document.entries():
        assert len(entry.text) <= PASSAGE
        assert len(entry.tokens.split()) <= 16_383


def test_a_phrase_at_the_very_end_of_a_long_text_is_found():
    text = "会議の記録です。" * 3_000 + "最後に避難訓練を決めた。"
    (last,) = [e for e in Document("post", "1", "記録", text, "/", None).entries() if "避難訓練" in e.text]
    (term,) = tokens.terms("避難訓練")
    assert any(" ".join(phrase) in last.tokens for phrase in term.phrases)


def test_a_question_without_hits_never_walks_the_whole_table_on_postgresql():
    """Sorted directly, the planner would read the table in the order of its key until 20 rows match."""
    statement = " ".join(matching.POSTGRESQL.split())
    hits, rest = statement.split("hits AS MATERIALIZED (")[1].split(") SELECT id FROM hits")
    assert "ORDER BY" not in hits and hits.rstrip().endswith("LIMIT %s")
    assert "ORDER BY" in rest


@pytest.mark.postgres
@pytest.mark.django_db
def test_postgresql_plans_it_so():
    with connection.cursor() as cursor:
        statement = matching.POSTGRESQL.format(order=matching.POSTGRESQL_ORDERS["newest"])
        asked = [matching.tsquery(tokens.terms("どこにもない言葉")), [0], 5_000, 1_000]
        cursor.execute(f"EXPLAIN {statement}", asked)
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "CTE hits" in plan and "CTE Scan on hits" in plan
    assert "Index Scan Backward" not in plan
