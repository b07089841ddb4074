"""An emergency notice, typed by hand: no reader closes it, and none comes back."""

from disaster.notices.lifecycle import EMERGENCY_NOTICE


def test_every_step_an_emergency_notice_can_take():
    assert {(verb, source, target) for verb, source, target, _by in EMERGENCY_NOTICE.rows()} == {
        ("publish", "", "published"),
        ("replace", "published", "replaced"),
        ("withdraw", "published", "withdrawn"),
    }
