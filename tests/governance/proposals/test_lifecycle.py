"""From where to where a proposal moves, typed by hand."""

from governance.proposals.lifecycle import PROPOSAL


def test_the_table_of_a_proposal():
    assert {(verb, source, target) for verb, source, target, _by in PROPOSAL.rows()} == {
        ("draft", "", "drafting"),
        ("revise", "drafting", "drafting"),
        ("revise", "reading", "drafting"),
        ("lay_open", "drafting", "reading"),
        ("adopt", "drafting", "adopted"),
        ("adopt", "reading", "adopted"),
        ("adopt", "returned", "adopted"),
        ("hand_over", "adopted", "handed_over"),
        ("return_for_correction", "handed_over", "returned"),
        ("correct", "returned", "returned"),
        ("receive", "handed_over", "received"),
        ("route", "received", "routed"),
        ("route", "routed", "routed"),
        ("present", "routed", "presented"),
        ("send_back", "presented", "routed"),
        ("answer", "presented", "answered"),
        ("publish", "answered", "published"),
        ("report", "published", "tracked"),
        ("report", "tracked", "tracked"),
        ("conclude", "published", "closed"),
        ("conclude", "tracked", "closed"),
        ("withdraw", "adopted", "withdrawn"),
        ("withdraw", "handed_over", "withdrawn"),
        ("withdraw", "returned", "withdrawn"),
        ("withdraw", "received", "withdrawn"),
        ("withdraw", "routed", "withdrawn"),
    }
