"""A section ends: its approval chain goes to the one that follows it (組織改正, checklist 87)."""

from __future__ import annotations

from django.db import transaction

from portal.foundation import audit
from portal.foundation.acting import Acting
from residents.models import Body

from .models import ApprovalGrade


@transaction.atomic
def take_chain(unit: Body, successor: Body, *, by: Acting) -> None:
    """The successor's drafts are signed as those before were; a chain it has already stays its own."""
    unit = Body.objects.select_for_update().get(pk=unit.pk)
    rows = ApprovalGrade.objects.filter(unit=unit)
    if ApprovalGrade.objects.filter(unit=successor).exists():
        rows.delete()
    else:
        rows.update(unit=successor)
    audit.record("governance.answer.chain_followed", by=by, target=successor, reference=unit.name)


@transaction.atomic
def sign_for(unit: Body, successor: Body, *, by: Acting) -> None:
    """Where a member of the old unit signed in somebody's chain, a member of the successor signs."""
    rows = ApprovalGrade.objects.select_for_update().filter(body=unit)
    if rows.update(body=successor):
        audit.record("governance.answer.chain_followed", by=by, target=successor, reference=unit.name)
