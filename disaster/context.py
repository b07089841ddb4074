"""What the layout of every page asks: is there something everybody must know now?"""

from __future__ import annotations

from typing import Any

from django.db.models import F, FilteredRelation, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .mode.lifecycle import ACTIVE, DRILL
from .mode.models import DisasterKind, Mode
from .notices.lifecycle import PUBLISHED
from .notices.models import MARK

COLUMNS = ("kind", "title", "body", "title_en", "body_en", "title_simple", "body_simple", "url", "is_drill")


def emergency() -> dict[str, Any] | None:
    """The banner of every page, or nothing; one query.

    Keys: title (without 【緊急】 or 【訓練】, which the banner itself puts in front), body, url, kind ("drill" for
    a drill), is_drill, since. A notice wins over the sentence of the mode.
    """
    goes_with_the_mode = Q(notices__is_drill=False) | Q(status=DRILL)
    shown = FilteredRelation("notices", condition=Q(notices__status=PUBLISHED) & goes_with_the_mode)
    notice_columns = {f"notice_{name}": F(f"shown__{name}") for name in (*COLUMNS, "published_at")}
    row = (
        Mode.objects.annotate(shown=shown).values("status", "kind", "area", "since", **notice_columns).first()
    )
    if row is None:
        return None
    return _of_notice(row) if row["notice_title"] else _of_mode(row)


def _of_notice(row: dict[str, Any]) -> dict[str, Any]:
    suffix = {"en": "_en", "ja-simple": "_simple"}.get(get_language() or "", "")
    title = row[f"notice_title{suffix}"] or row["notice_title"]
    return {
        "title": title.removeprefix(MARK),
        "body": row[f"notice_body{suffix}"] or row["notice_body"],
        "url": row["notice_url"] or reverse("disaster:mode-light"),
        "kind": "drill" if row["notice_is_drill"] else row["notice_kind"],
        "is_drill": row["notice_is_drill"],
        "since": row["notice_published_at"],
    }


def _of_mode(row: dict[str, Any]) -> dict[str, Any] | None:
    """Without a notice only the two states nobody may overlook speak for themselves."""
    sentences = {
        ACTIVE: (_("Disaster mode is on"), _("Please look at the emergency page and protect your life.")),
        DRILL: (_("This is a drill"), _("The city rehearses disaster mode. Nothing has happened.")),
    }
    if row["status"] not in sentences:
        return None
    title, body = sentences[row["status"]]
    kind = DisasterKind(row["kind"]).label
    return {
        "title": title,
        "body": _("%(kind)s, %(area)s.") % {"kind": kind, "area": row["area"]} + " " + body,
        "url": reverse("disaster:mode-light"),
        "kind": row["status"],
        "is_drill": row["status"] == DRILL,
        "since": row["since"],
    }
