"""Who took part in a case, so that somebody else examines the objection (2.11: people not involved before)."""

from __future__ import annotations

from typing import Any

from governance.resolutions.models import Resolution

from .models import ViolationCase

HIDING = ("hide", "hold", "delete", "restore")
"""Whoever hid the post as its facilitator had formed a view before there was a case."""


def involved_in(case: ViolationCase) -> set[str]:
    """The ids of everybody who acted on the case, hid its post, reported it, or voted on the resolution about it."""
    acted = set(case.steps.exclude(person_id="").values_list("person_id", flat=True))
    reported = case.reports.filter(reporter__isnull=False).values_list("reporter_id", flat=True)
    hid = set()
    if case.post_id is not None:
        hid = set(
            case.post.steps.filter(verb__in=HIDING).exclude(person_id="").values_list("person_id", flat=True)
        )
    decided = _decided(case.resolution) if case.resolution_id else set()
    return acted | hid | {str(pk) for pk in reported} | {str(case.subject_id)} | decided


def _decided(resolution: Resolution | None) -> set[str]:
    if resolution is None:
        return set()
    voted = {*resolution.votes.values_list("member_id", flat=True)}
    voted |= {*resolution.secret_voters.values_list("member_id", flat=True)}
    declared = resolution.steps.exclude(person_id="").values_list("person_id", flat=True)
    return {str(pk) for pk in voted} | set(declared)


def is_involved(person: Any, case: ViolationCase) -> bool:
    return person is not None and str(person.pk) in involved_in(case)
