"""Resolutions as Popolo motions, vote events and counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from governance.meetings.models import Meeting
from governance.resolutions.lifecycle import Choice, ResolutionStatus
from governance.resolutions.models import Resolution

from . import names

OPTIONS = {Choice.FOR: "yes", Choice.AGAINST: "no", Choice.ABSTAIN: "abstain"}
RESULTS = {ResolutionStatus.ADOPTED: "pass", ResolutionStatus.REJECTED: "fail"}


def shows_text(meeting: Meeting) -> bool:
    """What a closed meeting spoke of leaves it only as the title of what it adopted."""
    return meeting.is_open


def votes_shown(resolution: Resolution) -> bool:
    """Whether the page of the resolution tells everybody how each member voted."""
    return resolution.is_decided and shows_text(resolution.meeting)


def motions(
    decided: Iterable[Resolution], absolute: Callable[[str], str]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The motions, and the votes about them."""
    decided = list(decided)
    return (
        [_motion(resolution, absolute) for resolution in decided],
        [_vote_event(resolution, absolute) for resolution in decided],
    )


def _motion(resolution: Resolution, absolute: Callable[[str], str]) -> dict[str, Any]:
    return {
        "id": names.name("motion", resolution.pk),
        "organization_id": names.name("organization", resolution.body.code),
        "legislative_session_id": names.name("meeting", resolution.meeting_id),
        "identifier": resolution.printed_number or None,
        "title": resolution.title,
        "text": resolution.text if shows_text(resolution.meeting) else None,
        "classification": f"第9条第{resolution.competence}号",
        "date": moment(resolution.meeting.starts_at),
        "result": RESULTS[ResolutionStatus(resolution.status)],
        "sources": [{"url": absolute(resolution.get_absolute_url())}],
    }


def _vote_event(resolution: Resolution, absolute: Callable[[str], str]) -> dict[str, Any]:
    counts = {
        "yes": resolution.votes_for,
        "no": resolution.votes_against,
        "abstain": resolution.votes_abstaining,
    }
    return {
        "id": names.name("vote_event", resolution.pk),
        "organization_id": names.name("organization", resolution.body.code),
        "legislative_session_id": names.name("meeting", resolution.meeting_id),
        "identifier": resolution.printed_number or None,
        "motion_id": names.name("motion", resolution.pk),
        "start_date": moment(resolution.meeting.starts_at),
        "end_date": moment(resolution.meeting.ends_at),
        "result": RESULTS[ResolutionStatus(resolution.status)],
        "counts": [
            {"option": option, "value": value} for option, value in counts.items() if value is not None
        ],
        "votes": [
            {"voter_id": names.person(vote.member_id), "option": OPTIONS[Choice(vote.choice)]}
            for vote in resolution.votes.all()
            if votes_shown(resolution)
        ],
        "sources": [{"url": absolute(resolution.get_absolute_url())}],
    }


def moment(at: datetime) -> str:
    """A point in time with its offset, as the schemas want it."""
    return timezone.localtime(at).isoformat(timespec="seconds")
