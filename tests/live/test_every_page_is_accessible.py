"""axe on one page of every type, narrow and wide, for those who see different pages."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests import crawl
from tests.live.conftest import Visitor

pytestmark = pytest.mark.browser
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}}
WIDTHS = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
VIEWERS = [
    "",
    "resident_1",
    "chair",
    "secretary",
    "it_staff",
    "planner_author",
    "disaster_officer",
    "mayor",
    "system_admin",
]
seen: set[str] = set()
"""Page types an earlier viewer's test has judged; the tests of this file run on one worker, in order."""


def one_of_each(visitor: Visitor, language: str = "") -> dict[str, str]:
    """page type → path, for everything links lead to; fetched with the visitor's cookies, not drawn yet."""

    def get(path: str) -> tuple[int, str]:
        answer = visitor.context.request.get(visitor.url + path, headers={"Accept-Language": "ja"})
        assert answer.status < 500, path
        is_page = "text/html" in answer.headers.get("content-type", "")
        return answer.status, answer.text() if is_page else ""

    return crawl.walk(get, language, tried=0).found


def violations(page: Page, path: str) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    width = page.viewport_size["width"]
    return [f"{path} at {width}: {v['id']} {v['nodes'][0]['html'][:120]}" for v in found]


@pytest.mark.parametrize("key", VIEWERS)
def test_no_violation_and_no_sideways_scroll(visitor, key):
    narrow = visitor(width=320, key=key)
    pages = one_of_each(narrow)
    assert len(pages) > 15, pages
    new = {kind: path for kind, path in pages.items() if kind not in seen}
    seen.update(new)
    wide = visitor(width=1280, key=key) if new else None
    found = []
    for path in new.values():
        for someone in (narrow, wide):
            found += violations(someone.go(path), path)
        scroll, client = narrow.page.evaluate(WIDTHS)
        if scroll > client:
            found.append(f"{path} scrolls sideways at 320: {scroll} > {client}")
    assert found == []


def test_the_english_pages_too(visitor):
    narrow = visitor(width=320)
    found = []
    for path in one_of_each(narrow, language="/en").values():
        page = narrow.go(path)
        found += violations(page, path)
        assert page.get_attribute("html", "lang") == "en", path
    assert found == []
