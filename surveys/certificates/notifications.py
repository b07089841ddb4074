"""Who hears when trust ends or runs out: those who verify, and those who run the survey system."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from portal.foundation import clock, outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import RevocationList, TrustAnchor, UsageProcedure, VerifierStanding


def _in_charge():
    return (
        people_holding("survey.verification")
        | people_holding("survey.jpki_usage_procedure")
        | people_holding("survey.survey_system_operation")
        | people_holding("survey.survey_execution")
    ).distinct()


def authority_distrusted(anchor: TrustAnchor, by: Acting, reason: str) -> None:
    first = anchor.distrusted_from.isoformat() if anchor.distrusted_from else ""
    outbox.post(
        "surveys.authority_distrusted",
        _in_charge().exclude(pk=by.person_id or None),
        url=reverse("surveys:trust-overview"),
        context={"authority": anchor.name, "first_day": first, "reason": reason},
    )


def standing_withdrawn(standing: VerifierStanding, by: Acting, reason: str) -> None:
    first = standing.withdrawn_from.isoformat() if standing.withdrawn_from else ""
    outbox.post(
        "surveys.standing_withdrawn",
        _in_charge().exclude(pk=by.person_id or None),
        url=reverse("surveys:verifier-list"),
        context={"body": standing.body.name, "first_day": first, "reason": reason},
    )


def lists_lapsed(lapsed: Sequence[RevocationList]) -> None:
    """Once for each list that lapsed without a successor."""
    outbox.post(
        "surveys.lists_lapsed",
        people_holding("survey.verification"),
        url=reverse("surveys:revocation-list-list"),
        context={"number": len(lapsed)},
        once=f"lists-lapsed:{clock.today().isoformat()}",
    )


def standing_expiring(standing: VerifierStanding) -> None:
    """Whoever records standings, once for each last day."""
    _expiring(standing, "standing", "survey.jpki_usage_procedure", reverse("surveys:verifier-list"))


def procedure_expiring(procedure: UsageProcedure, function: str) -> None:
    """Whoever goes through procedures of this kind, once for each last day."""
    _expiring(procedure, "procedure", function, reverse("surveys:procedure-list"))


def _expiring(row: VerifierStanding | UsageProcedure, noun: str, function: str, url: str) -> None:
    last = row.valid_until.isoformat() if row.valid_until else ""
    outbox.post(
        f"surveys.{noun}_expiring",
        people_holding(function),
        url=url,
        context={"body": row.body.name, "kind": row.kind, "last_day": last},
        once=f"{noun}-expiring:{row.pk}:{last}",
    )
