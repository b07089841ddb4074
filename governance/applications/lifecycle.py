"""The statuses of an application for a seat, and the verbs between them (2.7)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.lifecycles import START, Lifecycle


class ApplicationStatus(models.TextChoices):
    DRAFT = "draft", _("Draft, not handed in")
    SUBMITTED = "submitted", _("Submitted")
    INTERVIEWED = "interviewed", _("Interviewed")
    ASSESSED = "assessed", _("Assessed")
    RECOMMENDED = "recommended", _("Recommended")
    RESERVE = "reserve", _("On the reserve list")
    NOT_RECOMMENDED = "not_recommended", _("Not recommended")
    SELECTED = "selected", _("Selected")
    NOT_SELECTED = "not_selected", _("Not selected")
    ACCEPTED = "accepted", _("Seat accepted")
    TURNED_DOWN = "turned_down", _("Seat turned down")
    COMMISSIONED = "commissioned", _("Commissioned")
    WITHDRAWN = "withdrawn", _("Application withdrawn")


S = ApplicationStatus
APPLICATION = Lifecycle(
    "governance.seat_application",
    ApplicationStatus,
    draft=({START, S.DRAFT}, S.DRAFT, "applicant"),
    submit=({START, S.DRAFT}, S.SUBMITTED, "applicant"),
    enter=({START}, S.SUBMITTED, "secretariat, for an application on paper"),
    nominate=({START}, S.SUBMITTED, "secretariat, where a rule allows it and nobody applied"),
    ask_supplement=({S.SUBMITTED}, S.SUBMITTED, "secretariat or selection committee"),
    supplement=({S.SUBMITTED}, S.SUBMITTED, "applicant"),
    interview=({S.SUBMITTED}, S.INTERVIEWED, "selection committee"),
    assess=({S.INTERVIEWED}, S.ASSESSED, "the second assessor"),
    recommend=({S.ASSESSED}, S.RECOMMENDED, "selection committee"),
    reserve=({S.ASSESSED}, S.RESERVE, "selection committee"),
    set_aside=({S.ASSESSED}, S.NOT_RECOMMENDED, "selection committee"),
    move_up=({S.RESERVE}, S.RECOMMENDED, "clock"),
    select=({S.RECOMMENDED}, S.SELECTED, "mayor"),
    decline=({S.RECOMMENDED, S.NOT_RECOMMENDED}, S.NOT_SELECTED, "mayor"),
    accept=({S.SELECTED}, S.ACCEPTED, "applicant"),
    turn_down=({S.SELECTED}, S.TURNED_DOWN, "applicant"),
    commission=({S.ACCEPTED}, S.COMMISSIONED, "mayor"),
    withdraw=(
        {S.SUBMITTED, S.INTERVIEWED, S.ASSESSED, S.RECOMMENDED, S.RESERVE, S.SELECTED, S.ACCEPTED},
        S.WITHDRAWN,
        "applicant",
    ),
)
UNDECIDED = frozenset({S.SUBMITTED, S.INTERVIEWED, S.ASSESSED, S.RECOMMENDED, S.NOT_RECOMMENDED})
BEING_CONSIDERED = UNDECIDED | {S.RESERVE}
OVER_WITHOUT_A_SEAT = frozenset({S.NOT_RECOMMENDED, S.NOT_SELECTED, S.TURNED_DOWN, S.WITHDRAWN})
SHORTLIST = frozenset({S.RECOMMENDED, S.SELECTED, S.ACCEPTED, S.COMMISSIONED})
"""Who would sit on the committee as things stand; the balance is looked at for these."""

TONES = {
    S.RECOMMENDED: "info",
    S.RESERVE: "info",
    S.SELECTED: "success",
    S.ACCEPTED: "success",
    S.COMMISSIONED: "success",
}


class Channel(models.TextChoices):
    """How an application reached the town hall."""

    ONLINE = "online", _("Through this site")
    PAPER = "paper", _("On paper")
    NOMINATED = "nominated", _("Nominated, as nobody applied")


class AgeBand(models.TextChoices):
    UNDER_30 = "under_30", _("Under 30")
    THIRTIES = "30s", _("30 to 39")
    FORTIES = "40s", _("40 to 49")
    FIFTIES = "50s", _("50 to 59")
    SIXTIES = "60s", _("60 to 69")
    FROM_70 = "from_70", _("70 and older")


class Gender(models.TextChoices):
    FEMALE = "female", _("Female")
    MALE = "male", _("Male")
    OTHER = "other", _("Other")


class LocalActivity(models.TextChoices):
    """地域活動の有無, as the applicant says it."""

    ACTIVE = "active", _("Takes part in local activities")
    NOT_YET = "not_yet", _("Not so far")


class Fallback(models.TextChoices):
    """What a town does when nobody applies (2.7); the guideline knows public recruitment alone (第10条)."""

    RECRUIT_AGAIN = "recruit_again", _("Recruit again")
    NOMINATION = "nomination", _("The mayor may nominate people")
