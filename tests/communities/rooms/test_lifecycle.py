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
        ("revive", "objected", "open"),
        ("warn_anew", "dormant", "dormant"),
        ("confirm_closure", "closure_proposed", "closed"),
        ("object_to_closure", "closure_proposed", "objected"),
        ("uphold_objection", "objected", "open"),
        ("refuse_objection", "objected", "closed"),
        ("reopen", "closed", "open"),
    }
