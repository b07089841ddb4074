"""Every address pattern of our rooms, and one address of each that somebody's links lead to."""

from __future__ import annotations

import re

from django.conf import settings
from django.urls import URLResolver, get_resolver, resolve
from django.utils import translation

from tests.seeded import walked

EXPLORERS = ["chair", "secretary", "it_staff", "planner_author", "disaster_officer", "mayor", "pr_approver"]
ROOMS = {"residents", "disaster", "communities", "surveys", "governance", "home", "search"}
CONVERTER = re.compile(r"<(?:\w+:)?(\w+)>")


def routes() -> dict[str, str]:
    """Every address pattern of our rooms → its name (language prefix left out)."""
    found: dict[str, str] = {}

    def walk(patterns, before, namespace):
        for pattern in patterns:
            here = before + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns, here, pattern.namespace or namespace)
            elif namespace in ROOMS or pattern.lookup_str.startswith("home."):
                found[here] = f"{namespace}:{pattern.name}"

    with translation.override(settings.LANGUAGE_CODE):
        walk(get_resolver().url_patterns, "", "")
    return {route.lstrip("/"): name for route, name in found.items()}


def explored() -> dict[str, dict]:
    """route → the arguments of one page of it that somebody's links lead to."""
    found: dict[str, dict] = {}
    for key in EXPLORERS:
        for path in walked(key).found.values():
            match = resolve(path.split("?")[0])
            found.setdefault(match.route, match.kwargs)
    return found


def filled(route: str, samples: dict[str, dict]) -> str | None:
    """An address for a pattern, with arguments borrowed from the nearest page that has them."""
    needed = CONVERTER.findall(route)
    best, depth = {}, -1
    for known, kwargs in samples.items():
        shared = len(common_prefix(route, known))
        if set(needed) <= kwargs.keys() and shared > depth:
            best, depth = kwargs, shared
    if not needed:
        return "/" + route
    return "/" + CONVERTER.sub(lambda m: str(best[m[1]]), route) if best else None


def common_prefix(one: str, other: str) -> list[str]:
    parts = []
    for a, b in zip(one.split("/"), other.split("/"), strict=False):
        if a != b:
            break
        parts.append(a)
    return parts
