"""A meeting that is over and waits for its minutes, open or closed to the public."""

from datetime import timedelta

import pytest

from governance.meetings import actions as meetings
from governance.meetings.models import Meeting
from portal.foundation import clock
from tests.factories import governance as a


@pytest.fixture
def adjourned(town, frozen, acting):
    """``adjourned()``, or ``adjourned(is_open=False)`` for one behind closed doors."""

    def hold(*, is_open: bool = True) -> Meeting:
        frozen("2026-06-01 19:00")
        term = a.a_committee_in_office()
        meeting = meetings.plan(
            term,
            by=a.acting_secretariat(),
            title="第1回運営委員会",
            starts_at=clock.now(),
            ends_at=clock.now() + timedelta(hours=2),
            place="第一会議室",
            agenda="議題",
            is_open=is_open,
            closing_ground="" if is_open else "個人に関する情報を扱うため",
        )
        meeting = meetings.announce(meeting, by=a.acting_secretariat())
        meeting = meetings.convene(meeting, by=acting("chair"))
        return meetings.adjourn(meeting, by=acting("chair"))

    return hold
