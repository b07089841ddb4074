"""What the committee decides about a room after a violation: who may, what it stops, and that it comes back."""

import pytest

from communities.posts import permissions as posts
from communities.rooms import measures, permissions
from portal.foundation.acting import CLOCK
from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage

EVERYBODY = ["resident_1", "resident_2", "caretaker_1", "chair", "secretary", "mayor", "adviser", "it_chief"]


def those_who(acting, question, *things) -> set[str]:
    return {who for who in EVERYBODY if question(acting(who), *things)}


def test_only_the_committee_measures_a_room_and_names_its_decision(forums, acting):
    room = forums.citizen_room()
    for question in (permissions.can_restrict, permissions.can_suspend, permissions.can_shut):
        assert those_who(acting, question, room, "第1号") == {"chair"}
        assert those_who(acting, question, room, "") == set()
    assert not permissions.can_shut(acting("chair"), forums.city_room(), "第1号")
    room = measures.suspend(room, by=acting("chair"), basis="第1号", reason="第4条第3号")
    assert those_who(acting, permissions.can_reinstate, room, "第1号") == {"chair"}
    assert permissions.can_reinstate(CLOCK, room, "第1号")


@pytest.mark.parametrize(
    ("verb", "topics", "answers"),
    [("restrict", False, True), ("suspend", False, False), ("shut", False, False)],
)
def test_what_each_measure_stops(forums, acting, people, verb, topics, answers):
    room = forums.citizen_room()
    post = forums.post(room)
    room = getattr(measures, verb)(room, by=acting("chair"), basis="第1号", reason="第4条第3号")
    forum, writer = room.forum_ptr, forums.person("resident_2")
    forum.refresh_from_db()
    post.thread.refresh_from_db()
    assert bool(posts.can_start_thread(writer, forum)) == topics
    assert bool(posts.can_write(writer, post.thread)) == answers
    assert forum.is_published
    heard = OutboxMessage.objects.filter(kind="communities.room_measured")
    assert str(people["resident_2"].pk) in heard.values_list("recipient_id", flat=True)
    room = measures.reinstate(room, by=CLOCK, basis="第1号")
    forum.refresh_from_db()
    assert room.status == "open" and posts.can_start_thread(writer, forum)


def test_an_opener_cannot_undo_what_the_committee_decided(forums, acting):
    room = measures.shut(forums.citizen_room(), by=acting("chair"), basis="第1号", reason="第4条第3号")
    for verb in ("revive", "object_to_closure"):
        assert not room.lifecycle.allows(verb, room.status)
    with pytest.raises(Denied):
        measures.reinstate(room, by=forums.person("resident_1"), basis="第1号")
