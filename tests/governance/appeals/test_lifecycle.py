"""The table of an objection, typed by hand."""

from governance.appeals.lifecycle import APPEAL


def test_the_life_of_an_objection():
    assert {(verb, source, target) for verb, source, target, _by in APPEAL.rows()} == {
        ("file", "", "filed"),
        ("examine", "filed", "examining"),
        ("uphold", "examining", "upheld"),
        ("vary", "examining", "varied"),
        ("annul", "examining", "annulled"),
        ("withdraw", "filed", "withdrawn"),
        ("withdraw", "examining", "withdrawn"),
    }
