"""The table of a sanction, typed by hand; and who may do what without the committee."""

from governance.sanctions.lifecycle import BY_COMMITTEE, DIRECT, MILDER, SANCTION


def test_the_life_of_a_sanction():
    assert {(verb, source, target) for verb, source, target, _by in SANCTION.rows()} == {
        ("impose", "", "in_effect"),
        ("end", "in_effect", "ended"),
        ("lift", "in_effect", "lifted"),
        ("lift", "ended", "lifted"),
        ("replace", "in_effect", "replaced"),
        ("replace", "ended", "replaced"),
    }


def test_what_each_may_impose():
    assert {"advice", "warning", "hide", "delete", "room_restriction"} == DIRECT
    assert {
        "warning",
        "topic_stop",
        "room_suspension",
        "suspension",
        "room_closure",
        "cancellation",
    } == BY_COMMITTEE
    assert {"advice", "warning", "room_restriction", "topic_stop", "room_suspension", "suspension"} == MILDER
