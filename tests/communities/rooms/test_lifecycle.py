"""The table of [2.4] and [2.5] as it is meant, typed by hand."""

from communities.rooms.lifecycle import ROOM


def test_every_step_a_room_can_take():
    assert {(verb, source, target) for verb, source, target, _by in ROOM.rows()} == {
        ("prepare", "", "preparing"),
        ("open", "preparing", "open"),
        ("extend", "open", "open"),
        ("end_discussion", "open", "summarising"),
        ("adopt_summary", "summarising", "summarised"),
        ("close", "summarised", "closed"),
        ("abolish", "preparing", "closed"),
        ("abolish", "open", "closed"),
        ("abolish", "summarising", "closed"),
        ("found", "", "open"),
        ("warn", "open", "dormant"),
        ("revive", "dormant", "open"),
        ("revive", "closure_proposed", "open"),
        ("propose_closure", "dormant", "closure_proposed"),
        ("confirm_closure", "closure_proposed", "closed"),
        ("object_to_closure", "closure_proposed", "open"),
        ("restrict", "open", "restricted"),
        ("restrict", "dormant", "restricted"),
        ("restrict", "closure_proposed", "restricted"),
        ("suspend", "open", "suspended"),
        ("suspend", "dormant", "suspended"),
        ("suspend", "closure_proposed", "suspended"),
        ("shut", "open", "shut"),
        ("shut", "dormant", "shut"),
        ("shut", "closure_proposed", "shut"),
        ("shut", "restricted", "shut"),
        ("shut", "suspended", "shut"),
        ("reinstate", "restricted", "open"),
        ("reinstate", "suspended", "open"),
        ("reinstate", "shut", "open"),
    }
