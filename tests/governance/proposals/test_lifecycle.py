"""From where to where a proposal moves, typed by hand."""

from governance.proposals.lifecycle import PROPOSAL


def test_the_table_of_a_proposal():
    assert {(verb, source, target) for verb, source, target, _by in PROPOSAL.rows()} == {
        ("draft", "", "drafting"),
        ("revise", "drafting", "drafting"),
        ("adopt", "drafting", "adopted"),
        ("hand_over", "adopted", "handed_over"),
        ("receive", "handed_over", "received"),
        ("route", "received", "routed"),
        ("route", "routed", "routed"),
        ("draft_answer", "routed", "routed"),
        ("answer", "routed", "answered"),
        ("publish", "answered", "published"),
    }
