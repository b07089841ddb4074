"""The table of [2.23] as it is meant, typed by hand."""

from communities.facilitators.lifecycle import FACILITATOR


def test_every_step_a_facilitator_can_take():
    assert {(verb, source, target) for verb, source, target, _by in FACILITATOR.rows()} == {
        ("designate", "", "nominated"),
        ("accept", "nominated", "accepted"),
        ("decline", "nominated", "declined"),
        ("begin", "accepted", "active"),
        ("end", "nominated", "ended"),
        ("end", "accepted", "ended"),
        ("end", "active", "ended"),
    }
