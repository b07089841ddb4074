"""Find one page of every type by following links, as a visitor would."""

from __future__ import annotations

from collections import deque
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from tests.live.conftest import Visitor

LEFT_OUT = ("/cms", "/media/", "/documents/", "/accounts/logout/", "/static/", "/feeds/", "/_util/")


def page_type(path: str) -> str:
    """What kind of page an address is: its route, or for Wagtail's pages the first part of the path."""
    try:
        match = resolve(urlsplit(path).path)
    except Resolver404:
        return ""
    if match.view_name == "wagtail_serve":
        parts = [part for part in urlsplit(path).path.split("/") if part and part not in ("en", "ja-simple")]
        return f"page:{parts[0] if parts else 'front'}:{'one' if len(parts) > 1 else 'index'}"
    return match.view_name


def one_of_each(visitor: Visitor, start: str = "/", language: str = "", limit: int = 400) -> dict[str, str]:
    """page type → path, for everything reachable from ``start`` within ``limit`` visits."""
    found: dict[str, str] = {}
    queue, seen = deque([language + start]), {language + start}
    visits = 0
    while queue and visits < limit:
        path = queue.popleft()
        kind = page_type(path)
        if not kind or kind in found:
            continue
        answer = visitor.page.goto(visitor.url + path)
        visits += 1
        is_page = answer is not None and "text/html" in answer.headers.get("content-type", "")
        if not is_page or answer.status >= 400:
            continue
        found[kind] = path
        for link in visitor.page.eval_on_selector_all("a[href]", "links => links.map(a => a.href)"):
            parts = urlsplit(link)
            here = parts.path + (f"?{parts.query}" if parts.query else "")
            in_language = (
                here.startswith(f"{language}/") if language else not here.startswith(("/en/", "/ja-simple/"))
            )
            if (
                link.startswith(visitor.url)
                and in_language
                and here not in seen
                and not here.startswith(LEFT_OUT)
            ):
                seen.add(here)
                queue.append(here)
    return found
