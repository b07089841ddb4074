"""Editors bring pictures, and a picture without words stops a notice."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.notices.listing import default_index
from home.notices.pages import NoticePage
from tests.factories import home as notices

pytestmark = pytest.mark.django_db


def upload(client):
    url = reverse("wagtailimages_chooser:create")
    data = {"image-chooser-upload-title": "会場", "image-chooser-upload-file": picture_file()}
    return client.post(url, data)


def picture_file():
    return SimpleUploadedFile("venue.png", get_test_image_file().file.getvalue(), content_type="image/png")


def test_an_editor_uploads_a_picture_and_a_resident_does_not(client_as):
    assert upload(client_as("planner_author")).status_code == 200
    assert Image.objects.count() == 1
    upload(client_as("resident_1"))
    upload(client_as("mayor"))
    assert Image.objects.count() == 1


def form(town, picture, **value):
    words = {"image": picture.pk, "description": "", "caption": "", **value}
    return nested_form_data(
        {
            "title": "会場の写真",
            "channel": "government",
            "department": town.body("public-relations").pk,
            "contact": "広報課",
            "topic": "living",
            "summary": "会場のようすです。",
            "expires_on": "",
            "publish_from": "",
            "slug": "",
            "body": streamfield([("picture", words)]),
            "action-submit-notice": "1",
        }
    )


def test_a_picture_is_described_or_said_to_be_decoration(town, client_as):
    author = client_as("pr_author")
    upload(author)
    picture = Image.objects.get()
    url = reverse("wagtailadmin_pages:add", args=["home", "noticepage", default_index().pk])
    response = author.post(url, form(town, picture))
    assert response.status_code == 200 and "body" in response.context["form"].errors
    assert not NoticePage.objects.exists()
    assert author.post(url, form(town, picture, is_decorative="on")).status_code == 302
    assert NoticePage.objects.get().status == "in_review"


def test_an_undescribed_picture_that_slipped_in_stops_the_verb(acting):
    picture = Image.objects.create(title="会場", file=get_test_image_file())
    block = {"type": "picture", "value": {"image": picture.pk, "description": "", "is_decorative": False}}
    notice = notices.notice(acting("pr_author"), body=[block])
    with pytest.raises(notices.actions.Denied) as refusal:
        notices.actions.submit(notice, by=acting("pr_author"))
    assert "画像の説明" in str(refusal.value.next_step)
