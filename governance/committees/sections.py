"""The sister pages of one committee."""

from django.urls import reverse
from django.utils.translation import gettext as _

from residents.models import Body


def sections(body: Body, current: str) -> list[dict]:
    """Rows for the tabs: the committee, its meetings, resolutions, events, issues, and advice to it."""
    pages = [
        ("committee-detail", _("Committee members")),
        ("meeting-list", _("Meetings")),
        ("resolution-list", _("Resolutions")),
        ("event-list", _("Events")),
        ("issue-list", _("Issues")),
        ("advice-list", _("Advice")),
    ]
    return [
        {"label": label, "url": reverse(f"governance:{name}", args=[body.code]), "current": name == current}
        for name, label in pages
    ]


def breadcrumbs(*steps: tuple[str, str]) -> list[dict]:
    """The way from the committees to here."""
    way = [(_("Committees"), reverse("governance:committee-list")), *steps]
    return [{"label": label, "url": url} for label, url in way]
