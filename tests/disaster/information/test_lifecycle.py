"""A line of official information, typed by hand."""

from disaster.information.lifecycle import INFORMATION


def test_every_step_a_line_of_official_information_can_take():
    assert {(verb, source, target) for verb, source, target, _by in INFORMATION.rows()} == {
        ("post", "", "posted"),
        ("retract", "posted", "retracted"),
    }
