"""The table of an application, typed by hand."""

from governance.applications.lifecycle import APPLICATION


def test_the_life_of_an_application():
    assert {(verb, source, target) for verb, source, target, _by in APPLICATION.rows()} == {
        ("draft", "", "draft"),
        ("draft", "draft", "draft"),
        ("submit", "", "submitted"),
        ("submit", "draft", "submitted"),
        ("nominate", "", "submitted"),
        ("ask_supplement", "submitted", "submitted"),
        ("supplement", "submitted", "submitted"),
        ("enter", "", "submitted"),
        ("interview", "submitted", "interviewed"),
        ("assess", "interviewed", "assessed"),
        ("recommend", "assessed", "recommended"),
        ("reserve", "assessed", "reserve"),
        ("set_aside", "assessed", "not_recommended"),
        ("move_up", "reserve", "recommended"),
        ("select", "recommended", "selected"),
        ("decline", "recommended", "not_selected"),
        ("decline", "not_recommended", "not_selected"),
        ("accept", "selected", "accepted"),
        ("turn_down", "selected", "turned_down"),
        ("commission", "accepted", "commissioned"),
        ("withdraw", "submitted", "withdrawn"),
        ("withdraw", "interviewed", "withdrawn"),
        ("withdraw", "assessed", "withdrawn"),
        ("withdraw", "recommended", "withdrawn"),
        ("withdraw", "reserve", "withdrawn"),
        ("withdraw", "selected", "withdrawn"),
        ("withdraw", "accepted", "withdrawn"),
    }
