"""A suspension in the talking rooms: table, questions, and who may impose and lift it."""

from datetime import date

import pytest

from communities.posts import actions as posts
from communities.posts.models import Post
from communities.suspensions import actions
from communities.suspensions.lifecycle import SUSPENSION
from communities.suspensions.permissions import forget, is_free_to_write
from portal.foundation.acting import CLOCK
from portal.foundation.decisions import Denied

TOLD = {"ground": "会議室利用ルール第4条第2号", "reason": "ひぼう中傷", "address": "/violations/cases/1/"}


def test_the_life_of_a_suspension():
    assert {(verb, source, target) for verb, source, target, _by in SUSPENSION.rows()} == {
        ("impose", "", "in_effect"),
        ("lift", "in_effect", "lifted"),
        ("end", "in_effect", "ended"),
    }


def imposed(acting, who="chair", **more):
    fields = {
        "starts_on": date(2026, 6, 1),
        "until_on": date(2026, 6, 7),
        "basis": "第5期第1号",
        **TOLD,
        **more,
    }
    return actions.impose(acting("resident_2", None).person, by=acting(who), **fields)


@pytest.mark.parametrize(
    ("who", "everywhere", "in_one_place"),
    [
        ("chair", True, True),
        ("caretaker_1", False, True),
        ("secretary", False, False),
        ("adviser", False, False),
        ("mayor", False, False),
        ("resident_1", False, False),
        ("facilitator_other", False, False),
    ],
)
def test_who_may_impose(forums, acting, frozen, who, everywhere, in_one_place):
    frozen("2026-06-01 09:00")
    room = forums.citizen_room(by="resident_4")
    for forum, allowed in ((None, everywhere), (room.forum_ptr, in_one_place)):
        if allowed:
            assert imposed(acting, who, forum=forum).status == "in_effect"
        else:
            with pytest.raises(Denied):
                imposed(acting, who, forum=forum)


def test_a_suspension_names_the_decision_it_rests_on(town, acting, frozen):
    frozen("2026-06-01 09:00")
    with pytest.raises(Denied):
        imposed(acting, basis=" ")


def test_a_suspended_person_neither_writes_nor_edits(forums, acting, frozen):
    frozen("2026-06-01 09:00")
    room = forums.citizen_room(by="resident_1")
    post = forums.post(room, by="resident_2")
    suspension = imposed(acting)
    with pytest.raises(Denied) as refusal:
        posts.write(post.thread, by=forums.person("resident_2"), body="まだ言いたい。")
    assert "ひぼう中傷" in str(refusal.value)
    with pytest.raises(Denied):
        posts.edit(post, by=forums.person("resident_2"), body="直したい。")
    assert Post.objects.count() == 1
    actions.lift(suspension, by=acting("chair"), reason="異議のとおり")
    forget(forums.person("resident_2").person)
    assert posts.edit(post, by=forums.person("resident_2"), body="直しました。").body == "直しました。"


def test_it_does_not_end_before_its_last_day_has_passed(town, acting, frozen):
    frozen("2026-06-07 12:00")
    suspension = imposed(acting)
    with pytest.raises(Denied):
        actions.end(suspension, by=CLOCK)
    frozen("2026-06-08 00:01")
    assert actions.end(suspension, by=CLOCK).status == "ended"


def test_others_are_free_and_nobody_stays_nobody(town, acting, frozen):
    frozen("2026-06-01 09:00")
    imposed(acting)
    assert not is_free_to_write(acting("resident_2", None).person)
    assert is_free_to_write(acting("resident_1").person) and is_free_to_write(None)


def test_a_deleted_post_returns_only_by_those_who_examine(forums, acting, frozen):
    frozen("2026-06-01 09:00")
    post = forums.post(forums.citizen_room(by="resident_1"), by="resident_2")
    posts.delete(post, by=acting("caretaker_1"), reason="違反", basis="V1")
    for who in ("caretaker_1", "resident_2", "resident_1", "mayor", "secretary", "adviser"):
        with pytest.raises(Denied):
            posts.reinstate(post, by=acting(who), basis="V1")
    with pytest.raises(Denied):
        posts.reinstate(post, by=acting("chair"), basis="")
    assert posts.reinstate(post, by=acting("chair"), basis="V1").status == "shown"
