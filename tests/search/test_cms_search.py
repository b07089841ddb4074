"""The editors' own lists and choosers find words inside Japanese compounds."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import And, MatchAll, Not, Phrase, PlainText

from home.notices.pages import NoticePage
from search import actions
from search.models import IndexState
from tests.factories.home import notice

pytestmark = pytest.mark.django_db
MEETINGS = ["市民電子会議室の運営について", "会議室の予約のしかた", "新しい会議室を開きました"]
OTHERS = ["引っ越しの手続き", "東京都の補助金", "Rooms for rent"]


@pytest.fixture
def notices(acting):
    return [notice(acting("pr_author"), title=title) for title in [*MEETINGS, *OTHERS]]


def searched(question, pages=None, **options) -> set[str]:
    pages = NoticePage.objects.all() if pages is None else pages
    return {page.title for page in pages.search(question, **options)}


def typed(question) -> set[str]:
    return {page.title for page in NoticePage.objects.autocomplete(question)}


def test_a_word_inside_a_compound_finds_all_three(notices):
    assert searched("会議室") == set(MEETINGS)
    assert typed("会議室") == set(MEETINGS)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("引越し", {"引っ越しの手続き"}),
        ("会議室 予約", {"会議室の予約のしかた"}),
        ("会議室 補助金", set()),
        ("京都", set()),
        ("rooms", {"Rooms for rent"}),
        ("ＲＯＯＭＳ", {"Rooms for rent"}),
        ("病院", set()),
        ("、。", set()),
        ('"*(', set()),
    ],
)
def test_a_question_finds_exactly_these(notices, question, found):
    assert searched(question) == found


@pytest.mark.parametrize(
    ("so_far", "found"),
    [
        ("会", set(MEETINGS)),
        ("会議", set(MEETINGS)),
        ("市民電", {"市民電子会議室の運営について"}),
        ("ro", {"Rooms for rent"}),
        ("rooms for re", {"Rooms for rent"}),
        ("引っ越しの手", {"引っ越しの手続き"}),
    ],
)
def test_what_is_still_being_typed_finds_already(notices, so_far, found):
    assert typed(so_far) == found


def test_wagtails_other_kinds_of_question_still_work(notices):
    assert searched(PlainText("予約 補助金", operator="or")) == {"会議室の予約のしかた", "東京都の補助金"}
    assert searched(Phrase("電子会議室")) == {"市民電子会議室の運営について"}
    assert searched(PlainText("会議室") & ~PlainText("予約")) == set(MEETINGS) - {"会議室の予約のしかた"}
    assert searched(And([PlainText("会議室"), PlainText("新しい")])) == {"新しい会議室を開きました"}
    assert searched(MatchAll()) == {*MEETINGS, *OTHERS}
    assert searched(Not(MatchAll())) == set()


def test_fields_filters_order_and_pieces_are_kept(notices):
    assert searched("会議室", fields=["title"]) == set(MEETINGS)
    assert searched("会議室", NoticePage.objects.filter(title=MEETINGS[1])) == {MEETINGS[1]}
    by_title = NoticePage.objects.order_by("title").search("会議室", order_by_relevance=False)
    assert [page.title for page in by_title] == sorted(MEETINGS)
    assert [page.title for page in by_title[1:2]] == sorted(MEETINGS)[1:2]
    assert by_title.count() == 3
    scores = [page.score for page in NoticePage.objects.search("会議室").annotate_score("score")]
    assert len(scores) == 3 and all(score > 0 for score in scores)


def test_the_better_answer_stands_first(acting):
    notice(acting("pr_author"), title="予約と会議室と集会所と公民館と図書館のいろいろな予定について")
    short = notice(acting("pr_author"), title="会議室")
    assert NoticePage.objects.search("会議室")[0].title == short.title


def test_every_class_of_pages_is_asked_through_its_parent(notices):
    assert {page.title for page in Page.objects.search("会議室")} >= set(MEETINGS)


def test_a_changed_and_a_deleted_page_are_followed(notices):
    first = notices[0]
    first.title = "集会所の運営について"
    first.save()
    assert searched("会議室") == set(MEETINGS[1:])
    assert searched("集会所") == {"集会所の運営について"}
    first.delete()
    assert searched("集会所") == set()


def test_documents_are_found_too(town):
    Document.objects.create(title="会議室利用規程", file="x.pdf")
    found = get_search_backend().autocomplete("利用規程", Document)
    assert [document.title for document in found] == ["会議室利用規程"]


def test_the_list_of_pages_of_an_editor_finds_inside_a_compound(client_as, notices):
    client = client_as("pr_author")
    for address in ("wagtailadmin_pages:search", "wagtailadmin_choose_page_search"):
        page = client.get(reverse(address), {"q": "会議室"}).content.decode()
        assert [title for title in MEETINGS if title not in page] == [], address


def test_questions_do_not_grow_with_the_hits(notices, django_assert_max_num_queries, acting):
    """Two on SQLite: the full-text table, then the rows by their keys. PostgreSQL needs one."""
    with django_assert_max_num_queries(2):
        assert len(NoticePage.objects.search("会議室")) == 3
    for number in range(5):
        notice(acting("pr_author"), title=f"会議室 {number}")
    with django_assert_max_num_queries(2):
        assert len(NoticePage.objects.search("会議室")) == 8


def test_a_rebuilt_index_finds_the_same(notices):
    call_command("update_index", verbosity=0)
    assert searched("会議室") == set(MEETINGS)


def test_a_new_dictionary_makes_the_editors_index_anew(notices):
    actions.rebuild()
    IndexState.objects.update(dictionary="an older one")
    NoticePage.objects.filter(pk=notices[0].pk).update(title="集会所の運営について")
    actions.refresh()
    assert searched("集会所") == {"集会所の運営について"}
