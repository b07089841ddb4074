"""Before anything is saved an editor sees the notice as readers will, in a frame beside the form."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from home.notices.listing import default_index

pytestmark = pytest.mark.django_db


def words(town):
    return nested_form_data(
        {
            "title": "まだ保存していない題名",
            "channel": "government",
            "department": town.body("public-relations").pk,
            "contact": "広報課",
            "topic": "living",
            "summary": "",
            "expires_on": "",
            "publish_from": "",
            "slug": "",
            "body": streamfield([("text", rich_text("<p>本文</p>"))]),
        }
    )


def test_a_notice_not_yet_saved_is_previewed_and_may_be_framed_by_the_form(client_as, town):
    client = client_as("pr_author")
    path = reverse("wagtailadmin_pages:preview_on_add", args=["home", "noticepage", default_index().pk])
    assert client.post(path, words(town)).json()["is_valid"]
    shown = client.get(path)
    assert shown.status_code == 200
    assert "まだ保存していない題名" in shown.content.decode()
    assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]
    assert shown["X-Frame-Options"] == "SAMEORIGIN"
