"""Posting, retracting and confirming official information."""

from __future__ import annotations

from django.db import transaction

from disaster import screens
from disaster.mode.models import Mode
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from .models import Information
from .permissions import can_confirm_information, can_post_information, can_retract_information


@transaction.atomic
def post(*, title: str, by: Acting, body: str = "", url: str = "") -> Information:
    """Put a line on the emergency page in the name of the unit one acts for."""
    mode = Mode.objects.locked()
    require(can_post_information(by, mode))
    information = Information(
        mode=mode,
        source=by.body,
        title=title,
        body=body,
        url=url,
        is_drill=mode.is_drill,
        posted_at=clock.now(),
    )
    information.step("post", by=by)
    audit.record("disaster.information.posted", by=by, target=information, public=not information.is_drill)
    _confirm(mode)
    return information


@transaction.atomic
def retract(information: Information, *, by: Acting, reason: str = "") -> Information:
    """Take a line back because it was wrong or no longer holds."""
    information = Information.objects.select_for_update().get(pk=information.pk)
    require(can_retract_information(by, information))
    information.step("retract", by=by, reason=reason)
    audit.record("disaster.information.retracted", by=by, target=information, reason=reason)
    screens.changed()
    return information


@transaction.atomic
def confirm(*, by: Acting) -> Mode:
    """Say that what is shown still holds, so that nobody wonders about its age."""
    mode = Mode.objects.locked()
    require(can_confirm_information(by, mode))
    audit.record("disaster.information.confirmed", by=by, target=mode)
    _confirm(mode)
    return mode


def _confirm(mode: Mode) -> None:
    mode.confirmed_at = clock.now()
    mode.save(update_fields=["confirmed_at"])
    screens.changed()
