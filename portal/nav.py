"""The roof's signposts: links between rooms, and what every page's layout shows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from disaster.context import emergency
from governance.desk.permissions import can_use_desk
from portal.foundation.models import OutboxMessage

SECTIONS = (
    ("/notices/", _("Notices")),
    ("/communities/", _("Communities")),
    ("/rooms/", _("Conference rooms")),
    ("/proposals/", _("Proposals and answers")),
    ("/surveys/", _("Surveys")),
    ("/rules/", _("Rules")),
    ("/committees/", _("Committees")),
)

ABOUT = (
    ("/about/", _("About this site")),
    ("/handbook/", _("Handbook: questions and answers")),
    ("/accessibility/", _("Accessibility policy")),
    ("/privacy/", _("Handling of personal data")),
    ("/statistics/", _("Use in figures")),
    ("/violations/", _("Dealing with violations")),
    ("/contact/", _("Inquiries")),
)


def layout(request: HttpRequest) -> dict[str, Any]:
    """What header and footer show: lazy, so that a page without a header asks nothing."""
    return {
        **shell(request),
        "acting_choices": SimpleLazyObject(lambda: acting_choices(request)),
        "unread_count": SimpleLazyObject(lambda: unread_count(request)),
        "emergency": SimpleLazyObject(emergency),
        "violation_report": prefix() + "/violations/report/",
        "room_objections": prefix() + "/themes/rooms/",
        "desk_url": SimpleLazyObject(lambda: desk_url(request)),
    }


def shell(request: HttpRequest) -> dict[str, Any]:
    """Header and footer as they are for everybody; asks no table, knows nobody."""
    return {
        "demo": settings.DEMO,
        "town_name": settings.TOWN_NAME,
        "navigation": navigation(request),
        "section": section(request),
        "footer_links": [{"label": label, "url": prefix() + url} for url, label in ABOUT],
        "languages": languages(request),
        "contact": {
            "office": _("Civic Autonomy Section (secretariat)"),
            "phone": "0000-00-0000",
            "hours": _("Weekdays 8:30–17:00"),
        },
    }


def prefix() -> str:
    """The language part of an address: empty for Japanese."""
    language = get_language() or settings.LANGUAGE_CODE
    return "" if language == settings.LANGUAGE_CODE else f"/{language}"


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    return [
        {"label": label, "url": prefix() + url, "current": request.path.startswith(prefix() + url)}
        for url, label in SECTIONS
    ]


def section(request: HttpRequest) -> dict[str, Any]:
    """The way to a page that tells none itself: the section of the main menu that it belongs to."""
    way = [item for item in navigation(request) if item["current"]]
    return {"way": way, "above": bool(way) and request.path != way[0]["url"]}


def languages(request: HttpRequest) -> list[dict[str, Any]]:
    """The same page in each language; a page that does not exist there says so (``available``)."""
    current = get_language()
    pages = getattr(request, "page_translations", None)
    found = []
    for code, _name in settings.LANGUAGES:
        url = _translated(request, code) if pages is None else pages.get(code, "")
        found.append(
            {
                "code": code,
                "label": {"ja": "日本語", "en": "English", "ja-simple": "やさしい日本語"}[code],
                "url": url,
                "current": code == current,
                "available": bool(url),
            }
        )
    return found


def _translated(request: HttpRequest, code: str) -> str:
    """As Django's `translate_url`, but the address was resolved already: that was a twentieth of every page."""
    here, match = request.get_full_path(), request.resolver_match
    if match is None:
        return translate_url(here, code)
    try:
        with override(code):
            there = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
    except NoReverseMatch:
        return here
    _path, mark, query = here.partition("?")
    return there + mark + query


def acting_choices(request: HttpRequest) -> list[dict[str, Any]]:
    """The bodies a person may act for today, for the chooser in the header."""
    if not request.user.is_authenticated:
        return []
    chosen = request.acting.body
    memberships = list(request.user.memberships.in_force().select_related("body"))
    if not memberships:
        return []
    choices = [{"code": "", "name": _("Myself"), "current": chosen is None}]
    choices += [
        {
            "code": m.body.code,
            "name": m.body.shown_name,
            "current": chosen is not None and chosen.pk == m.body_id,
        }
        for m in memberships
    ]
    return choices


def desk_url(request: HttpRequest) -> str:
    """The way to the secretariat's desk, for those whose desk it is; shown on my page."""
    if request.user.is_authenticated and can_use_desk(request.acting):
        return prefix() + "/desk/"
    return ""


def unread_count(request: HttpRequest) -> int:
    if not request.user.is_authenticated:
        return 0
    return OutboxMessage.objects.filter(recipient_id=str(request.user.pk), read_at__isnull=True).count()
