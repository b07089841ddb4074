"""The opener's page of a citizen-area room and its rule ([2.4], M3), through HTTP."""

import pytest

from communities.openers import actions, permissions
from communities.rooms import measures
from communities.rooms.models import Room
from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage

RULE = {
    "name_rule": "nickname",
    "joining": "approval",
    "visibility": "public",
    "reason": "少人数で始めるため",
}


def text(response):
    return response.content.decode()


def told(kind, people):
    rows = OutboxMessage.objects.filter(kind=f"communities.{kind}").values_list("recipient_id", flat=True)
    return sorted(key for key, person in people.items() if str(person.pk) in set(rows))


WHO = ["resident_1", "resident_2", "facilitator_other", "caretaker_1", "chair", "secretary", "npo_author"]


def test_the_opener_alone_sets_the_rule_and_those_who_lead_see_the_page(forums, acting):
    from communities.facilitators import actions as facilitators

    room = forums.citizen_room(by="resident_1", name_rule="nickname")
    assignment = facilitators.designate(
        room, forums.person("facilitator_other").person, by=forums.person("resident_1"), source="nominee"
    )
    facilitators.accept(assignment, by=forums.person("facilitator_other"))
    room = Room.objects.get(pk=room.pk)
    assert [who for who in WHO if permissions.can_set_rule(acting(who), room)] == ["resident_1"]
    assert [who for who in WHO if permissions.can_read_opener_page(acting(who), room)] == [
        "resident_1",
        "facilitator_other",
    ]
    city = forums.city_room()
    assert not any(permissions.can_set_rule(acting(who), city) for who in WHO)


def test_the_opener_changes_the_rule_and_everybody_who_takes_part_hears(forums, client, client_as, people):
    room = forums.citizen_room(by="resident_1", name_rule="nickname", visibility="sns")
    forums.join(room, "resident_2")
    page = f"/rooms/{room.slug}/"
    opener, member = client_as("resident_1"), client_as("resident_2")
    assert f"{page}opener/" in text(opener.get(page)) and f"{page}opener/" not in text(member.get(page))
    assert member.get(f"{page}opener/").status_code == 403 and member.get(f"{page}rule/").status_code == 403
    assert client.get(f"{page}rule/").status_code == 404

    # Without a word of why nothing changes, and what was chosen stays chosen.
    empty = opener.post(f"{page}rule/", {**RULE, "reason": ""})
    assert "form-errors" in text(empty) and Room.objects.get().joining == "open"
    answer = opener.post(f"{page}rule/", RULE, follow=True)
    assert "少人数で始めるため" in text(answer)
    room.refresh_from_db()
    assert (room.joining, room.visibility, room.name_rule) == ("approval", "public", "nickname")
    assert told("room_rule_set", people) == ["resident_2"]
    assert client.get(page).status_code == 200
    # Sent again it is no second change.
    opener.post(f"{page}rule/", RULE)
    assert room.steps.filter(verb="set_rule").count() == 1


def test_a_room_never_gets_fewer_readers(forums, acting, client_as):
    room = forums.citizen_room(by="resident_1", name_rule="nickname", visibility="public")
    opener = client_as("resident_1")
    form = text(opener.get(f"/rooms/{room.slug}/rule/"))
    assert 'value="public"' in form and 'value="members"' not in form
    kept = opener.post(f"/rooms/{room.slug}/rule/", {**RULE, "visibility": "members"})
    assert "form-errors" in text(kept) and "少人数で始めるため" in text(kept)
    with pytest.raises(Denied):
        actions.set_rule(room, by=acting("resident_1"), **{**RULE, "visibility": "sns"})


def test_nobody_who_came_under_a_nickname_is_made_to_give_a_name(forums, acting, client_as):
    room = forums.citizen_room(by="resident_1", name_rule="nickname")
    real = {**RULE, "name_rule": "real_name", "joining": "open"}
    actions.set_rule(room, by=acting("resident_1"), **real)
    room = actions.set_rule(room, by=acting("resident_1"), **{**real, "name_rule": "nickname"})
    forums.join(room, "resident_2")
    refused = client_as("resident_1").post(f"/rooms/{room.slug}/rule/", real)
    assert "ニックネームで参加した方がいるため" in text(refused)
    with pytest.raises(Denied):
        actions.set_rule(room, by=acting("resident_1"), **real)
    assert Room.objects.get().name_rule == "nickname"


def test_the_rule_rests_while_the_room_is_measured(forums, acting):
    room = forums.citizen_room(by="resident_1", name_rule="nickname")
    room = measures.restrict(room, by=acting("chair"), basis="V1", reason="違反のため")
    assert not permissions.can_set_rule(acting("resident_1"), room)
