"""A facilitator asks, a caretaker agrees; it holds for the days agreed (checklist 44)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class StandInStatus(models.TextChoices):
    REQUESTED = "requested", _("Asked for")
    AGREED = "agreed", _("Agreed")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Taken back")
    LAPSED = "lapsed", _("Nobody agreed in time")
    ENDED = "ended", _("Ended")


S = StandInStatus

TONES = {S.REQUESTED: "info", S.AGREED: "success", S.DECLINED: "warning", S.LAPSED: "warning"}

STAND_IN = Lifecycle(
    "communities.stand_in",
    StandInStatus,
    request_stand_in=({START}, S.REQUESTED, "facilitator"),
    agree=({S.REQUESTED}, S.AGREED, "caretaker"),
    decline=({S.REQUESTED}, S.DECLINED, "caretaker"),
    withdraw=({S.REQUESTED}, S.WITHDRAWN, "facilitator"),
    lapse=({S.REQUESTED}, S.LAPSED, "clock"),
    end=({S.AGREED}, S.ENDED, "facilitator | caretaker | clock"),
)
