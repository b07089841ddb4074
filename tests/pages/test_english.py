"""An English reader meets the town's bodies by their English names."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from residents.bodies.models import Body
from tests.seeded import walked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("refusals_drawn_once")]
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")


class Readable(HTMLParser):
    """The texts of a page an English reader takes for English: nothing marked as Japanese, nothing typed in."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag in {"br", "img", "input", "meta", "link", "hr", "source", "wbr"}:
            return
        is_left_out = dict(attrs).get("lang") in {"ja", "ja-JP"} or tag in {"script", "style", "textarea"}
        self.open.append((tag, is_left_out))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not any(is_left_out for _tag, is_left_out in self.open):
            self.texts.append(data.strip())


@pytest.mark.parametrize("key", ["", "secretary", "planner_author"])
def test_english_pages_call_bodies_by_their_english_names(seeded_client, key):
    """No text that is a body's Japanese name, alone or in a sentence of the portal, stands on an English page."""
    client = seeded_client(key)
    names = Body.objects.exclude(name_en="").values_list("name", flat=True)
    found, pages = set(), 0
    for path in walked(key).found.values():
        if path.startswith(("/accounts/act-for", "/accounts/mails")):
            continue
        answer = client.get(f"/en{path}")
        if answer.status_code != 200 or "text/html" not in answer["Content-Type"]:
            continue
        pages += 1
        page = Readable()
        page.feed(answer.content.decode())
        found |= {(path, text) for text in page.texts for name in names if is_printed(name, text)}
    assert pages > 50
    assert sorted(found) == []


def is_printed(name: str, text: str) -> bool:
    """The name itself, or the name within English words; Japanese prose that mentions it is left alone."""
    rest = text.replace(name, "")
    return name in text and bool(JAPANESE.search(name)) and not JAPANESE.search(rest)
