"""Attached files open only as long as a published page refers to them; guessing an address opens nothing."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents.models import Document
from wagtail.models import PageViewRestriction

from home.notices import actions
from portal.foundation import clock
from tests.factories import home as notices


@pytest.fixture
def flyer(acting, settings, tmp_path):
    """A file the author uploaded, not yet in any page."""
    settings.MEDIA_ROOT = tmp_path
    files = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = settings.STORAGES | {"default": files}
    return Document.objects.create(
        title="ちらし",
        file=ContentFile(b"%PDF-1.4 flyer", name="flyer.pdf"),
        uploaded_by_user=acting("pr_author").person,
    )


def with_flyer(flyer):
    link = f'<p><a linktype="document" id="{flyer.pk}">ちらし</a>をご覧ください。</p>'
    return {"body": [{"type": "text", "value": link}]}


NOBODY = {"guest": 404, "resident_1": 404, "pr_author": 200, "pr_approver": 200}
EVERYBODY = dict.fromkeys(NOBODY, 200)


def seen(client_as, flyer):
    """Who gets the file at its address: a guest, a resident, the author's section, the publisher."""
    readers = {key: Client() if key == "guest" else client_as(key) for key in NOBODY}
    return {key: client.get(flyer.url).status_code for key, client in readers.items()}


def test_a_file_in_no_page_is_not_there_for_others(client_as, flyer):
    assert seen(client_as, flyer) == NOBODY


@pytest.mark.parametrize("status", ["draft", "in_review", "scheduled"])
def test_a_file_of_a_notice_before_its_day_is_not_there_for_others(acting, client_as, flyer, status):
    author, approver = acting("pr_author"), acting("pr_approver")
    if status == "draft":
        notices.notice(author, **with_flyer(flyer))
    elif status == "in_review":
        notices.submitted(author, **with_flyer(flyer))
    else:
        page = notices.submitted(author, publish_from=clock.now() + timedelta(days=2), **with_flyer(flyer))
        page = actions.approve(page, by=approver, seen=page.words_seen)
        assert page.status == "scheduled"
    assert seen(client_as, flyer) == NOBODY


def test_a_file_of_a_published_notice_opens_for_everybody_until_it_is_withdrawn(acting, client_as, flyer):
    page = notices.published(acting("pr_author"), acting("pr_approver"), **with_flyer(flyer))
    assert seen(client_as, flyer) == EVERYBODY
    assert b"".join(Client().get(flyer.url).streaming_content) == b"%PDF-1.4 flyer"
    actions.withdraw(page, by=acting("pr_approver"), reason="日時をまちがえていたため。")
    assert seen(client_as, flyer) == NOBODY


def test_a_file_that_only_the_next_draft_of_a_published_notice_names_waits(acting, client_as, flyer):
    author = acting("pr_author")
    page = notices.published(author, acting("pr_approver"))
    notices.rewritten(page, author, **with_flyer(flyer))
    assert seen(client_as, flyer) == NOBODY


def test_a_restricted_page_makes_nothing_public(acting, client_as, flyer):
    page = notices.published(acting("pr_author"), acting("pr_approver"), **with_flyer(flyer))
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert seen(client_as, flyer) == NOBODY
