"""The table of a meeting, typed by hand."""

from governance.meetings.lifecycle import MEETING, PUBLIC_MEETINGS


def test_the_life_of_a_meeting():
    assert {(verb, source, target) for verb, source, target, _by in MEETING.rows()} == {
        ("plan", "", "planned"),
        ("replan", "planned", "planned"),
        ("announce", "planned", "announced"),
        ("revise", "announced", "announced"),
        ("revise", "postponed", "announced"),
        ("postpone", "announced", "postponed"),
        ("entrust", "announced", "announced"),
        ("convene", "announced", "in_session"),
        ("adjourn", "in_session", "minutes_draft"),
        ("draft_minutes", "minutes_draft", "minutes_draft"),
        ("check_minutes", "minutes_draft", "minutes_draft"),
        ("ask_correction", "minutes_draft", "minutes_draft"),
        ("confirm_minutes", "minutes_draft", "minutes_confirmed"),
        ("publish_minutes", "minutes_confirmed", "published"),
        ("correct_minutes", "minutes_confirmed", "minutes_draft"),
        ("correct_minutes", "published", "minutes_draft"),
        ("cancel", "planned", "cancelled"),
        ("cancel", "postponed", "cancelled"),
        ("cancel", "announced", "cancelled"),
    }
    assert "planned" not in PUBLIC_MEETINGS
