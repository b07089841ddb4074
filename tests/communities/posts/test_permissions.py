"""Rows of domain M4, typed by hand. Everybody listed takes part in the room, so only the row decides."""

import pytest

from communities.posts import permissions
from communities.posts.lifecycle import POST

PEOPLE = [
    "resident_2",
    "resident_1",
    "facilitator_other",
    "caretaker_1",
    "chair",
    "secretary",
    "planner_author",
    "pr_author",
    "it_chief",
    "disaster_officer",
    "npo_author",
    "adviser",
]


@pytest.fixture
def room(forums):
    """resident_1 opened it, facilitator_other chairs it with them, resident_2 wrote."""
    from communities.facilitators import actions as facilitators

    room = forums.citizen_room(by="resident_1")
    assignment = facilitators.designate(
        room, forums.person("facilitator_other").person, by=forums.person("resident_1"), source="other"
    )
    facilitators.accept(assignment, by=forums.person("facilitator_other"))
    for key in PEOPLE:
        if key not in ("resident_1", "facilitator_other"):
            forums.join(room, key)
    return room


def test_everybody_who_takes_part_may_post_and_a_guest_may_not(forums, acting, room):
    post = forums.post(room)
    for who in PEOPLE:
        assert permissions.can_start_thread(acting(who), room), who
        assert permissions.can_write(acting(who), post.thread), who
    for who in ("guest", "resident_9"):
        assert not permissions.can_start_thread(acting(who), room)


SPEAK_OFFICIALLY = {"secretary", "planner_author", "pr_author", "it_chief", "disaster_officer"}


def test_who_may_speak_for_a_unit(acting, town):
    assert {who for who in PEOPLE if permissions.can_speak_as(acting(who), "official")} == SPEAK_OFFICIALLY


MAY_HIDE = {"resident_1", "facilitator_other"}
MODERATES = MAY_HIDE | {"caretaker_1"}


def test_who_may_hide_delete_edit_and_withdraw(forums, acting, room):
    post = forums.post(room, by="resident_2")
    assert {who for who in PEOPLE if permissions.can_hide(acting(who), post)} == MAY_HIDE
    assert not any(permissions.can_delete(acting(who), post) for who in PEOPLE)
    assert {who for who in PEOPLE if permissions.can_delete(acting(who), post, "V1")} == {"caretaker_1"}
    assert {who for who in PEOPLE if permissions.can_hold(acting(who), post, "V1")} == {"caretaker_1"}
    assert not any(permissions.can_hold(acting(who), post, " ") for who in PEOPLE)
    assert {who for who in PEOPLE if permissions.can_open_case(acting(who), post)} == {"caretaker_1"}
    assert {who for who in PEOPLE if permissions.can_edit(acting(who), post)} == {"resident_2"}
    assert {who for who in PEOPLE if permissions.can_withdraw(acting(who), post)} == {"resident_2"}
    assert not any(permissions.can_restore(acting(who), post) for who in PEOPLE)
    from communities.posts import actions

    post = actions.hide(post, by=acting("resident_1"), reason="確認")
    assert {who for who in PEOPLE if permissions.can_restore(acting(who), post)} == MODERATES


def test_what_a_case_holds_only_deciding_the_case_shows_again(forums, acting, room):
    from communities.posts import actions

    post = forums.post(room, by="resident_2")
    post = actions.hold(post, by=acting("caretaker_1"), basis="V1", reason="確認")
    assert not any(permissions.can_restore(acting(who), post) for who in PEOPLE)
    assert {who for who in PEOPLE if permissions.can_restore(acting(who), post, "V1")} == {"caretaker_1"}
    assert "案件" in str(permissions.can_restore(acting("resident_1"), post).reason)


def test_a_caretaker_beside_a_post_is_led_to_the_case(forums, acting, room):
    post = forums.post(room, by="resident_2")
    for answer in (
        permissions.can_hide(acting("caretaker_1"), post),
        permissions.can_delete(acting("caretaker_1"), post),
    ):
        assert "案件" in str(answer.reason) and "案件を始める" in str(answer.next_step)


def test_every_step_a_post_can_take():
    assert {(verb, source, target) for verb, source, target, _by in POST.rows()} == {
        ("write", "", "shown"),
        ("edit", "shown", "shown"),
        ("withdraw", "shown", "withdrawn"),
        ("hide", "shown", "hidden"),
        ("hold", "shown", "hidden"),
        ("hold", "hidden", "hidden"),
        ("restore", "hidden", "shown"),
        ("end_check", "hidden", "shown"),
        ("delete", "shown", "deleted"),
        ("delete", "hidden", "deleted"),
        ("reinstate", "hidden", "shown"),
        ("reinstate", "deleted", "shown"),
    }
