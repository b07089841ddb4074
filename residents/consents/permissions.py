"""Consent is the person's own: nobody gives or takes it for them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied

from .models import Consent


def can_give_consent(by: Acting, person: Any) -> Decision:
    return _is_the_person(by, person)


def can_withdraw_consent(by: Acting, consent: Consent) -> Decision:
    if consent.withdrawn_at is not None:
        return Denied(_("This consent was already withdrawn."))
    return _is_the_person(by, consent.person)


def _is_the_person(by: Acting, person: Any) -> Decision:
    return (by.person is not None and by.person.pk == person.pk) or Denied(
        _("Only the person themselves can decide this.")
    )
