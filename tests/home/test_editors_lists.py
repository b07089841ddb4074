"""Wagtail's own lists tell nobody of drafts they have no part in, and its reports and data are not opened."""

import pytest
from django.urls import reverse

from home.notices.listing import default_index
from portal.foundation import clock
from residents.bodies.models import BodyMembership
from tests.factories import home as notices

pytestmark = pytest.mark.django_db
TITLE = "予算の内示について"


@pytest.fixture
def draft(acting):
    return notices.notice(acting("planner_author"), title=TITLE)


def lists(draft):
    index = default_index().pk
    yield reverse("wagtailadmin_explore", args=[index])
    yield reverse("wagtailadmin_explore_results", args=[index])
    yield reverse("wagtailadmin_pages:search") + "?q=予算"
    yield reverse("wagtailadmin_pages:search_results") + "?q=予算"
    yield reverse("wagtailadmin_choose_page_child", args=[index])
    yield reverse("wagtailadmin_choose_page_search") + "?q=予算"


@pytest.mark.parametrize(
    "stranger", ["disaster_officer", "npo_author", "npo_approver", "chair", "caretaker_1", "system_admin"]
)
def test_strangers_do_not_learn_of_a_draft(client_as, draft, stranger):
    client = client_as(stranger)
    for path in lists(draft):
        page = client.get(path).content.decode()
        assert f"/pages/{draft.pk}/" not in page, path
        assert TITLE not in page, path


@pytest.mark.parametrize("colleague", ["planner_chief", "pr_approver"])
def test_the_section_and_the_publisher_find_it(client_as, draft, colleague):
    client = client_as(colleague)
    explore, _results, found, *_rest = lists(draft)
    assert f"/pages/{draft.pk}/" in client.get(explore).content.decode()
    assert f"/pages/{draft.pk}/" in client.get(found).content.decode()


@pytest.mark.parametrize("stranger", ["npo_author", "chair", "caretaker_1", "system_admin"])
def test_the_page_that_confirms_a_move_names_nothing(client_as, draft, stranger):
    path = reverse("wagtailadmin_pages:move_confirm", args=[draft.pk, default_index().pk])
    for answer in (client_as(stranger).get(path), client_as(stranger).post(path)):
        assert TITLE not in answer.content.decode()
        assert answer.status_code in (302, 403)


@pytest.mark.parametrize("language", ["", "/en", "/ja-simple"])
@pytest.mark.parametrize(
    "path",
    [
        "api/main/pages/",
        "api/main/images/",
        "api/main/documents/",
        "reports/site-history/",
        "reports/aging-pages/",
        "reports/locked/",
        "localize/reports/translations/",
        "workflows/task_chooser/",
        "embeds/chooser/",
    ],
)
def test_reports_and_data_of_all_sections_are_not_opened(client_as, language, path):
    for key in ("pr_approver", "system_admin"):
        assert client_as(key).get(f"{language}/cms/{path}").status_code == 404


@pytest.mark.parametrize("key", ["pr_approver", "npo_approver", "caretaker_1", "system_admin"])
@pytest.mark.parametrize(
    "path",
    [
        "users/",
        "users/new/",
        "groups/",
        "sites/",
        "locales/",
        "collections/",
        "snippets/",
        "redirects/",
        "settings/",
    ],
)
def test_people_sites_languages_and_settings_are_out_of_reach(client_as, key, path):
    assert client_as(key).get(f"/cms/{path}").status_code in (302, 403, 404)


def test_whoever_left_stands_outside_the_same_day(client_as, people, frozen):
    """Rights end with the last day; the session that is still open carries none over."""
    frozen("2026-11-22 23:50")
    client = client_as("pr_author")
    assert client.get("/cms/").status_code == 200
    BodyMembership.objects.filter(person=people["pr_author"]).update(until_on=clock.today())
    assert client.get("/cms/").status_code == 200
    frozen("2026-11-23 00:01")
    for path in (
        "/cms/",
        "/cms/notices/",
        reverse("wagtailadmin_pages:add", args=["home", "noticepage", default_index().pk]),
    ):
        assert client.get(path).status_code == 302


def test_nobody_acts_for_a_body_that_was_dissolved(client_as, town):
    client = client_as("pr_author")
    body = town.body("public-relations")
    body.valid_until = clock.today() - clock.ONE_DAY
    body.save()
    assert client.get("/cms/").status_code == 302
    assert client.post("/accounts/act-for/", {"body": body.code}).status_code == 404
