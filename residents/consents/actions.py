"""Agreeing and taking it back; both are the person's own acts."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied, require

from .models import Consent, ConsentText
from .permissions import can_give_consent, can_withdraw_consent


def current_text(purpose: str) -> ConsentText | None:
    """The words in force today for a purpose."""
    return (
        ConsentText.objects.filter(purpose=purpose, valid_from__lte=clock.today())
        .order_by("-version")
        .first()
    )


@transaction.atomic
def give(person: Any, purpose: str, *, by: Acting) -> Consent:
    """Agree to today's words for a purpose; agreeing twice changes nothing."""
    require(can_give_consent(by, person))
    text = current_text(purpose)
    if text is None:
        raise Denied(_("There is no text for this purpose yet, so nobody can agree to it."))
    consent, created = Consent.objects.get_or_create(
        person=person, text=text, withdrawn_at=None, defaults={"given_at": clock.now()}
    )
    if created:
        audit.record("residents.consent.given", by=by, target=consent, reference=str(text))
    return consent


@transaction.atomic
def withdraw(consent: Consent, *, by: Acting) -> Consent:
    """Take it back; what rested on it must stop."""
    consent = Consent.objects.select_for_update().get(pk=consent.pk)
    require(can_withdraw_consent(by, consent))
    consent.withdrawn_at = clock.now()
    consent.save(update_fields=["withdrawn_at"])
    audit.record("residents.consent.withdrawn", by=by, target=consent, reference=str(consent.text))
    return consent


def has_given(person: Any, purpose: str) -> bool:
    """Has the person agreed to today's words?"""
    text = current_text(purpose)
    return text is not None and Consent.objects.standing().filter(person=person, text=text).exists()
