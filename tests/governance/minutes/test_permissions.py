"""M5, the row about minutes, typed by hand."""

import pytest

from governance.meetings.lifecycle import MeetingStatus
from governance.minutes import actions, permissions

EVERYBODY = [
    "guest",
    "resident_1",
    "caretaker_1",
    "member_1",
    "vice_chair_1",
    "chair",
    "secretary",
    "mayor",
    "pr_approver",
    "planner_author",
    "it_staff",
    "npo_author",
    "adviser",
    "system_admin",
]
MEMBERS = {"member_1", "vice_chair_1", "chair"}
MAY = {
    ("draft", "minutes_draft"): {*MEMBERS, "secretary", "caretaker_1"},
    ("check", "minutes_draft"): MEMBERS - {"vice_chair_1"},  # who has checked already
    ("ask", "minutes_draft"): MEMBERS,
    ("confirm", "minutes_draft"): {"chair"},
    ("publish", "minutes_confirmed"): {"chair", "secretary"},
    ("correct", "minutes_confirmed"): {"chair", "secretary"},
    ("correct", "published"): {"chair", "secretary"},
}
QUESTIONS = {
    "draft": permissions.can_draft_minutes,
    "check": permissions.can_check_minutes,
    "ask": permissions.can_ask_correction,
    "confirm": permissions.can_confirm_minutes,
    "publish": permissions.can_publish_minutes,
    "correct": permissions.can_correct_minutes,
}


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_may_do_what_with_minutes_in_each_status(adjourned, acting, who):
    meeting = adjourned()
    actions.draft_minutes(meeting, by=acting("secretary"), text="摘録")
    actions.check_minutes(meeting, by=acting("vice_chair_1"))
    by = acting(who)
    for status in MeetingStatus.values:
        meeting.status = status
        for verb, ask in QUESTIONS.items():
            assert bool(ask(by, meeting)) == (who in MAY.get((verb, status), set())), (who, verb, status)


@pytest.mark.parametrize(
    ("is_open", "readers"),
    [(True, {*MEMBERS, "secretary", "caretaker_1"}), (False, {*MEMBERS, "secretary"})],
)
def test_who_reads_the_full_text(adjourned, acting, is_open, readers):
    meeting = adjourned(is_open=is_open)
    read = {who for who in EVERYBODY if permissions.can_read_full_minutes(acting(who), meeting)}
    assert read == readers


def test_a_contractor_has_no_part_in_the_minutes_of_a_closed_meeting(adjourned, acting):
    assert not permissions.can_draft_minutes(acting("caretaker_1"), adjourned(is_open=False))


def test_whoever_presided_in_the_chairs_place_confirms_too(adjourned, acting, people):
    meeting = adjourned()
    actions.draft_minutes(meeting, by=acting("secretary"), text="摘録")
    actions.check_minutes(meeting, by=acting("member_1"))
    assert not permissions.can_confirm_minutes(acting("vice_chair_1"), meeting)
    meeting.presided_by = people["vice_chair_1"]
    assert permissions.can_confirm_minutes(acting("vice_chair_1"), meeting)
