"""Find one page of every type by following links, as a visitor would, and the links that lead nowhere."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from django.utils.translation import get_language

LEFT_OUT = ("/cms", "/media/", "/documents/", "/accounts/logout/", "/static/", "/_util/")
LANGUAGES = ("/en/", "/ja-simple/")
LINK = re.compile(r'<a\b[^>]*\bhref="([^"#]+)')
TRIED = 2
"""Links tried from pages of one type to pages of one type: enough to meet another status, few enough to be quick."""
TELLS_WHY = {410}
"""A withdrawn notice says at its address when and why it was withdrawn; old news may lead there."""

Get = Callable[[str], tuple[int, str]]
"""path → (status, the page); "" for what is no HTML."""


@dataclass
class Walk:
    """What following links showed one person."""

    found: dict[str, str] = field(default_factory=dict)  # page type → the first path of it
    dead: list[str] = field(default_factory=list)  # "from → to: status"
    visited: set[str] = field(default_factory=set)
    lists: dict[str, str] = field(default_factory=dict)  # path of a list in pieces → the salt of its keys
    queries: dict[str, int] = field(default_factory=dict)  # page type → queries its first page asked


def page_type(path: str) -> str:
    """What kind of page an address is: its route, or for Wagtail's pages the first part of the path."""
    return _type_of(urlsplit(path).path, get_language())


@cache
def _type_of(path: str, _language: str | None) -> str:
    try:
        match = resolve(path)
    except Resolver404:
        return ""
    if match.view_name == "wagtail_serve":
        parts = [part for part in path.split("/") if part and f"/{part}/" not in LANGUAGES]
        return f"page:{parts[0] if parts else 'front'}:{'one' if len(parts) > 1 else 'index'}"
    return match.view_name


def walk(get: Get, language: str = "", also: Iterable[str] = (), *, tried: int = TRIED) -> Walk:
    """Follow links from the front page, in one language; with nothing tried, only until each type of page was seen.

    ``also`` are pages looked at although no link may lead to them: what they link to depends on their status.
    """
    seen_by = Walk()
    also = set(also)
    queue = deque([("", f"{language}/"), *(("", path) for path in sorted(also))])
    seen, ways = {path for _origin, path in queue}, Counter()
    while queue:
        origin, path = queue.popleft()
        kind = page_type(path)
        way = (page_type(origin) if origin else "", kind)
        ways[way] += 1
        if not kind:
            seen_by.dead.append(f"{origin} → {path}: no such address")
            continue
        is_enough = kind in seen_by.found and ways[way] > tried
        if is_enough and path not in also:
            continue
        status, page = get(path)
        seen_by.visited.add(path)
        if status >= 400 and status not in TELLS_WHY and (origin or status >= 500):
            seen_by.dead.append(f"{origin} → {path}: {status}")
        if status != 200 or not page:
            continue
        seen_by.found.setdefault(kind, path)
        for link in map(unescape, LINK.findall(page)):
            if link not in seen and _belongs(link, language):
                seen.add(link)
                queue.append((path, link))
    return seen_by


def _belongs(link: str, language: str) -> bool:
    if not link.startswith("/") or link.startswith(LEFT_OUT):
        return False
    return link.startswith(f"{language}/") if language else not link.startswith(LANGUAGES)
