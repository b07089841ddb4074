"""The verbs of minutes: draft, check, ask for a correction, confirm, publish, correct."""

from typing import Any

from django.db import transaction

from governance.meetings.models import Meeting
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import notifications
from .models import MinutesAct, MinutesActKind, MinutesVersion
from .permissions import (
    can_ask_correction,
    can_check_minutes,
    can_confirm_minutes,
    can_correct_minutes,
    can_draft_minutes,
    can_publish_minutes,
    hides_enough,
)


@transaction.atomic
def draft_minutes(
    meeting: Meeting, *, by: Acting, text: str, public_text: str = "", reason: str = ""
) -> MinutesVersion:
    """Write down what happened, for the members to check; each saved draft is a version of its own."""
    meeting = _locked(meeting)
    require(can_draft_minutes(by, meeting) and hides_enough(meeting, text, public_text))
    meeting.step("draft_minutes", by=by, reason=reason)
    version = _written(meeting, by, text, public_text, reason)
    audit.record("governance.meeting.minutes_drafted", by=by, target=meeting, reference=str(version.number))
    notifications.minutes_drafted(meeting, version, by=by)
    return version


@transaction.atomic
def check_minutes(meeting: Meeting, *, by: Acting) -> MinutesAct:
    """A member has read the latest wording and finds it right."""
    meeting = _locked(meeting)
    require(can_check_minutes(by, meeting))
    meeting.step("check_minutes", by=by)
    audit.record("governance.meeting.minutes_checked", by=by, target=meeting)
    return _done(meeting, MinutesActKind.CHECKED, by)


@transaction.atomic
def ask_correction(meeting: Meeting, *, by: Acting, note: str) -> MinutesAct:
    """A member says what is wrong with the latest wording; the chair decides what becomes of it."""
    meeting = _locked(meeting)
    require(can_ask_correction(by, meeting))
    meeting.step("ask_correction", by=by)
    asked = _done(meeting, MinutesActKind.CORRECTION_ASKED, by, note)
    audit.record("governance.meeting.correction_asked", by=by, target=meeting)
    notifications.correction_asked(meeting, asked)
    return asked


@transaction.atomic
def confirm_minutes(meeting: Meeting, *, by: Acting) -> Meeting:
    """The chair confirms that the minutes are right."""
    meeting = _locked(meeting)
    require(can_confirm_minutes(by, meeting))
    meeting.step("confirm_minutes", by=by)
    _done(meeting, MinutesActKind.CONFIRMED, by)
    audit.record("governance.meeting.minutes_confirmed", by=by, target=meeting)
    return meeting


@transaction.atomic
def publish_minutes(meeting: Meeting, *, by: Acting) -> Meeting:
    """Let everybody read what of the confirmed minutes is for the public."""
    meeting = _locked(meeting)
    require(can_publish_minutes(by, meeting))
    meeting.step("publish_minutes", by=by)
    published = _done(meeting, MinutesActKind.PUBLISHED, by)
    audit.record(
        "governance.meeting.minutes_published",
        by=by,
        target=meeting,
        reference=str(published.version.number),
        public=True,
    )
    notifications.minutes_published(meeting, published.version, by=by)
    return meeting


@transaction.atomic
def correct_minutes(
    meeting: Meeting, *, by: Acting, text: str, public_text: str = "", reason: str
) -> MinutesVersion:
    """Put another wording beside confirmed minutes, to be checked and confirmed like the first.

    What was published stays readable; once the correction is published too, everybody sees the difference.
    """
    meeting = _locked(meeting)
    require(can_correct_minutes(by, meeting) and hides_enough(meeting, text, public_text))
    meeting.step("correct_minutes", by=by, reason=reason)
    version = _written(meeting, by, text, public_text, reason)
    audit.record(
        "governance.meeting.minutes_corrected",
        by=by,
        target=meeting,
        reason=reason,
        reference=str(version.number),
    )
    notifications.minutes_drafted(meeting, version, by=by)
    return version


def _written(meeting: Meeting, by: Acting, text: str, public_text: str, reason: str) -> MinutesVersion:
    latest = MinutesVersion.objects.latest_of(meeting)
    return MinutesVersion.objects.create(
        meeting=meeting,
        number=latest.number + 1 if latest else 1,
        text=text,
        public_text=public_text.strip() or (text if meeting.is_open else ""),
        reason=reason,
        written_by=by.person,
        written_at=clock.now(),
    )


def _done(meeting: Meeting, kind: MinutesActKind, by: Acting, note: str = "") -> Any:
    return MinutesAct.objects.create(
        version=MinutesVersion.objects.latest_of(meeting),
        kind=kind,
        person=by.person,
        note=note,
        at=clock.now(),
    )


def _locked(meeting: Meeting) -> Meeting:
    locked = Meeting.objects.select_for_update(of=("self",))
    return locked.select_related("body", "term", "presided_by").get(pk=meeting.pk)
