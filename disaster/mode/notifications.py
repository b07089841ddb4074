"""Who hears of which switch: all members of a real one, the city's own people of a drill ([2.17])."""

from __future__ import annotations

from typing import Any

from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.models import Body, BodyMembership, User

from .models import EvacuationLevel, Mode

PAGE = "/emergency/"
HISTORY = "/emergency/history/"


def mode_prepared(mode: Mode, by: Acting) -> None:
    _tell("prepared", _departments(), mode, by)


def mode_called_off(mode: Mode, by: Acting) -> None:
    _tell("called_off", _departments(), mode, by)


def mode_activated(mode: Mode, by: Acting) -> None:
    _tell("activated", _everybody(), mode, by)


def mode_changed(mode: Mode, by: Acting) -> None:
    _tell("changed", _everybody(), mode, by)


def mode_stood_down(mode: Mode, by: Acting) -> None:
    _tell("stood_down", _everybody(), mode, by)


def mode_deactivated(mode: Mode, by: Acting) -> None:
    """With a summary: from when to when, how many notices and pieces of information."""
    began = mode.opened_at
    _tell(
        "deactivated",
        _everybody(),
        mode,
        by,
        url=HISTORY,
        began=began.isoformat() if began else "",
        notices=mode.notices.of_episode(mode).count(),
        information=mode.information.of_episode(mode).count(),
    )


def mode_report_adopted(mode: Mode, by: Acting) -> None:
    _tell("report_adopted", _departments(), mode, by, url=HISTORY)


def mode_drill_started(mode: Mode, by: Acting) -> None:
    _tell("drill_started", _departments(), mode, by)


def mode_drill_ended(mode: Mode, by: Acting) -> None:
    _tell("drill_ended", _departments(), mode, by, url=HISTORY)


def _everybody() -> Any:
    return User.objects.filter(is_active=True)


def _departments() -> Any:
    """Everybody who belongs to a unit, an office or an organisation with a task in the town."""
    staff = BodyMembership.objects.in_force().exclude(body__kind=Body.Kind.COMMITTEE)
    return User.objects.filter(is_active=True, pk__in=staff.values("person"))


def _tell(past_tense: str, people: Any, mode: Mode, by: Acting, *, url: str = PAGE, **context: Any) -> None:
    step = mode.steps.latest("pk")
    outbox.post(
        f"disaster.mode_{past_tense}",
        people.exclude(pk=by.person_id or None),
        url=url,
        context={
            "kind": step.kind,
            "kind_label": str(step.get_kind_display()),
            "area": step.area,
            "level": str(EvacuationLevel(step.level).label) if step.level else "",
            "ground": step.reason,
            **context,
        },
        once=f"disaster-step:{step.pk}",
    )
