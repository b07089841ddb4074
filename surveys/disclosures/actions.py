"""Hand over what was ticked; look at one record, with a reason; erase one, or all of a survey."""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from portal.foundation import audit, sealing
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied, require
from surveys.envelopes.challenge import digest
from surveys.envelopes.marks import MARK
from surveys.envelopes.models import Ticket
from surveys.envelopes.order_free import hold, overwrite_deleted
from surveys.envelopes.sheets import opened
from surveys.surveys.models import Survey

from . import offers
from .models import Disclosure
from .permissions import can_erase_disclosures, can_hand_over, can_read_disclosures


@transaction.atomic
def hand_over(survey: Survey, *, ticket: str, offer: str, chosen: Collection[str]) -> bool:
    """Seal exactly what was ticked for the sponsor, and tie it to the answer that will come with this ticket.

    No line in the ledger: the record itself says that it was handed over, and the moment is nobody's business.
    """
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    hold(survey.pool)
    require(can_hand_over(survey, ticket))
    values = offers.read(survey, ticket, offer)
    if values is None:
        raise Denied(
            _("This form does not belong to your ticket."), _("You can answer without handing over.")
        )
    given = {name: values[name] for name in offers.ITEMS if name in chosen and values[name]}
    row = Ticket.objects.select_for_update().get(pool=survey.pool, digest=digest(ticket))
    if not given or row.mark:
        return False
    row.mark = secrets.token_hex(16)
    row.save(update_fields=["mark"])
    Disclosure(
        survey=survey,
        mark=row.mark,
        sealed_content=_sealed(survey, row.mark, given),
        name_index=index(survey, given["name"]) if "name" in given else "",
    ).save()
    return True


@transaction.atomic
def look(disclosure: Disclosure, *, reason: str, by: Acting) -> dict[str, Any]:
    """Open one record and the sheet that bears its mark; the look and its reason stand in the ledger."""
    survey = disclosure.survey
    require(can_read_disclosures(by, survey))
    audit.record("surveys.disclosure.viewed", by=by, target=disclosure, reason=reason)
    text = sealing.unseal(
        bytes(disclosure.sealed_content),
        purpose=offers.purpose(survey),
        bound_to=f"disclosure:{disclosure.mark}",
    )
    sheet = next((sheet for sheet in opened(survey) if sheet.get(MARK) == disclosure.mark), {})
    return {"given": json.loads(text), "sheet": sheet}


@transaction.atomic
def erase(disclosure: Disclosure, *, reason: str, by: Acting) -> None:
    """Delete one record at the request of the person concerned (個人情報保護法98条); the answer stays, without a name."""
    require(can_erase_disclosures(by, disclosure.survey))
    overwrite_deleted()
    audit.record("surveys.disclosure.erased", by=by, target=disclosure, reason=reason)
    disclosure.delete()


@transaction.atomic
def erase_all(survey: Survey, *, reason: str, by: Acting) -> int:
    """End the purpose: destroy the survey's data key and its index key, so that copies too can never be opened."""
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    require(can_erase_disclosures(by, survey))
    overwrite_deleted()
    count = survey.disclosures.count()
    survey.disclosures.all().delete()
    for purpose in (offers.purpose(survey), sealing.index_of(offers.purpose(survey))):
        sealing.destroy(purpose)
    audit.record(
        "surveys.disclosures.erased", by=by, target=survey, reason=reason, details={"records": count}
    )
    return count


@transaction.atomic
def find(survey: Survey, name: str, *, by: Acting) -> QuerySet[Disclosure]:
    """The records of exactly this name, none of them opened; that somebody was looked for stands in the ledger."""
    require(can_read_disclosures(by, survey))
    audit.record("surveys.disclosure.searched", by=by, target=survey)
    return survey.disclosures.filter(name_index=index(survey, name))


def index(survey: Survey, name: str) -> str:
    """Under what a name is found again in this survey's records, and in no others."""
    return sealing.blind_index(name, purpose=offers.purpose(survey))


def _sealed(survey: Survey, mark: str, given: dict[str, str]) -> bytes:
    return sealing.seal(json.dumps(given), purpose=offers.purpose(survey), bound_to=f"disclosure:{mark}")
