"""Every path Wagtail itself offers, walked by HTTP: none makes a notice public, changes or removes it."""

import json

import pytest
from django.urls import reverse
from wagtail.models import Page, Revision
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from home.notices.listing import default_index
from home.notices.pages import NoticePage
from residents.models import User
from tests.factories import home as notices

pytestmark = pytest.mark.django_db


@pytest.fixture
def superuser_client(client, town):
    """An administrator of the site in Django's sense; M2 gives them no right over notices."""
    admin = User.objects.create_user("root@demo.example.jp", "x", display_name="管理者")
    admin.is_superuser = True
    admin.save()
    client.force_login(admin, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture(params=["pr_author", "pr_approver", "npo_approver", "system_admin", "superuser"])
def somebody(request, client_as, superuser_client):
    return superuser_client if request.param == "superuser" else client_as(request.param)


def state(notice):
    page = NoticePage.objects.get(pk=notice.pk)
    return page.live, page.status, page.path, page.live_revision_id, page.approved_revision_id


def form(town, **changes):
    return nested_form_data(
        {
            "title": "題名",
            "channel": "government",
            "department": town.body("public-relations").pk,
            "contact": "広報課",
            "topic": "living",
            "summary": "",
            "expires_on": "",
            "publish_from": "",
            "slug": "",
            "body": streamfield([("text", rich_text("<p>本文</p>"))]),
            **changes,
        }
    )


def paths(notice):
    """(address, form) of everything Wagtail's screens can send about a page."""
    index = default_index()
    bulk = {"id": notice.pk}
    yield reverse("wagtailadmin_pages:delete", args=[notice.pk]), {}
    yield reverse("wagtailadmin_pages:unpublish", args=[notice.pk]), {}
    yield reverse("wagtailadmin_pages:move_confirm", args=[notice.pk, index.get_parent().pk]), {}
    yield reverse("wagtailadmin_pages:lock", args=[notice.pk]), {}
    yield reverse("wagtailadmin_pages:unlock", args=[notice.pk]), {}
    yield reverse("wagtailadmin_pages:set_page_position", args=[notice.pk]) + "?position=0", {}
    yield reverse("wagtailadmin_pages:set_privacy", args=[notice.pk]), {"restriction_type": "login"}
    yield reverse("wagtailadmin_pages:convert_alias", args=[notice.pk]), {}
    for verb in ("publish", "unpublish", "delete", "move"):
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", verb])
        yield (
            f"{url}?id={notice.pk}&next=/",
            {**bulk, "include_descendants": "on", "chooser": index.get_parent().pk},
        )
        url = f"{url}?id={index.pk}&next=/"
        yield url, {"id": index.pk, "include_descendants": "on", "chooser": index.get_parent().pk}
    yield reverse("wagtailadmin_pages:delete", args=[index.pk]), {}
    yield reverse("wagtailadmin_pages:unpublish", args=[index.pk]), {"include_descendants": "on"}


def api_calls(notice):
    """(action, fields) of the admin API, which the screens use behind the scenes."""
    parent = default_index().get_parent().pk
    yield "publish", {}
    yield "unpublish", {}
    yield "delete", {}
    yield "move", {"destination_page_id": parent}
    yield "copy", {"keep_live": True, "slug": "copied", "title": "copied"}
    yield "create_alias", {"update_slug": "alias"}
    yield "copy_for_translation", {"locale": "en"}


@pytest.mark.parametrize("status", ["draft", "in_review", "scheduled", "published", "archived"])
def test_no_screen_of_wagtail_moves_a_notice(acting, somebody, status):
    notice = notices.in_status(status, acting("pr_author"), acting("pr_approver"))
    before, pages = state(notice), Page.objects.count()
    for url, data in paths(notice):
        somebody.post(url, data)
        assert state(notice) == before, url
    assert Page.objects.count() == pages


@pytest.mark.parametrize("status", ["draft", "in_review", "published"])
def test_the_admin_api_moves_no_notice(acting, somebody, status):
    notice = notices.in_status(status, acting("pr_author"), acting("pr_approver"))
    before, live = state(notice), NoticePage.objects.live().count()
    for action, fields in api_calls(notice):
        url = reverse("wagtailadmin_api:pages:action", args=[notice.pk, action])
        somebody.post(url, json.dumps(fields), content_type="application/json")
        assert state(notice) == before, action
        assert NoticePage.objects.live().count() == live, action


@pytest.mark.parametrize("button", ["action-publish", "action-submit", "action-restart-workflow"])
def test_no_button_of_the_edit_form_publishes(acting, town, somebody, button):
    notice = notices.notice(acting("pr_author"))
    url = reverse("wagtailadmin_pages:edit", args=[notice.pk])
    somebody.post(url, form(town, title="押しただけ", go_live_at="2020-01-01 00:00", **{button: "1"}))
    assert state(notice)[:2] == (False, "draft")


def test_the_publish_button_is_answered_with_a_sentence(acting, town, client_as):
    notice = notices.notice(acting("pr_author"))
    add = reverse("wagtailadmin_pages:add", args=["home", "noticepage", default_index().pk])
    for url in (add, reverse("wagtailadmin_pages:edit", args=[notice.pk])):
        response = client_as("pr_author").post(url, form(town, **{"action-publish": "1"}))
        assert response.status_code == 403 and "公開を担当する人が承認" in response.content.decode()
    assert NoticePage.objects.count() == 1


@pytest.mark.parametrize("status", ["in_review", "scheduled", "archived"])
def test_words_under_decision_cannot_be_changed(acting, town, client_as, status):
    notice = notices.in_status(status, acting("pr_author"), acting("pr_approver"))
    words = notice.latest_revision_id
    url = reverse("wagtailadmin_pages:edit", args=[notice.pk])
    response = client_as("pr_author").post(url, form(town, title="すりかえた題名"))
    assert "文章を変更できません" in client_as("pr_author").get(url).content.decode()
    assert response.status_code == 200
    assert NoticePage.objects.get(pk=notice.pk).latest_revision_id == words


def test_editing_a_published_notice_makes_a_draft_of_its_correction(acting, town, client_as, client):
    notice = notices.published(acting("pr_author"), acting("pr_approver"))
    before = state(notice)
    url = reverse("wagtailadmin_pages:edit", args=[notice.pk])
    assert client_as("pr_author").post(url, form(town, title="直した題名")).status_code == 302
    assert state(notice) == before
    assert "直した題名" not in client.get(notice.url).content.decode()


def test_autosave_never_writes_over_approved_words(acting, town, client_as):
    notice = notices.published(acting("pr_author"), acting("pr_approver"))
    approved = Revision.objects.get(pk=notice.approved_revision_id)
    approved_words = dict(approved.content)
    data = form(town, title="自動保存", overwrite_revision_id=notice.latest_revision_id)
    url = reverse("wagtailadmin_pages:edit", args=[notice.pk])
    client_as("pr_author").post(url, data, headers={"accept": "application/json"})
    approved.refresh_from_db()
    assert approved.content["title"] == approved_words["title"]


def test_channel_and_department_are_fixed_once_begun(acting, town, client_as):
    notice = notices.notice(acting("pr_author"))
    url = reverse("wagtailadmin_pages:edit", args=[notice.pk])
    data = form(town, channel="operator", department=town.body("disaster").pk)
    client_as("pr_author").post(url, data)
    page = NoticePage.objects.get(pk=notice.pk).get_latest_revision_as_object()
    assert (page.channel, page.department.code) == ("government", "public-relations")


@pytest.mark.parametrize(
    ("who", "channel", "code"),
    [
        ("pr_author", "operator", "public-relations"),
        ("pr_author", "government", "disaster"),
        ("npo_author", "government", "sns-operator"),
        ("npo_author", "operator", "public-relations"),
    ],
)
def test_nobody_begins_a_notice_in_anothers_name(town, client_as, who, channel, code):
    url = reverse("wagtailadmin_pages:add", args=["home", "noticepage", default_index().pk])
    client_as(who).post(url, form(town, channel=channel, department=town.body(code).pk))
    assert not NoticePage.objects.exists()


@pytest.mark.parametrize("who", ["resident_1", "chair", "mayor"])
def test_who_drafts_nothing_finds_no_form(town, client_as, who):
    url = reverse("wagtailadmin_pages:add", args=["home", "noticepage", default_index().pk])
    assert client_as(who).get(url).status_code == 302
    client_as(who).post(url, form(town))
    assert not NoticePage.objects.exists()


def test_another_department_neither_reads_nor_changes_a_draft(acting, town, client_as):
    notice = notices.notice(acting("pr_author"))
    edit = reverse("wagtailadmin_pages:edit", args=[notice.pk])
    draft = reverse("wagtailadmin_pages:view_draft", args=[notice.pk])
    for who in ("planner_author", "npo_approver", "system_admin"):
        assert client_as(who).get(edit).status_code == 302
        assert client_as(who).get(draft).status_code == 302
        assert client_as(who).get(reverse("notices:review", args=[notice.pk])).status_code == 403
        client_as(who).post(edit, form(town, title="ほかの課の題名"))
    assert NoticePage.objects.get(pk=notice.pk).get_latest_revision_as_object().title == notice.title


def test_going_back_to_older_words_is_not_going_back_to_an_older_status(acting, town, client_as):
    author, approver = acting("pr_author"), acting("pr_approver")
    notice = notices.published(author, approver)
    first = notice.approved_revision_id
    notice = notices.rewritten(notice, author, title="二度目の題名")
    notice = notices.actions.correct(notice, by=approver, seen=notice.words_seen, line="題名を直しました。")
    url = reverse("wagtailadmin_pages:edit", args=[notice.pk])
    client_as("pr_author").get(reverse("wagtailadmin_pages:revisions_revert", args=[notice.pk, first]))
    client_as("pr_author").post(url, form(town, revision=first))
    page = NoticePage.objects.get(pk=notice.pk)
    assert page.status == "published" and page.title == "二度目の題名"


def test_using_a_notice_again_begins_a_new_draft_of_ones_own(acting, town, client_as):
    notice = notices.published(acting("pr_author"), acting("pr_approver"))
    url = reverse("wagtailadmin_pages:copy", args=[notice.pk])
    index = default_index()
    data = {
        "new_title": "ことしの説明会",
        "new_slug": "this-year",
        "new_parent_page": index.pk,
        "publish_copies": "on",
    }
    response = client_as("planner_author").post(url, data)
    assert response.status_code == 302
    copy = NoticePage.objects.exclude(pk=notice.pk).get()
    assert (copy.status, copy.live, copy.department.code) == ("draft", False, "planning-section")
    assert copy.approved_revision is None and copy.published_at is None
    assert copy.author_ids() >= {str(acting("planner_author").person.pk)}


def test_translating_by_wagtails_own_screens_is_closed(acting, client_as):
    """They would write into public words; ours does not."""
    notice = notices.published(acting("pr_author"), acting("pr_approver"))
    for name in ("submit_page_translation",):
        response = client_as("pr_author").post(reverse(f"wagtail_localize:{name}", args=[notice.pk]), {})
        assert response.status_code == 302
    assert NoticePage.objects.count() == 1
