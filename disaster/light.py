"""What the light page shows, gathered once for the application and for the static copy."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation

from portal.foundation import clock

from .information.models import Information
from .mode.models import Mode
from .notices.models import DRILL_MARK, MARK, EmergencyNotice
from .shelters.models import Shelter

LANGUAGES = ("ja", "en", "ja-simple")
STALE_AFTER = timedelta(minutes=30)
CSS = (Path(settings.BASE_DIR) / "templates/disaster/light/light.css").read_text()
CSS_HASH = "sha256-" + base64.b64encode(hashlib.sha256(CSS.encode()).digest()).decode()
POLICY = {
    "default-src": ["'none'"],
    "style-src": [f"'{CSS_HASH}'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
}


@dataclass(frozen=True)
class Age:
    """How long ago the unit last confirmed what is shown."""

    hours: int
    minutes: int

    @classmethod
    def of(cls, confirmed: datetime | None) -> Age | None:
        """Nothing as long as it is not older than half an hour."""
        if confirmed is None or clock.now() - confirmed <= STALE_AFTER:
            return None
        minutes = int((clock.now() - confirmed).total_seconds()) // 60
        return cls(minutes // 60, minutes % 60)


def render(language: str) -> str:
    """The whole page in one language: one file, no script, no cookie, no second request."""
    with translation.override(language), timezone.override(settings.TIME_ZONE):
        return _squeezed(render_to_string(f"disaster/light/{language}.html", _context(language)))


def _context(language: str) -> dict[str, Any]:
    mode = Mode.objects.current()
    return {
        "language": language,
        "town_name": settings.TOWN_NAME,
        "demo": settings.DEMO,
        "css": CSS,
        "css_hash": CSS_HASH,
        "mode": mode,
        "notice": _notice(language),
        "information": list(Information.objects.shown_in(mode)[:30]),
        "shelters": list(Shelter.objects.open_first()),
        "now": clock.now(),
        "confirmed_at": mode.confirmed_at if mode.is_shown else None,
        "age": Age.of(mode.confirmed_at) if mode.is_shown else None,
    }


def _notice(language: str) -> dict[str, Any] | None:
    notice = EmergencyNotice.objects.shown().first()
    if notice is None:
        return None
    suffix = {"en": "_en", "ja-simple": "_simple"}.get(language, "")
    has_words = bool(suffix and getattr(notice, f"title{suffix}"))
    title = getattr(notice, f"title{suffix}") if has_words else notice.title
    return {
        "title": DRILL_MARK + title.replace(MARK, "", 1) if notice.is_drill else title,
        "body": (has_words and getattr(notice, f"body{suffix}")) or notice.body,
        "lang": "" if has_words or language != "en" else "ja",
        "url": notice.url,
        "at": notice.published_at,
    }


def _squeezed(html: str) -> str:
    """Without the indentation of the templates: a phone on a bad line pays for every byte."""
    return "\n".join(line for raw in html.splitlines() if (line := raw.strip())) + "\n"
