"""From which status each verb leads where; typed by hand from [2.17]."""

from disaster.mode.lifecycle import MODE

ROWS = {
    ("prepare", "normal", "alert"),
    ("call_off", "alert", "normal"),
    ("activate", "normal", "active"),
    ("activate", "alert", "active"),
    ("activate", "drill", "active"),
    ("activate", "recovery", "active"),
    ("activate", "after_action", "active"),
    ("change", "active", "active"),
    ("stand_down", "active", "recovery"),
    ("deactivate", "active", "after_action"),
    ("deactivate", "recovery", "after_action"),
    ("adopt_report", "after_action", "normal"),
    ("start_drill", "normal", "drill"),
    ("end_drill", "drill", "normal"),
}


def test_the_table_is_this_one():
    assert {(verb, source, target) for verb, source, target, _by in MODE.rows()} == ROWS


def test_a_drill_cannot_begin_in_a_disaster():
    refusal = MODE.allows("start_drill", "active")
    assert not refusal
    assert "災害モード" in str(refusal)
