"""Offices of a term that nobody holds, and the warning about them."""

from django.utils.translation import gettext as _

from governance.committees.models import CommitteeTerm
from portal.foundation import parameters

from .lifecycle import OfficeKind
from .models import Office

LIMITS = {OfficeKind.CHAIR: "committee.chairs", OfficeKind.VICE_CHAIR: "committee.vice_chairs"}
"""委員長1人、副委員長2人: exactly so many (1.C 63)."""


def vacancies(term: CommitteeTerm) -> dict[OfficeKind, int]:
    """office → how many of it are not filled now."""
    held = list(Office.objects.held().filter(seat__term=term).values_list("kind", flat=True))
    return {kind: parameters.value(name) - held.count(kind) for kind, name in LIMITS.items()}


def vacant_offices(term: CommitteeTerm) -> list[str]:
    """The same in words, for a warning; nothing while the town has set no numbers."""
    try:
        found = vacancies(term)
    except parameters.NotSet:
        return []
    words = {
        OfficeKind.CHAIR: _("The office of the chair is vacant."),
        OfficeKind.VICE_CHAIR: _("Vice-chairs still to be chosen: %(count)s."),
    }
    return [words[kind] % {"count": count} for kind, count in found.items() if count > 0]
