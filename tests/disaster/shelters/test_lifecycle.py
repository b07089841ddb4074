"""A shelter while a disaster lasts, typed by hand."""

from disaster.shelters.lifecycle import SHELTER


def test_every_step_a_shelter_can_take():
    assert {(verb, source, target) for verb, source, target, _by in SHELTER.rows()} == {
        ("designate", "", "closed"),
        ("open", "closed", "open"),
        ("open", "full", "open"),
        ("fill", "open", "full"),
        ("close", "open", "closed"),
        ("close", "full", "closed"),
    }
