"""axe on one page of every type, narrow and wide, for those who see different pages."""

from __future__ import annotations

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests import crawl
from tests.live.conftest import Visitor

pytestmark = pytest.mark.browser
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],  # of what is in order only the number of rules is told
}
JUDGE = """async (rules) => {
    const told = await axe.run(document, rules);
    return [told.violations.map((found) => [found.id, found.nodes[0].html]), told.passes.length];
}"""
WIDTHS = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
NARROW, WIDE = 320, 1280
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


def violations(page: Page, path: str, *widths: int) -> list[str]:
    """What axe finds on the page as it stands, at each width; a page on which no rule applied was not judged."""
    page.evaluate(AXE_SCRIPT)
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 844})
        broken, passed = page.evaluate(JUDGE, RULES)
        assert passed > 10, path
        found += [f"{path} at {width}: {rule} {html[:120]}" for rule, html in broken]
    return found


@pytest.mark.parametrize("key", VIEWERS)
def test_no_violation_and_no_sideways_scroll(visitor, key):
    someone = visitor(width=NARROW, key=key)
    pages = one_of_each(someone)
    assert len(pages) > 15, pages
    new = {kind: path for kind, path in pages.items() if kind not in seen}
    seen.update(new)
    found = []
    for path in new.values():
        page = someone.go(path)
        scroll, client = page.evaluate(WIDTHS)
        if scroll > client:
            found.append(f"{path} scrolls sideways at {NARROW}: {scroll} > {client}")
        found += violations(page, path, NARROW, WIDE)
        page.set_viewport_size({"width": NARROW, "height": 844})
    assert found == []


def test_the_english_pages_too(visitor):
    narrow = visitor(width=NARROW)
    found = []
    for path in one_of_each(narrow, language="/en").values():
        page = narrow.go(path)
        found += violations(page, path, NARROW)
        assert page.get_attribute("html", "lang") == "en", path
    assert found == []
