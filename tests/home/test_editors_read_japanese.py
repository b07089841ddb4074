"""What a department editor reads and hears on the everyday screens is Japanese."""

import json
import re
from html.parser import HTMLParser

import pytest
from django.urls import reverse
from django.utils import translation

from home.notices.listing import default_index

WORD = re.compile(r"[A-Za-z]{2,}")
ADDRESS = re.compile(r"https?://\S+|[\w.-]+@[\w.-]+")
ALLOWED = set(
    [
        "URL",
        "PDF",
        "ID",
        "QR",
        "OK",
        "FM",
        "HTML",
        "JavaScript",
        "Wagtail",
        "Atom",
        "AVIF",
        "GIF",
        "JPG",
        "JPEG",
        "PNG",
        "WEBP",
        "MB",
        "KB",
    ]
)
KEYS = set(["Ctrl", "Alt", "Shift", "Esc"])
OWN_NAMES = {"English"}
"""A language is offered under its own name."""
KNOWN_GAPS = {
    "choose-external-link": {"Link text"},
    "choose-picture": {"Search"},
    "choose-document": {"Search"},
}
"""Wagtail never asks the catalogue for these, or asked it once at import."""
SPOKEN = ("aria-label", "title", "placeholder", "alt")
SILENT = {"script", "style", "svg", "template"}


class Reader(HTMLParser):
    """Collects what a person reads of a page, or hears of its images and controls."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag, attrs):
        self._silent += tag in SILENT
        if not self._silent:
            self.texts += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag):
        self._silent -= tag in SILENT

    def handle_data(self, data):
        if not self._silent and data.strip():
            self.texts.append(data.strip())


def english(page: str) -> set[str]:
    reader = Reader()
    reader.feed(page)
    spoken = {text: set(WORD.findall(ADDRESS.sub("", text))) for text in reader.texts}
    return {text for text, words in spoken.items() if words - ALLOWED - KEYS - OWN_NAMES}


def html_of(response) -> str:
    text = response.content.decode()
    return json.loads(text).get("html", "") if text.startswith("{") else text


def test_the_reader_finds_english_where_there_is_some():
    page = '<p aria-label="Close">閉じる</p><script>var x</script><p>お知らせ URL <b>Save</b></p>'
    assert english(page) == {"Close", "Save"}


@pytest.mark.django_db
def test_everyday_screens_have_no_english(town, client_as):
    editor = client_as("pr_author")
    with translation.override("ja"):
        addresses = {
            "desk": reverse("wagtailadmin_home"),
            "write": reverse("wagtailadmin_pages:add", args=["home", "noticepage", default_index().pk]),
            "choose-picture": reverse("wagtailimages_chooser:choose"),
            "choose-document": reverse("wagtaildocs_chooser:choose"),
            "choose-page": reverse("wagtailadmin_choose_page"),
            "choose-external-link": reverse("wagtailadmin_choose_page_external_link"),
            "account": reverse("wagtailadmin_account"),
        }
    found = {}
    for name, address in addresses.items():
        response = editor.get(address)
        assert response.status_code == 200, name
        if words := english(html_of(response)):
            found[name] = words
    assert found == KNOWN_GAPS
