"""A theme in one line of a list, its facts, and what happened to it."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .lifecycle import ThemeStatus
from .models import ThemeProposal

LINKS = {
    "adopt": ("theme-adopt", gettext_lazy("Choose the theme")),
    "not_adopt": ("theme-not-adopt", gettext_lazy("Do not choose the theme")),
    "redirect": ("theme-redirect", gettext_lazy("Pass the theme on")),
    "prepare_room": ("theme-prepare-room", gettext_lazy("Prepare a city-area room")),
    "open_room": ("theme-open-room", gettext_lazy("Open the room")),
    "close_room": ("theme-close-room", gettext_lazy("Close the room")),
}


def theme_row(theme: ThemeProposal) -> dict:
    """For the resource list."""
    return {
        "title": theme.title,
        "url": theme.get_absolute_url(),
        "date": theme.raised_at,
        "status": theme.get_status_display(),
        "tone": theme.tone,
        "meta": theme.get_origin_display(),
    }


def theme_facts(theme: ThemeProposal) -> list[dict]:
    """Where the theme comes from, and what it rests on."""
    facts = [
        {"label": _("Origin"), "value": theme.get_origin_display()},
        {"label": _("Raising unit"), "value": str(theme.raising_unit or "")},
        {"label": _("How it arrived"), "value": theme.get_source_display()},
        {"label": _("Day it was raised"), "date": theme.raised_at},
    ]
    if theme.supporters > 1:
        people = _("%(count)s people") % {"count": theme.supporters}
        facts.append({"label": _("People who asked for it"), "value": people})
    if theme.resolution is not None:
        url = theme.resolution.get_absolute_url()
        facts.append({"label": _("Resolution"), "value": str(theme.resolution), "url": url})
    if theme.room is not None:
        room = {"label": _("Room"), "value": theme.room.title}
        facts.append({**room, "url": theme.room.get_absolute_url()} if theme.room.is_published else room)
    return facts


def theme_steps(theme: ThemeProposal) -> list[dict]:
    """For the timeline."""
    return [
        {"title": str(ThemeStatus(step.to_status).label), "at": step.at, "text": step.reason}
        for step in theme.steps.all()
    ]


def theme_links(theme: ThemeProposal, may: dict) -> list[dict]:
    """The verbs with a page of their own that this person may use now."""
    now = dict(may)
    now["open_room"] = may.get("decide_on_room") and theme.room.status == "preparing"
    now["close_room"] = may.get("decide_on_room") and theme.room.status != "closed"
    return [
        {"text": text, "url": reverse(f"governance:{name}", args=[theme.pk])}
        for verb, (name, text) in LINKS.items()
        if now.get(verb)
    ]
