"""The statuses of a proposed theme, and the verbs between them (2.6)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class ThemeStatus(models.TextChoices):
    RAISED = "raised", _("Raised")
    RECEIVED = "received", _("Received by the secretariat")
    ELIGIBLE = "eligible", _("Before the committee")
    REDIRECTED = "redirected", _("Passed on elsewhere")
    SHORTLISTED = "shortlisted", _("On the shortlist")
    DEFERRED = "deferred", _("Put off")
    ADOPTED = "adopted", _("Chosen by the committee")
    NOT_ADOPTED = "not_adopted", _("Not chosen")
    IN_ROOM = "in_room", _("Has a city-area room")


UNDECIDED = frozenset({ThemeStatus.ELIGIBLE, ThemeStatus.SHORTLISTED, ThemeStatus.DEFERRED})

THEME = Lifecycle(
    "governance.theme",
    ThemeStatus,
    raise_theme=({START}, ThemeStatus.RAISED, "resident or unit"),
    receive=({ThemeStatus.RAISED}, ThemeStatus.RECEIVED, "secretariat"),
    admit=({ThemeStatus.RECEIVED}, ThemeStatus.ELIGIBLE, "secretariat or caretaker"),
    redirect=({ThemeStatus.RECEIVED}, ThemeStatus.REDIRECTED, "secretariat or caretaker"),
    shortlist=({ThemeStatus.ELIGIBLE, ThemeStatus.DEFERRED}, ThemeStatus.SHORTLISTED, "committee"),
    adopt=({ThemeStatus.SHORTLISTED}, ThemeStatus.ADOPTED, "committee by resolution"),
    defer=({ThemeStatus.ELIGIBLE, ThemeStatus.SHORTLISTED}, ThemeStatus.DEFERRED, "committee by resolution"),
    not_adopt=(UNDECIDED, ThemeStatus.NOT_ADOPTED, "committee by resolution"),
    prepare_room=({ThemeStatus.ADOPTED}, ThemeStatus.IN_ROOM, "committee by resolution"),
)
PUBLIC_THEMES = UNDECIDED | {ThemeStatus.ADOPTED, ThemeStatus.NOT_ADOPTED, ThemeStatus.IN_ROOM}

TONES = {
    ThemeStatus.ELIGIBLE: "info",
    ThemeStatus.SHORTLISTED: "info",
    ThemeStatus.DEFERRED: "warning",
    ThemeStatus.ADOPTED: "success",
    ThemeStatus.IN_ROOM: "success",
    ThemeStatus.NOT_ADOPTED: "neutral",
}


class Origin(models.TextChoices):
    """第4条: (1) 市民等から提起された市政に関する事項 (2) 市が提起した事項."""

    CITIZEN = "citizen", _("Raised by residents")
    CITY = "city", _("Raised by the city")


class Source(models.TextChoices):
    """How a theme reached the secretariat; offline ways count the same (2.6)."""

    ONLINE = "online", _("On this site")
    SURVEY = "survey", _("Survey at an event")
    PAPER = "paper", _("On paper or at the counter")


class Destination(models.TextChoices):
    """Where a theme goes that is no matter for the city area (2.6)."""

    CONSULTATION = "consultation", _("To a section of the city hall that gives advice")
    CITIZEN_AREA = "citizen_area", _("To the citizen area, where anybody opens a room")
