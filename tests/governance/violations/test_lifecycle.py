"""The table of a case, typed by hand."""

from governance.violations.lifecycle import CASE, OPEN_CASES, TOLD


def test_the_life_of_a_case():
    assert {(verb, source, target) for verb, source, target, _by in CASE.rows()} == {
        ("report", "", "received"),
        ("find", "", "investigating"),
        ("take_over", "", "urgent_hidden"),
        ("dismiss", "received", "dismissed"),
        ("dismiss", "investigating", "dismissed"),
        ("dismiss", "urgent_hidden", "dismissed"),
        ("investigate", "received", "investigating"),
        ("hide_urgently", "received", "urgent_hidden"),
        ("hide_urgently", "investigating", "urgent_hidden"),
        ("open_hearing", "investigating", "hearing"),
        ("open_hearing", "urgent_hidden", "hearing"),
        ("make_statement", "hearing", "heard"),
        ("close_hearing", "hearing", "heard"),
        ("take_measure", "heard", "settled"),
        ("refer", "heard", "referred"),
        ("sanction", "referred", "settled"),
        ("close_without_measure", "heard", "no_measure"),
        ("close_without_measure", "referred", "no_measure"),
    }


def test_which_cases_are_open_and_of_which_the_person_has_been_told():
    assert {"received", "investigating", "urgent_hidden", "hearing", "heard", "referred"} == OPEN_CASES
    assert {"urgent_hidden", "hearing", "heard", "referred", "no_measure", "settled"} == TOLD
