"""The section concerned hands a city-area room to one of its teams (checklist 92), through HTTP."""

import pytest

from communities.rooms import succession
from communities.rooms.models import Room
from communities.sections import actions, permissions
from portal.foundation.acting import CLOCK
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from residents.models import Team

WHO = ["resident_1", "facilitator_other", "secretary", "secretary_chief", "chair", "mayor", "planner_author"]


def text(response):
    return response.content.decode()


def told(kind, people):
    rows = OutboxMessage.objects.filter(kind=f"communities.{kind}").values_list("recipient_id", flat=True)
    return sorted(key for key, person in people.items() if str(person.pk) in set(rows))


@pytest.fixture
def room(forums):
    """Its section is 市民自治推進課, with a team of the secretary and one of the chief."""
    return forums.city_room()


def test_only_the_section_concerned_hands_a_room_to_its_team(room, forums, acting):
    assert [who for who in WHO if permissions.can_hand_to_team(acting(who), room)] == [
        "secretary",
        "secretary_chief",
    ]
    assert not permissions.can_hand_to_team(acting("secretary"), forums.city_room("closed"))
    assert not permissions.can_hand_to_team(acting("secretary"), forums.citizen_room())
    with pytest.raises(Denied):
        actions.hand_to_team(room, by=acting("secretary"), team=Team.objects.get(name="総合計画担当"))


def test_posts_reach_the_team_then_and_the_whole_section_again(room, forums, client, client_as, people):
    page, chief = f"/rooms/{room.slug}/", client_as("secretary_chief")
    team = Team.objects.get(name="市民自治推進担当")
    forums.post(room, by="resident_2")
    assert told("post_written_to_section", people) == ["secretary", "secretary_chief"]
    assert f"{page}team/" in text(chief.get(page)) and f"{page}team/" not in text(client.get(page))
    assert client_as("planner_author").post(f"{page}team/", {"team": team.pk}).status_code == 403

    chief.post(f"{page}team/", {"team": team.pk})
    assert told("room_handed_to_team", people) == ["secretary"]
    assert "市民自治推進担当" in text(client.get(page))
    OutboxMessage.objects.all().delete()
    forums.post(room, by="resident_2", title="二つ目")
    assert told("post_written_to_section", people) == ["secretary"]

    chief.post(f"{page}team/", {"team": ""})
    OutboxMessage.objects.all().delete()
    forums.post(room, by="resident_2", title="三つ目")
    assert told("post_written_to_section", people) == ["secretary", "secretary_chief"]
    assert AuditEntry.objects.filter(verb="communities.room.handed_to_team").count() == 2


def test_a_team_does_not_follow_the_room_into_another_section(room, acting, town):
    room = actions.hand_to_team(room, by=acting("secretary"), team=Team.objects.get(name="市民自治推進担当"))
    succession.follow(room, town.body("disaster"), by=CLOCK)
    room = Room.objects.get()
    assert (room.related_body, room.related_team) == (town.body("disaster"), None)
    refused = permissions.can_hand_to_team(acting("disaster_officer"), room)
    assert "担当がありません" in str(refused.reason)
