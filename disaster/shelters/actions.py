"""Designating shelters and saying which are open."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from disaster import screens
from portal.foundation import audit
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from .models import Shelter
from .permissions import can_close_shelter, can_designate_shelter, can_fill_shelter, can_open_shelter


@transaction.atomic
def designate(*, by: Acting, **columns: Any) -> Shelter:
    """Put a place on the list of shelters."""
    require(can_designate_shelter(by))
    shelter = Shelter(**columns)
    shelter.step("designate", by=by)
    audit.record("disaster.shelter.designated", by=by, target=shelter, public=True)
    screens.changed()
    return shelter


@transaction.atomic
def open(shelter: Shelter, *, by: Acting) -> Shelter:
    """People can go there now."""
    shelter = Shelter.objects.select_for_update().get(pk=shelter.pk)
    require(can_open_shelter(by, shelter))
    shelter.step("open", by=by)
    audit.record("disaster.shelter.opened", by=by, target=shelter, to_status=shelter.status)
    screens.changed()
    return shelter


@transaction.atomic
def fill(shelter: Shelter, *, by: Acting) -> Shelter:
    """It takes nobody more; people are to go elsewhere."""
    shelter = Shelter.objects.select_for_update().get(pk=shelter.pk)
    require(can_fill_shelter(by, shelter))
    shelter.step("fill", by=by)
    audit.record("disaster.shelter.filled", by=by, target=shelter, to_status=shelter.status)
    screens.changed()
    return shelter


@transaction.atomic
def close(shelter: Shelter, *, by: Acting) -> Shelter:
    """It is not open any more."""
    shelter = Shelter.objects.select_for_update().get(pk=shelter.pk)
    require(can_close_shelter(by, shelter))
    shelter.step("close", by=by)
    audit.record("disaster.shelter.closed", by=by, target=shelter, to_status=shelter.status)
    screens.changed()
    return shelter
