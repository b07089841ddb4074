"""The table of a meeting, typed by hand."""

from governance.meetings.lifecycle import MEETING, PUBLIC_MEETINGS


def test_the_life_of_a_meeting():
    assert {(verb, source, target) for verb, source, target, _by in MEETING.rows()} == {
        ("plan", "", "planned"),
        ("announce", "planned", "announced"),
        ("entrust", "announced", "announced"),
        ("convene", "announced", "in_session"),
        ("adjourn", "in_session", "minutes_draft"),
        ("draft_minutes", "minutes_draft", "minutes_draft"),
        ("confirm_minutes", "minutes_draft", "minutes_confirmed"),
        ("publish_minutes", "minutes_confirmed", "published"),
        ("cancel", "planned", "cancelled"),
        ("cancel", "announced", "cancelled"),
    }
    assert "planned" not in PUBLIC_MEETINGS
