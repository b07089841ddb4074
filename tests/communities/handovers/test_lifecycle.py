"""The life of a handover, typed by hand."""

from communities.handovers.lifecycle import HANDOVER


def test_every_step_a_handover_can_take():
    assert {(verb, source, target) for verb, source, target, _by in HANDOVER.rows()} == {
        ("offer", "", "offered"),
        ("accept", "offered", "accepted"),
        ("decline", "offered", "declined"),
        ("withdraw", "offered", "withdrawn"),
    }
