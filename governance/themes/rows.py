"""A theme in one line of a list, its facts, and what happened to it."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision
from residents.roles.holdings import holds

from . import permissions
from .lifecycle import ThemeStatus
from .models import ThemeProposal

LINKS = {
    "redirect": ("theme-redirect", gettext_lazy("Pass the theme on")),
    "adopt": ("theme-adopt", gettext_lazy("Choose the theme")),
    "defer": ("theme-defer", gettext_lazy("Put the theme off")),
    "not_adopt": ("theme-not-adopt", gettext_lazy("Do not choose the theme")),
    "prepare_room": ("theme-prepare-room", gettext_lazy("Prepare a city-area room")),
    "open": ("theme-open-room", gettext_lazy("Open the room")),
    "name_facilitator": ("theme-name-facilitator", gettext_lazy("Change who chairs the room")),
    "extend": ("theme-extend-room", gettext_lazy("Extend the discussion")),
    "end_discussion": ("theme-end-discussion", gettext_lazy("End the discussion")),
    "adopt_summary": ("theme-adopt-summary", gettext_lazy("Adopt a summary")),
    "close": ("theme-close-room", gettext_lazy("Close the room")),
}
OF_A_THEME = ("shortlist", "adopt", "defer", "not_adopt", "prepare_room")
OF_ITS_ROOM = ("open", "extend", "end_discussion", "adopt_summary")


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
    if theme.destination:
        facts.append({"label": _("Passed on to"), "value": theme.get_destination_display()})
    if theme.passed_on_to is not None:
        facts.append({"label": _("Section"), "value": str(theme.passed_on_to)})
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


def theme_may(by: Acting, theme: ThemeProposal) -> dict[str, Decision]:
    """What this person may do now; which resolution an act of the committee rests on is asked with it."""
    if by.is_guest or by.body is None:
        return {}
    may = {
        "receive": permissions.can_receive_theme(by, theme),
        "admit": permissions.can_admit_theme(by, theme),
        "redirect": permissions.can_redirect_theme(by, theme),
        "read_receipt": holds(by, "committee.secretariat"),
    }
    may |= {verb: permissions.can_decide(by, theme, verb) for verb in OF_A_THEME}
    if theme.room_id is not None:
        may |= {verb: permissions.can_turn_to_room(by, theme, verb) for verb in OF_ITS_ROOM}
        may["name_facilitator"] = permissions.can_turn_to_facilitators(by, theme)
        may["close"] = permissions.can_turn_to_room(by, theme, "close") or permissions.can_turn_to_room(
            by, theme, "abolish"
        )
    return may


def theme_links(theme: ThemeProposal, may: dict[str, Decision]) -> list[dict]:
    """The verbs with a page of their own that this person may use now."""
    return [
        {"text": text, "url": reverse(f"governance:{name}", args=[theme.pk])}
        for verb, (name, text) in LINKS.items()
        if may.get(verb)
    ]
