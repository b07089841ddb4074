"""The table of a resolution and the arithmetic of a vote, typed by hand."""

import pytest

from governance.resolutions.lifecycle import RESOLUTION
from governance.resolutions.tally import Count, QuorumRule, outcome, quorum


def test_the_life_of_a_resolution():
    assert {(verb, source, target) for verb, source, target, _by in RESOLUTION.rows()} == {
        ("propose", "", "proposed"),
        ("adopt", "proposed", "adopted"),
        ("reject", "proposed", "rejected"),
        ("withdraw", "proposed", "withdrawn"),
        ("recuse", "proposed", "proposed"),
        ("close_voting", "proposed", "proposed"),
    }


@pytest.mark.parametrize(
    ("rule", "seats", "needed"),
    [
        (QuorumRule.HALF, 12, 6),
        (QuorumRule.HALF, 13, 7),
        (QuorumRule.MORE_THAN_HALF, 12, 7),
        (QuorumRule.MORE_THAN_HALF, 13, 7),
        (QuorumRule.MORE_THAN_HALF, 15, 8),
        (QuorumRule.TWO_THIRDS, 12, 8),
        (QuorumRule.TWO_THIRDS, 13, 9),
    ],
)
def test_how_many_must_be_present(rule, seats, needed):
    assert quorum(rule, seats) == needed


@pytest.mark.parametrize(
    ("in_favour", "against", "abstaining", "present", "result"),
    [
        (7, 5, 0, 12, "carried"),
        (6, 6, 0, 12, "tied"),
        (6, 5, 1, 12, "lost"),
        (5, 5, 2, 12, "tied"),
        (6, 0, 0, 12, "lost"),
        (7, 0, 0, 12, "carried"),
        (0, 0, 12, 12, "lost"),
    ],
)
def test_what_the_votes_mean(in_favour, against, abstaining, present, result):
    assert outcome(Count(in_favour, against, abstaining), present) == result
