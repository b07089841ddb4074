"""The table of a summary, typed by hand (checklist 50)."""

from communities.summaries.lifecycle import READABLE, SUMMARY


def test_every_step_of_a_summary():
    assert {(verb, source, target) for verb, source, target, _by in SUMMARY.rows()} == {
        ("draft", "", "draft"),
        ("revise", "draft", "draft"),
        ("post", "draft", "posted"),
        ("adopt", "posted", "adopted"),
    }
    assert {"posted", "adopted"} == READABLE
