"""What readers see of notices, and what it costs."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from home.notices import actions
from tests.factories import home as notices

pytestmark = pytest.mark.django_db


def page(url, client=None):
    response = (client or Client()).get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_the_list_tells_the_channels_apart(acting):
    notices.published(acting("pr_author"), acting("pr_approver"), title="市からの題名")
    operator = acting("npo_author"), acting("npo_approver")
    notices.published(*operator, channel="operator", title="運営からの題名")
    both = page("/notices/")
    assert "市からの題名" in both and "運営からの題名" in both
    assert 'data-channel="government"' in both and 'data-channel="operator"' in both
    only = page("/notices/?channel=operator")
    assert "運営からの題名" in only and "市からの題名" not in only


def test_past_notices_are_read_apart(acting):
    notice = notices.published(acting("pr_author"), acting("pr_approver"))
    actions.archive(notice)
    assert notice.title not in page("/notices/")
    assert notice.title in page("/notices/?period=past")
    assert "掲載期間終了" in page(notice.url)


@pytest.mark.parametrize("status", ["draft", "in_review", "scheduled", "discarded"])
def test_what_is_not_published_is_found_nowhere(acting, status):
    notice = notices.in_status(status, acting("pr_author"), acting("pr_approver"))
    client = Client()
    assert client.get(f"/notices/{notice.slug}/").status_code == 404
    for url in ("/", "/notices/", "/notices/?period=past", "/feeds/notices.atom"):
        assert notice.title not in page(url)


def test_a_page_that_exists_only_in_japanese_says_so(acting):
    notice = notices.published(acting("pr_author"), acting("pr_approver"))
    response = Client().get(f"/en/notices/{notice.slug}/")
    text = response.content.decode()
    assert response.status_code == 404
    assert f'href="/notices/{notice.slug}/"' in text and "not available in this language" in text
    assert Client().get("/en/notices/no-such-notice/").status_code == 404


def test_the_text_for_paper_radio_and_television(acting, client_as):
    notice = notices.published(acting("pr_author"), acting("pr_approver"))
    url = reverse("notices:export", args=[notice.pk])
    response = client_as("pr_approver").get(url)
    assert response["Content-Type"].startswith("text/plain")
    text = response.content.decode()
    assert "【行政からのお知らせ】" in text and "説明会を開きます。" in text and "<p>" not in text
    assert client_as("npo_approver").get(url).status_code == 403
    assert client_as("planner_author").get(url).status_code == 403


@pytest.fixture
def cache_in_the_database(settings):
    """As in a town without Redis: what is read from the cache counts as a query."""
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
    }
    call_command("createcachetable", verbosity=0)


@pytest.mark.parametrize("url", ["/", "/notices/", "/feeds/notices.atom"])
def test_the_number_of_queries_does_not_grow_with_the_town(acting, url, cache_in_the_database):
    author, approver = acting("pr_author"), acting("pr_approver")
    notices.published(author, approver)
    Client().get(url)
    with CaptureQueriesContext(connection) as few:
        Client().get(url)
    for number in range(6):
        notices.published(author, approver, title=f"お知らせ{number}")
    with CaptureQueriesContext(connection) as many:
        Client().get(url)
    assert len(many) <= len(few)
    assert len(many) <= 40


def test_department_editors_meet_a_small_desk(client_as):
    """Six menu items at most, no page tree, nothing to decide about what is not theirs."""
    response = client_as("planner_author").get(reverse("wagtailadmin_home"))
    text = response.content.decode()
    assert "お知らせを書く" in text and "承認待ち" not in text
    assert f'href="{reverse("communities:application-list")}"' in text and "公認コミュニティ" in text
    assert "承認待ち" in client_as("pr_approver").get(reverse("wagtailadmin_home")).content.decode()
    for outsider in ("npo_author", "mayor"):
        desk = client_as(outsider).get(reverse("wagtailadmin_home")).content.decode()
        assert "公認コミュニティ" not in desk
    assert (
        "現在ここでの担当がありません"
        in client_as("mayor").get(reverse("wagtailadmin_home")).content.decode()
    )
