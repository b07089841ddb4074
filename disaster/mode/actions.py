"""Switching. Each verb: lock, require, step, record, tell; the screens are written anew after commit."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from disaster import screens
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied, require

from . import notifications
from .models import AfterActionReport, Mode
from .permissions import (
    can_activate_mode,
    can_adopt_report_mode,
    can_call_off_mode,
    can_change_mode,
    can_deactivate_mode,
    can_end_drill_mode,
    can_prepare_mode,
    can_stand_down_mode,
    can_start_drill_mode,
)

NOTHING = {"kind": "", "area": "", "level": None, "since": None, "opened_at": None, "switches_front": False}


@transaction.atomic
def prepare(*, kind: str, area: str, ground: str, by: Acting) -> Mode:
    """Go on alert before a disaster that can be seen coming (typhoon, heavy rain)."""
    mode = Mode.objects.locked()
    require(can_prepare_mode(by, mode) and _is_grounded(ground))
    now = clock.now()
    mode.step(
        "prepare", by=by, reason=ground, kind=kind, area=area, since=now, opened_at=now, confirmed_at=now
    )
    audit.record("disaster.mode.prepared", by=by, target=mode, reason=ground, **_course(mode))
    screens.changed()
    notifications.mode_prepared(mode, by)
    return mode


@transaction.atomic
def call_off(*, ground: str, by: Acting) -> Mode:
    """Leave the alert because the disaster did not come."""
    mode = Mode.objects.locked()
    require(can_call_off_mode(by, mode) and _is_grounded(ground))
    mode.step("call_off", by=by, reason=ground, **NOTHING)
    audit.record("disaster.mode.called_off", by=by, target=mode, reason=ground, **_course(mode))
    screens.changed()
    notifications.mode_called_off(mode, by)
    return mode


@transaction.atomic
def activate(*, kind: str, area: str, ground: str, by: Acting, level: int | None = None) -> Mode:
    """Switch the town's screens to disaster mode; a drill under way ends with it."""
    mode = Mode.objects.locked()
    require(can_activate_mode(by, mode) and _is_grounded(ground) and _says_what_and_where(kind, area))
    now = clock.now()
    begins = now if mode.is_drill or mode.opened_at is None else mode.opened_at
    mode.step(
        "activate", by=by, reason=ground, kind=kind, area=area, level=level,
        since=now, opened_at=begins, confirmed_at=now, switches_front=True,
    )  # fmt: skip
    audit.record("disaster.mode.activated", by=by, target=mode, reason=ground, public=True, **_course(mode))
    screens.changed()
    notifications.mode_activated(mode, by)
    return mode


@transaction.atomic
def change(*, kind: str, area: str, ground: str, by: Acting, level: int | None = None) -> Mode:
    """Say that the area or the level is another one now."""
    mode = Mode.objects.locked()
    require(can_change_mode(by, mode) and _is_grounded(ground) and _says_what_and_where(kind, area))
    mode.step("change", by=by, reason=ground, kind=kind, area=area, level=level, confirmed_at=clock.now())
    audit.record("disaster.mode.changed", by=by, target=mode, reason=ground, public=True, **_course(mode))
    screens.changed()
    notifications.mode_changed(mode, by)
    return mode


@transaction.atomic
def stand_down(*, ground: str, by: Acting) -> Mode:
    """The danger is over and recovery begins; the normal front page returns, the banner stays."""
    mode = Mode.objects.locked()
    require(can_stand_down_mode(by, mode) and _is_grounded(ground))
    now = clock.now()
    mode.step(
        "stand_down", by=by, reason=ground, level=None, since=now, confirmed_at=now, switches_front=False
    )
    audit.record("disaster.mode.stood_down", by=by, target=mode, reason=ground, public=True, **_course(mode))
    screens.changed()
    notifications.mode_stood_down(mode, by)
    return mode


@transaction.atomic
def deactivate(*, ground: str, by: Acting) -> Mode:
    """End disaster mode; the record stays open until the report on it is adopted."""
    mode = Mode.objects.locked()
    require(can_deactivate_mode(by, mode) and _is_grounded(ground))
    mode.step("deactivate", by=by, reason=ground, level=None, since=clock.now(), switches_front=False)
    audit.record("disaster.mode.deactivated", by=by, target=mode, reason=ground, public=True, **_course(mode))
    screens.changed()
    notifications.mode_deactivated(mode, by)
    return mode


@transaction.atomic
def adopt_report(*, timeline: str, reports_handled: str, faults: str, lessons: str, by: Acting) -> Mode:
    """Adopt the report on how it went; with it the town is back in normal mode."""
    mode = Mode.objects.locked()
    require(can_adopt_report_mode(by, mode))
    mode.step("adopt_report", by=by, **NOTHING)
    report = AfterActionReport.objects.create(
        step=mode.steps.latest("pk"),
        timeline=timeline,
        reports_handled=reports_handled,
        faults=faults,
        lessons=lessons,
    )
    audit.record(
        "disaster.mode.report_adopted",
        by=by,
        target=mode,
        public=True,
        reference=f"report {report.pk}",
        **_course(mode),
    )
    screens.changed()
    notifications.mode_report_adopted(mode, by)
    return mode


@transaction.atomic
def start_drill(*, kind: str, area: str, ground: str, by: Acting, switches_front: bool = False) -> Mode:
    """Begin a drill (災害訓練): real switching, 【訓練】 on every screen, nothing to the outside."""
    mode = Mode.objects.locked()
    require(can_start_drill_mode(by, mode) and _is_grounded(ground))
    now = clock.now()
    mode.step(
        "start_drill", by=by, reason=ground, kind=kind, area=area,
        since=now, opened_at=now, confirmed_at=now, switches_front=switches_front,
    )  # fmt: skip
    audit.record("disaster.mode.drill_started", by=by, target=mode, reason=ground, **_course(mode))
    screens.changed()
    notifications.mode_drill_started(mode, by)
    return mode


@transaction.atomic
def end_drill(*, ground: str, by: Acting) -> Mode:
    """End the drill; the steps stay readable in the history."""
    mode = Mode.objects.locked()
    require(can_end_drill_mode(by, mode) and _is_grounded(ground))
    mode.step("end_drill", by=by, reason=ground, **NOTHING)
    audit.record("disaster.mode.drill_ended", by=by, target=mode, reason=ground, **_course(mode))
    screens.changed()
    notifications.mode_drill_ended(mode, by)
    return mode


def _course(mode: Mode) -> dict[str, Any]:
    """From where to where, and what the situation is now: for the ledger."""
    step = mode.steps.latest("pk")
    return {
        "from_status": step.from_status,
        "to_status": step.to_status,
        "details": {"kind": mode.kind, "area": mode.area, "level": mode.level},
    }


def _is_grounded(ground: str) -> Decision:
    return bool(ground.strip()) or Denied(_("Say on what ground the mode is switched."))


def _says_what_and_where(kind: str, area: str) -> Decision:
    return bool(kind and area.strip()) or Denied(_("Say which disaster it is, and where."))
