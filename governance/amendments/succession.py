"""A section ends: the one that follows it may still withdraw what it proposed (組織改正, checklist 87)."""

from __future__ import annotations

from django.db import transaction

from portal.foundation import audit
from portal.foundation.acting import Acting
from residents.models import Body

from .models import Amendment


@transaction.atomic
def follow(amendment: Amendment, successor: Body, *, by: Acting) -> Amendment:
    """The proposal stands for the successor from today."""
    amendment = Amendment.objects.select_for_update(of=("self",)).get(pk=amendment.pk)
    amendment.proposed_for = successor
    amendment.save(update_fields=["proposed_for"])
    audit.record("governance.amendment.followed", by=by, target=amendment, reference=successor.name)
    return amendment
