"""The verbs of the public call: planning, announcing, the window, and its end."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from governance.committees.models import CommitteeTerm
from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import Denied, require

from . import notifications
from .models import Recruitment
from .permissions import (
    can_announce_recruitment,
    can_cancel_recruitment,
    can_complete_recruitment,
    can_extend_recruitment,
    can_plan_recruitment,
    can_revise_recruitment,
)


@transaction.atomic
def plan(
    term: CommitteeTerm, *, by: Acting, seats: int, opens_on: date, closes_on: date, **items: Any
) -> Recruitment:
    """Prepare a public call for members; what it has to announce may be completed later."""
    require(can_plan_recruitment(by))
    recruitment = Recruitment(term=term, seats=seats, opens_on=opens_on, closes_on=closes_on, **items)
    recruitment.step("plan", by=by)
    audit.record("governance.recruitment.planned", by=by, target=recruitment)
    return recruitment


@transaction.atomic
def revise(
    recruitment: Recruitment, *, by: Acting, seats: int, opens_on: date, closes_on: date, **items: Any
) -> Recruitment:
    """Change a plan before anybody has read it."""
    recruitment = _locked(recruitment)
    require(can_revise_recruitment(by, recruitment))
    recruitment.step("revise", by=by, seats=seats, opens_on=opens_on, closes_on=closes_on, **items)
    audit.record("governance.recruitment.revised", by=by, target=recruitment)
    return recruitment


@transaction.atomic
def announce(recruitment: Recruitment, *, by: Acting) -> Recruitment:
    """Make the call public; from its first day on it accepts applications by itself."""
    recruitment = _locked(recruitment)
    require(can_announce_recruitment(by, recruitment))
    recruitment.step("announce", by=by)
    audit.record("governance.recruitment.announced", by=by, target=recruitment, public=True)
    return open_recruitment(recruitment) if recruitment.opens_on <= clock.today() else recruitment


@transaction.atomic
def open_recruitment(recruitment: Recruitment) -> Recruitment:
    """The first day of the window has come."""
    recruitment = _locked(recruitment)
    recruitment.step("open", by=CLOCK)
    audit.record("governance.recruitment.opened", by=CLOCK, target=recruitment, public=True)
    return recruitment


@transaction.atomic
def close(recruitment: Recruitment) -> Recruitment:
    """The last day of the window is over; nobody can apply any more."""
    recruitment = _locked(recruitment)
    recruitment.step("close", by=CLOCK)
    audit.record("governance.recruitment.closed", by=CLOCK, target=recruitment, public=True)
    notifications.recruitment_closed(recruitment)
    return recruitment


@transaction.atomic
def extend(recruitment: Recruitment, *, by: Acting, closes_on: date) -> Recruitment:
    """Fewer applied than there are seats: applications are accepted again until a later day."""
    recruitment = _locked(recruitment)
    require(can_extend_recruitment(by, recruitment))
    require(closes_on >= clock.today() or Denied(_("The new last day has to be today or later.")))
    recruitment.step("extend", by=by, closes_on=closes_on)
    audit.record("governance.recruitment.extended", by=by, target=recruitment, public=True)
    return recruitment


@transaction.atomic
def complete(recruitment: Recruitment, *, by: Acting) -> Recruitment:
    """The result is decided and everybody has been told."""
    recruitment = _locked(recruitment)
    require(can_complete_recruitment(by, recruitment))
    recruitment.step("complete", by=by, finished_on=clock.today())
    audit.record("governance.recruitment.completed", by=by, target=recruitment, public=True)
    notifications.recruitment_completed(recruitment)
    return recruitment


@transaction.atomic
def cancel(recruitment: Recruitment, *, by: Acting, reason: str) -> Recruitment:
    """Call the recruitment off; those who applied are told why."""
    recruitment = _locked(recruitment)
    require(can_cancel_recruitment(by, recruitment))
    recruitment.step("cancel", by=by, reason=reason, finished_on=clock.today())
    audit.record("governance.recruitment.cancelled", by=by, target=recruitment, reason=reason, public=True)
    notifications.recruitment_cancelled(recruitment, reason=reason)
    return recruitment


def _locked(recruitment: Recruitment) -> Recruitment:
    rows: Any = Recruitment.objects.select_for_update(of=("self",))
    return rows.select_related("term__body").get(pk=recruitment.pk)
