"""On what legal ground a body verifies: recording and withdrawing standings, going through procedures."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.foundation import audit
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied, require
from residents.models import Body

from . import notifications
from .models import UsageProcedure, VerifierStanding
from .permissions import (
    IN_CHARGE,
    can_begin_usage_procedure,
    can_finish_usage_procedure,
    can_record_verifier_standing,
    can_withdraw_verifier_standing,
)


@transaction.atomic
def record_standing(
    body: Body,
    *,
    kind: str = VerifierStanding.Kind.SIGNATURES,
    ground: str,
    notification_number: str,
    valid_from: date,
    valid_until: date | None,
    by: Acting,
) -> VerifierStanding:
    """Write down on what ground a body may verify certificates; without it no gate opens (公的個人認証法17条・36条)."""
    require(can_record_verifier_standing(by))
    Body.objects.select_for_update().get(pk=body.pk)
    standing, created = VerifierStanding.objects.get_or_create(
        body=body,
        kind=kind,
        ground=ground,
        notification_number=notification_number,
        valid_from=valid_from,
        valid_until=valid_until,
        withdrawn_from=None,
    )
    if not created:
        return standing
    audit.record(
        "surveys.verifier_standing.recorded",
        by=by,
        target=standing,
        reference=notification_number,
        public=True,
    )
    return standing


@transaction.atomic
def withdraw_standing(
    standing: VerifierStanding, *, from_day: date, reason: str, by: Acting
) -> VerifierStanding:
    """From this day on the body may not verify any more; gates that are open take no further proofs."""
    standing = VerifierStanding.objects.select_for_update().get(pk=standing.pk)
    require(can_withdraw_verifier_standing(by, standing))
    standing.withdrawn_from = from_day
    standing.save(update_fields=["withdrawn_from"])
    audit.record(
        "surveys.verifier_standing.withdrawn",
        by=by,
        target=standing,
        reason=reason,
        reference=standing.notification_number,
        public=True,
    )
    notifications.standing_withdrawn(standing, by, reason)
    return standing


@transaction.atomic
def begin_procedure(body: Body, *, kind: str, counterpart: str, begun_on: date, by: Acting) -> UsageProcedure:
    """A body asks the certification service, or the privacy council, before it uses certificates."""
    require(can_begin_usage_procedure(by, kind))
    Body.objects.select_for_update().get(pk=body.pk)
    procedure, created = UsageProcedure.objects.get_or_create(
        body=body, kind=kind, counterpart=counterpart, begun_on=begun_on
    )
    if created:
        audit.record("surveys.usage_procedure.begun", by=by, target=procedure)
    return procedure


@transaction.atomic
def finish_procedure(
    procedure: UsageProcedure,
    *,
    finished_on: date,
    reference: str,
    valid_until: date | None = None,
    by: Acting,
) -> UsageProcedure:
    """The procedure is through: its document is named, and the gate may rely on it."""
    procedure = UsageProcedure.objects.select_for_update().get(pk=procedure.pk)
    require(can_finish_usage_procedure(by, procedure))
    if finished_on < procedure.begun_on:
        raise Denied(_("A procedure does not finish before it begins."))
    if valid_until is not None and valid_until < finished_on:
        raise Denied(_("The last day must not lie before the first."))
    procedure.finished_on, procedure.reference, procedure.valid_until = finished_on, reference, valid_until
    procedure.save(update_fields=["finished_on", "reference", "valid_until"])
    audit.record(
        "surveys.usage_procedure.finished", by=by, target=procedure, reference=reference, public=True
    )
    return procedure


def remind_of_expiry(day: date, until: date) -> None:
    """Those who can renew hear in time, once for each last day: without standing or procedure no gate opens (31)."""
    for standing in VerifierStanding.objects.expiring(day, until):
        notifications.standing_expiring(standing)
    for procedure in UsageProcedure.objects.expiring(day, until):
        notifications.procedure_expiring(procedure, IN_CHARGE[UsageProcedure.Kind(procedure.kind)])
