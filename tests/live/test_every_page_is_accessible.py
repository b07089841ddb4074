"""axe on one page of every type, narrow and wide, for those who see different pages."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.live.crawl import one_of_each

pytestmark = pytest.mark.browser
TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
VIEWERS = [
    "",
    "resident_1",
    "pr_approver",
    "it_staff",
    "planner_author",
    "secretary",
    "chair",
    "disaster_officer",
    "mayor",
    "caretaker_1",
    "system_admin",
]


@pytest.mark.parametrize("key", VIEWERS)
def test_no_violation_and_no_sideways_scroll(visitor, key):
    narrow = visitor(width=320, key=key)
    wide = visitor(width=1280, key=key)
    pages = one_of_each(narrow)
    assert len(pages) > 15, pages
    violations = []
    for kind, path in pages.items():
        for someone in (narrow, wide):
            page = someone.go(path)
            found = (
                Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
            )
            violations += [
                f"{kind} {path} {page.viewport_size['width']}: {v['id']} {v['nodes'][0]['html'][:120]}"
                for v in found
            ]
        width = narrow.page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        if width[0] > width[1]:
            violations.append(f"{kind} {path}: scrolls sideways {width}")
    assert violations == []


def test_the_english_pages_too(visitor):
    narrow = visitor(width=320)
    violations = []
    for kind, path in one_of_each(narrow, language="/en").items():
        page = narrow.go(path)
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
        violations += [f"{kind} {path}: {v['id']} {v['nodes'][0]['html'][:120]}" for v in found]
        assert page.get_attribute("html", "lang") == "en", path
    assert violations == []
