"""Registering outside bodies as sponsors."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.foundation import audit
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied, require

from . import notifications, permissions
from .lifecycle import SponsorStatus
from .models import SurveySponsor


@transaction.atomic
def apply(*, scope: str, valid_from: date, valid_until: date, by: Acting) -> SurveySponsor:
    """An outside body asks the city to let it run surveys for a time and a subject."""
    require(permissions.can_apply_sponsor(by))
    if SurveySponsor.objects.filter(body=by.body, status=SponsorStatus.APPLIED).exists():
        raise Denied(_("Your body's application is already waiting for a decision."))
    sponsor = SurveySponsor(body=by.body, scope=scope, valid_from=valid_from, valid_until=valid_until)
    sponsor.step("apply", by=by)
    audit.record("surveys.sponsor.applied", by=by, target=sponsor)
    notifications.sponsor_applied(sponsor, by)
    return sponsor


@transaction.atomic
def approve(sponsor: SurveySponsor, *, by: Acting, reason: str = "") -> SurveySponsor:
    """The system management body lets the applicant run surveys."""
    sponsor = SurveySponsor.objects.select_for_update().get(pk=sponsor.pk)
    require(permissions.can_approve_sponsor(by, sponsor))
    sponsor.step("approve", by=by, reason=reason)
    audit.record("surveys.sponsor.approved", by=by, target=sponsor, reason=reason, public=True)
    notifications.sponsor_decided(sponsor, by, reason)
    return sponsor


@transaction.atomic
def refuse(sponsor: SurveySponsor, *, by: Acting, reason: str) -> SurveySponsor:
    """The system management body says no, and why."""
    sponsor = SurveySponsor.objects.select_for_update().get(pk=sponsor.pk)
    require(permissions.can_refuse_sponsor(by, sponsor))
    sponsor.step("refuse", by=by, reason=reason)
    audit.record("surveys.sponsor.refused", by=by, target=sponsor, reason=reason, public=True)
    notifications.sponsor_decided(sponsor, by, reason)
    return sponsor


@transaction.atomic
def suspend(sponsor: SurveySponsor, *, by: Acting, reason: str) -> SurveySponsor:
    """No further survey may be planned or opened until the suspension ends."""
    sponsor = SurveySponsor.objects.select_for_update().get(pk=sponsor.pk)
    require(permissions.can_suspend_sponsor(by, sponsor))
    sponsor.step("suspend", by=by, reason=reason)
    audit.record("surveys.sponsor.suspended", by=by, target=sponsor, reason=reason, public=True)
    notifications.sponsor_decided(sponsor, by, reason)
    return sponsor


@transaction.atomic
def resume(sponsor: SurveySponsor, *, by: Acting, reason: str = "") -> SurveySponsor:
    """The suspension ends."""
    sponsor = SurveySponsor.objects.select_for_update().get(pk=sponsor.pk)
    require(permissions.can_resume_sponsor(by, sponsor))
    sponsor.step("resume", by=by, reason=reason)
    audit.record("surveys.sponsor.resumed", by=by, target=sponsor, reason=reason, public=True)
    notifications.sponsor_decided(sponsor, by, reason)
    return sponsor
