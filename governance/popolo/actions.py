"""Taking in history that other records publish."""

from __future__ import annotations

from django.db import transaction

from portal.foundation import audit
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import export, names
from .known import Counts, Known
from .matching import memberships, parties
from .models import ImportedOrganisation, ImportedPerson, Kind
from .permissions import can_take_in_history
from .reading import Reading


@transaction.atomic
def take_in(reading: Reading, *, source: str, by: Acting) -> dict[str, Counts]:
    """Let the portal show what a file records of other days and towns: all of it, or nothing.

    What was taken in before is found by its id and brought up to date; what this portal itself
    published is known already and stays untouched.
    """
    require(can_take_in_history(by))
    _leave_out_our_own(reading)
    organisations = Known(Kind.ORGANISATION, ImportedOrganisation, source)
    persons = Known(Kind.PERSON, ImportedPerson, source)
    counts = {
        "organisations": parties(organisations, reading.organisations.values()),
        "persons": parties(persons, reading.persons.values()),
        "memberships": memberships(reading.memberships, organisations, persons, source),
    }
    audit.record(
        "governance.history.taken_in",
        by=by,
        reference=source[:200],
        details={name: vars(count) for name, count in counts.items()},
        public=True,
    )
    return counts


def _leave_out_our_own(reading: Reading) -> None:
    """Our own records, read back from an export, are in the portal as what they are."""
    keys = [*reading.organisations, *reading.persons, *[row.key for row in reading.memberships]]
    if not any(map(names.is_ours, keys)):
        return
    own = export.ids()
    reading.memberships = [row for row in reading.memberships if row.key not in own]
    parents = {party.parent for key, party in reading.organisations.items() if key not in own}
    needed = parents.union(
        *[{row.organisation, row.person, row.member, row.on_behalf_of} for row in reading.memberships]
    )
    for found in (reading.organisations, reading.persons):
        for key in [key for key in found if key in own and key not in needed]:
            del found[key]
