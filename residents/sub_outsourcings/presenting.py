"""The requests of a contract as its page shows them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.foundation.acting import Acting
from portal.foundation.templatetags.ui import japanese_date
from residents.contracts.models import Contract

from . import permissions
from .models import SubOutsourcing


def rows(by: Acting, contract: Contract) -> list[dict[str, Any]]:
    """Every request with what was decided, and what the reader may do about it."""
    return [
        {
            "title": asked.subcontractor,
            "status": asked.get_status_display(),
            "tone": asked.tone,
            "facts": _facts(asked),
            "acts": _acts(by, asked),
        }
        for asked in contract.sub_outsourcings.prefetch_related("steps")
    ]


def _facts(asked: SubOutsourcing) -> list[dict[str, Any]]:
    last = list(asked.steps.all())[-1]
    why = last.reason if last.verb in ("refuse", "revoke_consent") else ""
    period = {"first": japanese_date(asked.from_on), "last": japanese_date(asked.until_on)}
    return [
        {"label": _("Which part of the work"), "value": asked.work},
        {"label": _("Period"), "value": _("%(first)s to %(last)s") % period},
        {"label": _("Why somebody else has to do it"), "value": asked.reason},
        {"label": _("How the clauses bind the other side too"), "value": asked.safeguards},
        {
            "label": _("Personal data are handed over"),
            "value": _("Yes") if asked.touches_personal_data else _("No"),
        },
        {"label": _("Conditions of the consent"), "value": asked.conditions},
        {"label": _("Reason of the decision"), "value": why},
    ]


def _acts(by: Acting, asked: SubOutsourcing) -> list[dict[str, str]]:
    asked_for: list[tuple[str, str, str, Any]] = [
        ("consent", _("Consent to the sub-outsourcing"), "primary", permissions.can_consent),
        ("refuse", _("Refuse the sub-outsourcing"), "secondary", permissions.can_refuse_sub_outsourcing),
        ("revoke-consent", _("Revoke the consent"), "danger", permissions.can_revoke_consent),
        ("withdraw", _("Withdraw the request"), "secondary", permissions.can_withdraw_sub_outsourcing),
    ]
    return [
        {"text": text, "url": reverse(f"residents:sub-outsourcing-{verb}", args=[asked.pk]), "tone": tone}
        for verb, text, tone, may in asked_for
        if may(by, asked)
    ]
