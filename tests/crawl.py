"""Find one page of every type by following links, as a visitor would."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable
from html import unescape
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

LEFT_OUT = ("/cms", "/media/", "/documents/", "/accounts/logout/", "/static/", "/_util/")
LANGUAGES = ("/en/", "/ja-simple/")
LINK = re.compile(r'<a\b[^>]*\bhref="([^"#]+)')

Get = Callable[[str], tuple[int, str]]
"""path → (status, the page); "" for what is no HTML."""


def page_type(path: str) -> str:
    """What kind of page an address is: its route, or for Wagtail's pages the first part of the path."""
    try:
        match = resolve(urlsplit(path).path)
    except Resolver404:
        return ""
    if match.view_name == "wagtail_serve":
        parts = [part for part in urlsplit(path).path.split("/") if part and f"/{part}/" not in LANGUAGES]
        return f"page:{parts[0] if parts else 'front'}:{'one' if len(parts) > 1 else 'index'}"
    return match.view_name


def one_of_each(get: Get, language: str = "", also: Iterable[str] = ()) -> dict[str, str]:
    """page type → the first path of it that links lead to, in one language; no page may break.

    ``also`` are pages looked at although their type is known: what they link to depends on their status.
    """
    found: dict[str, str] = {}
    also = set(also)
    queue, seen = deque([f"{language}/", *sorted(also)]), {f"{language}/"}
    while queue:
        path = queue.popleft()
        kind = page_type(path)
        if not kind or (kind in found and path not in also):
            continue
        status, page = get(path)
        assert status < 500, path
        if status != 200 or not page:
            continue
        found.setdefault(kind, path)
        for link in map(unescape, LINK.findall(page)):
            if link not in seen and _belongs(link, language):
                seen.add(link)
                queue.append(link)
    return found


def _belongs(link: str, language: str) -> bool:
    if not link.startswith("/") or link.startswith(LEFT_OUT):
        return False
    return link.startswith(f"{language}/") if language else not link.startswith(LANGUAGES)
