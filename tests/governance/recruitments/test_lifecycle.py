"""The table of a recruitment, typed by hand."""

from governance.recruitments.lifecycle import RECRUITMENT


def test_the_life_of_a_recruitment():
    assert {(verb, source, target) for verb, source, target, _by in RECRUITMENT.rows()} == {
        ("plan", "", "planned"),
        ("revise", "planned", "planned"),
        ("announce", "planned", "announced"),
        ("open", "announced", "accepting"),
        ("close", "accepting", "closed"),
        ("extend", "closed", "accepting"),
        ("complete", "closed", "completed"),
        ("cancel", "planned", "cancelled"),
        ("cancel", "announced", "cancelled"),
        ("cancel", "accepting", "cancelled"),
    }
