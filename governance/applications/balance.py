"""年代、性別のバランス: who applied and who is on the shortlist, counted by what they declared themselves."""

from collections import Counter
from collections.abc import Iterable

from django.utils.translation import gettext as _

from governance.recruitments.models import Recruitment
from portal.foundation.acting import Acting

from .declared import CHOSEN, declared, label
from .lifecycle import SHORTLIST
from .models import SeatApplication

Declared = list[dict[str, str]]


def balance(recruitment: Recruitment, applications: Iterable[SeatApplication], *, by: Acting) -> list[dict]:
    """One table per declared item, applicants beside shortlist; nothing is inferred, gaps say "not stated"."""
    rows = list(applications)
    found = declared(by, rows, recruitment)
    shortlist = [
        words for words, application in zip(found, rows, strict=True) if application.status in SHORTLIST
    ]
    captions = {
        "age_band": _("By age"),
        "gender": _("By gender"),
        "area": _("By area"),
        "connection": _("By connection to the city"),
        "local_activity": _("By local activities"),
    }
    return [_table(caption, name, found, shortlist) for name, caption in captions.items()]


def _table(caption: str, name: str, found: Declared, shortlist: Declared) -> dict:
    everybody, chosen = _counted(name, found), _counted(name, shortlist)
    rows = [
        [label(name, value) or _("Not stated"), everybody[value], chosen[value]]
        for value in _order(name, everybody)
    ]
    return {
        "caption": caption,
        "head": [_("Declared"), _("Applicants"), _("Shortlist")],
        "rows": rows,
        "foot": [_("Together"), len(found), len(shortlist)],
    }


def _counted(name: str, found: Declared) -> Counter[str]:
    return Counter(words[name] for words in found)


def _order(name: str, counted: Counter[str]) -> list[str]:
    if name in CHOSEN:
        known = [value for value in CHOSEN[name].values if value in counted]
    else:
        known = sorted(value for value in counted if value)
    return [*known, *([""] if "" in counted else [])]
