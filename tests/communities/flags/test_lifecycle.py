"""A report's way, typed by hand."""

from communities.flags.lifecycle import FLAG


def test_every_step_a_report_can_take():
    assert {(verb, source, target) for verb, source, target, _by in FLAG.rows()} == {
        ("report", "", "raised"),
        ("take_up", "raised", "in_review"),
        ("uphold", "raised", "upheld"),
        ("uphold", "in_review", "upheld"),
        ("dismiss", "raised", "dismissed"),
        ("dismiss", "in_review", "dismissed"),
        ("pass_on", "raised", "passed_on"),
        ("pass_on", "in_review", "passed_on"),
        ("uphold", "passed_on", "upheld"),
        ("dismiss", "passed_on", "dismissed"),
    }
