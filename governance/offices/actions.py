"""The verbs of an office: choosing who holds it, and stepping down from it."""

from django.db import transaction

from governance.committees.models import CommitteeTerm
from governance.resolutions.models import Resolution
from governance.seats.lifecycle import OfficeKind
from governance.seats.models import Office, Seat
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import notifications
from .permissions import can_choose_office, can_step_down, is_elected


@transaction.atomic
def choose(seat: Seat, *, by: Acting, kind: OfficeKind, resolution: Resolution | None = None) -> Office:
    """Make a member chair or vice-chair: elected by the committee's resolution, or appointed by the mayor."""
    term = CommitteeTerm.objects.select_for_update().get(pk=seat.term_id)
    seat = Seat.objects.select_related("person", "term__body").get(pk=seat.pk)
    require(can_choose_office(by, seat, kind, resolution))
    rests_on = resolution if is_elected() else None
    office = Office(seat=seat, kind=kind, from_on=clock.today(), resolution=rests_on)
    office.step("choose", by=by)
    reference = rests_on.printed_number if rests_on is not None else str(term)
    audit.record("governance.office.chosen", by=by, target=office, reference=reference, public=True)
    notifications.office_chosen(office, by=by)
    return office


@transaction.atomic
def step_down(office: Office, *, by: Acting, reason: str) -> Office:
    """Leave the chair or a vice-chair's office and stay a member."""
    office = Office.objects.select_for_update().get(pk=office.pk)
    require(can_step_down(by, office))
    office.step("step_down", by=by, reason=reason, until_on=clock.today())
    audit.record(
        "governance.office.stepped_down", by=by, target=office, public=True
    )  # why stays with the office
    notifications.office_left(office, by=by)
    return office
