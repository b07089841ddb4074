"""From where to where a draft answer moves, typed by hand."""

from governance.answers.lifecycle import ANSWER


def test_the_table_of_an_answer():
    assert {(verb, source, target) for verb, source, target, _by in ANSWER.rows()} == {
        ("draft", "", "drafted"),
        ("concur", "drafted", "drafted"),
        ("endorse", "drafted", "drafted"),
        ("approve", "drafted", "approved"),
        ("send_back", "drafted", "sent_back"),
        ("send_back", "approved", "sent_back"),
    }
