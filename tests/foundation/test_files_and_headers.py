"""Uploaded files as far as everybody may have them, and what every answer says to the browser."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from wagtail.images.forms import get_image_form
from wagtail.images.models import Image as Picture

from portal.foundation.pictures import without_metadata


@pytest.fixture
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    for name in ("images/a.png", "original_images/a.png", "documents/plan.pdf", "secret.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"content")
    return tmp_path


@pytest.mark.django_db
def test_pictures_as_shown_are_served_and_can_run_nothing(files):
    answer = Client().get("/media/images/a.png")
    assert b"".join(answer.streaming_content) == b"content"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "original_images/a.png",
        "documents/plan.pdf",
        "secret.txt",
        "images/../documents/plan.pdf",
        "images/%2e%2e/secret.txt",
        "images/",
        "",
    ],
)
def test_originals_documents_and_everything_else_are_not(files, path):
    assert Client().get(f"/media/{path}").status_code == 404


@pytest.mark.django_db
def test_nothing_is_written_to_media_from_outside(files):
    assert Client().post("/media/images/a.png").status_code == 405


def photograph(kind="JPEG"):
    exif = Image.Exif()
    exif[0x010F] = "Camera of Hanako"
    exif[0x0112] = 6  # lying on its side
    exif.get_ifd(0x8825)[2] = (35.0, 20.0, 0.0)
    written = BytesIO()
    Image.new("RGB", (40, 20), "red").save(written, kind, exif=exif)
    return SimpleUploadedFile(f"photo.{kind.lower()}", written.getvalue(), f"image/{kind.lower()}")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_says_nothing_about_who_took_it_where(kind):
    assert b"Hanako" in photograph(kind).read()
    clean = without_metadata(photograph(kind))
    content = clean.read()
    assert b"Hanako" not in content
    with Image.open(BytesIO(content)) as picture:
        assert not picture.getexif()
        assert picture.size == (20, 40)


@pytest.mark.django_db
def test_the_editors_form_takes_it_out(town):
    form = get_image_form(Picture)(
        {"title": "会場", "collection": 1}, {"file": photograph()}, user=town.person("pr_author")
    )
    assert form.is_valid(), form.errors
    picture = form.save()
    assert b"Hanako" not in picture.file.read()
    assert (picture.width, picture.height) == (20, 40)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/bodies/", "/en/bodies/", "/no-such-page/", "/accounts/login/", "/themes/raise/"]
)
def test_every_page_keeps_foreign_scripts_frames_and_referrers_out(town, path):
    answer = Client().get(path)
    policy = answer["Content-Security-Policy"]
    for rule in ("default-src 'self'", "object-src 'none'", "base-uri 'self'", "form-action 'self'"):
        assert rule in policy
    assert "frame-ancestors 'self'" in policy and "unsafe" not in policy
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/cms/", "/en/cms/", "/ja-simple/cms/"])
def test_the_editors_rooms_have_a_policy_too(client_as, path):
    policy = client_as("pr_author").get(path)["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "object-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "unsafe-eval" not in policy


@pytest.mark.django_db
def test_health_pages_name_states_and_nothing_else():
    for path in ("/healthz", "/readyz"):
        text = Client().get(path).content.decode()
        assert not any(word in text for word in ("sqlite", "postgres", "Traceback", "/", "Exception"))
