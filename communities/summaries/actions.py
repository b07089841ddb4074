"""Summing up a discussion: draft, reword, post; the committee adopts."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from communities.posts.models import Post
from communities.rooms import actions as rooms
from communities.rooms.models import Room
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require

from . import notifications, permissions
from .models import Summary, SummaryCitation, SummaryRequest


@transaction.atomic
def draft(room: Room, *, by: Acting, text: str, cited: Iterable[Post] = ()) -> Summary:
    """Begin to write down what was said, naming the posts it rests on (checklist 50)."""
    require(permissions.can_draft_summary(by, room))
    summary = Summary(room=room, author=by.person, text=text)
    summary.step("draft", by=by)
    _cite(summary, cited)
    audit.record("communities.summary.drafted", by=by, target=room)
    return summary


@transaction.atomic
def revise(summary: Summary, *, by: Acting, text: str, cited: Iterable[Post] = ()) -> Summary:
    """Word the draft anew."""
    summary = _again(summary)
    require(permissions.can_revise_summary(by, summary))
    summary.step("revise", by=by, text=text)
    _cite(summary, cited)
    audit.record("communities.summary.revised", by=by, target=summary.room)
    return summary


@transaction.atomic
def post(summary: Summary, *, by: Acting) -> Summary:
    """Lay the summary before everybody who reads the room; its words stay as they are."""
    summary = _again(summary)
    require(permissions.can_post_summary(by, summary))
    summary.step("post", by=by, posted_at=clock.now())
    audit.record("communities.summary.posted", by=by, target=summary.room, public=summary.room.is_public)
    notifications.summary_posted(summary, by)
    return summary


@transaction.atomic
def adopt(summary: Summary, *, by: Acting, resolution: str) -> Room:
    """The committee makes a posted summary the result of the room; proposals are drafted from it ([2.5])."""
    summary = _again(summary)
    require(permissions.can_adopt_summary(by, summary, resolution))
    summary.step("adopt", by=by, reason=resolution, resolution=resolution)
    audit.record("communities.summary.adopted", by=by, target=summary.room, reference=resolution)
    return rooms.adopt_summary(summary.room, by=by, resolution=resolution, summary=summary.text)


@transaction.atomic
def ask_caretaker(room: Room, *, by: Acting, reason: str) -> SummaryRequest:
    """A facilitator asks the caretakers to write the summary in their place (checklist 44)."""
    require(permissions.can_ask_caretaker(by, room))
    request = SummaryRequest.objects.create(room=room, asked_by=by.person, reason=reason)
    audit.record("communities.summary.asked_for", by=by, target=room)
    notifications.summary_asked_for(request, by)
    return request


@transaction.atomic
def read_request(room: Room, *, by: Acting) -> str:
    """What a facilitator asked the caretakers for, and why; the look is a line in the ledger."""
    asked = room.summary_requests.first()
    if asked is None or not permissions.can_read_request(by):
        return ""
    return asked.reason.reveal(by=by, reason=_("Writing the summary in the place of a facilitator"))


def _cite(summary: Summary, posts: Iterable[Post]) -> None:
    """What a summary cites is what its latest words cite."""
    summary.citations.all().delete()
    SummaryCitation.objects.bulk_create(SummaryCitation(summary=summary, post=one) for one in posts)


def _again(summary: Summary) -> Summary:
    rows = Summary.objects.select_for_update(of=("self",)).select_related("room")
    return rows.get(pk=summary.pk)
