"""The tables of recruitment and application, typed by hand."""

from governance.recruitments.lifecycle import APPLICATION, RECRUITMENT


def rows(lifecycle):
    return {(verb, source, target) for verb, source, target, _by in lifecycle.rows()}


def test_the_life_of_a_recruitment():
    assert rows(RECRUITMENT) == {
        ("plan", "", "planned"),
        ("announce", "planned", "announced"),
        ("open", "announced", "accepting"),
        ("close", "accepting", "closed"),
        ("complete", "closed", "completed"),
        ("cancel", "planned", "cancelled"),
        ("cancel", "announced", "cancelled"),
        ("cancel", "accepting", "cancelled"),
    }


def test_the_life_of_an_application():
    assert rows(APPLICATION) == {
        ("submit", "", "submitted"),
        ("recommend", "submitted", "recommended"),
        ("set_aside", "submitted", "not_recommended"),
        ("select", "recommended", "selected"),
        ("decline", "recommended", "not_selected"),
        ("decline", "not_recommended", "not_selected"),
        ("commission", "selected", "commissioned"),
        ("withdraw", "submitted", "withdrawn"),
        ("withdraw", "recommended", "withdrawn"),
        ("withdraw", "selected", "withdrawn"),
    }
