"""年代、性別のバランス: who applied and who is on the shortlist, counted by what they declared themselves."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from residents.models import CityConnection

from .lifecycle import SHORTLIST, AgeBand, Gender, LocalActivity
from .models import SeatApplication

CHOSEN: dict[str, Any] = {
    "age_band": AgeBand,
    "gender": Gender,
    "connection": CityConnection.Kind,
    "local_activity": LocalActivity,
}


def balance(applications: Iterable[SeatApplication]) -> list[dict]:
    """One table per declared item, applicants beside shortlist; nothing is inferred, gaps say "not stated"."""
    found = list(applications)
    shortlist = [application for application in found if application.status in SHORTLIST]
    captions = {
        "age_band": _("By age"),
        "gender": _("By gender"),
        "area": _("By area"),
        "connection": _("By connection to the city"),
        "local_activity": _("By local activities"),
    }
    return [_table(caption, name, found, shortlist) for name, caption in captions.items()]


def _table(caption: str, name: str, found: list[SeatApplication], shortlist: list[SeatApplication]) -> dict:
    everybody, chosen = _counted(name, found), _counted(name, shortlist)
    rows = [[_label(name, value), everybody[value], chosen[value]] for value in _order(name, everybody)]
    return {
        "caption": caption,
        "head": [_("Declared"), _("Applicants"), _("Shortlist")],
        "rows": rows,
        "foot": [_("Together"), len(found), len(shortlist)],
    }


def _counted(name: str, applications: list[SeatApplication]) -> Counter[str]:
    return Counter(getattr(application, name) for application in applications)


def _order(name: str, counted: Counter[str]) -> list[str]:
    if name in CHOSEN:
        known = [value for value in CHOSEN[name].values if value in counted]
    else:
        known = sorted(value for value in counted if value)
    return [*known, *([""] if "" in counted else [])]


def _label(name: str, value: str) -> str:
    if not value:
        return _("Not stated")
    return str(CHOSEN[name](value).label) if name in CHOSEN else value
