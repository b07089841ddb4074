"""Publishing and withdrawing the emergency notice."""

from __future__ import annotations

from django.db import transaction

from disaster import screens
from disaster.mode.models import Mode
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from .models import EmergencyNotice
from .permissions import can_publish_notice, can_replace_notice, can_withdraw_notice


@transaction.atomic
def publish(*, by: Acting, **words: str) -> EmergencyNotice:
    """Put a notice on top of every page; the one shown so far gives way and stays in the history."""
    mode = Mode.objects.locked()
    require(can_publish_notice(by))
    notice = EmergencyNotice(mode=mode, is_drill=mode.is_drill, published_at=clock.now(), **words)
    notice.clean_fields(exclude=["status"])
    shown = EmergencyNotice.objects.published().select_for_update().first()
    if shown is not None:
        _replace(shown, notice, by)
    notice.step("publish", by=by)
    audit.record("disaster.notice.published", by=by, target=notice, public=not notice.is_drill)
    _confirm(mode)
    return notice


@transaction.atomic
def withdraw(notice: EmergencyNotice, *, by: Acting, reason: str = "") -> EmergencyNotice:
    """Take the notice down because it no longer holds."""
    mode = Mode.objects.locked()
    notice = EmergencyNotice.objects.select_for_update().get(pk=notice.pk)
    require(can_withdraw_notice(by, notice))
    notice.step("withdraw", by=by, reason=reason)
    audit.record("disaster.notice.withdrawn", by=by, target=notice, reason=reason, public=not notice.is_drill)
    _confirm(mode)
    return notice


@transaction.atomic
def _replace(shown: EmergencyNotice, newer: EmergencyNotice, by: Acting) -> None:
    """The older notice leaves the pages for a newer one of its class or a higher one."""
    require(can_replace_notice(by, shown, newer))
    shown.step("replace", by=by)
    audit.record("disaster.notice.replaced", by=by, target=shown)


def _confirm(mode: Mode) -> None:
    mode.confirmed_at = clock.now()
    mode.save(update_fields=["confirmed_at"])
    screens.changed()
