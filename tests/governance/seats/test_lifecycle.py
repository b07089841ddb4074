"""The tables of seat and office, typed by hand."""

from governance.seats.lifecycle import IN_FORCE, OFFICE, SEAT


def rows(lifecycle):
    return {(verb, source, target) for verb, source, target, _by in lifecycle.rows()}


def test_the_life_of_a_seat():
    assert rows(SEAT) == {
        ("commission", "", "commissioned"),
        ("begin", "commissioned", "serving"),
        ("resign", "commissioned", "resigning"),
        ("resign", "serving", "resigning"),
        ("resign", "under_review", "resigning"),
        ("accept_resignation", "resigning", "ended"),
        ("question", "serving", "under_review"),
        ("uphold", "under_review", "serving"),
        ("disqualify", "under_review", "ended"),
        ("dismiss", "commissioned", "ended"),
        ("dismiss", "serving", "ended"),
        ("dismiss", "resigning", "ended"),
        ("dismiss", "under_review", "ended"),
        ("expire", "serving", "ended"),
        ("expire", "resigning", "ended"),
        ("expire", "under_review", "ended"),
    }
    assert {"commissioned", "serving", "resigning", "under_review"} == IN_FORCE


def test_the_life_of_an_office():
    assert rows(OFFICE) == {
        ("choose", "", "held"),
        ("step_down", "held", "ended"),
        ("vacate", "held", "ended"),
    }
