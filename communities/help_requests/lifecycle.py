"""参加者・進行役のサポート: asked, answered, closed (checklist 43)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class HelpStatus(models.TextChoices):
    ASKED = "asked", _("Waiting for an answer")
    ANSWERED = "answered", _("Answered")
    CLOSED = "closed", _("Closed")


HELP_REQUEST = Lifecycle(
    "communities.help_request",
    HelpStatus,
    ask_for_help=({START}, HelpStatus.ASKED, "whoever takes part in the room"),
    answer=({HelpStatus.ASKED}, HelpStatus.ANSWERED, "caretaker"),
    close=({HelpStatus.ASKED, HelpStatus.ANSWERED}, HelpStatus.CLOSED, "whoever asked"),
)

TONES = {HelpStatus.ASKED: "warning", HelpStatus.ANSWERED: "info", HelpStatus.CLOSED: "neutral"}
