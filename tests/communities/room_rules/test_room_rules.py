"""The facilitator proposes the rule of a room; the opener or the committee approves it (M3), through HTTP."""

import pytest

from communities.facilitators import actions as facilitators
from communities.room_rules import actions, agenda, permissions
from communities.room_rules.lifecycle import ROOM_RULE
from communities.room_rules.models import RoomRuleProposal
from communities.rooms.models import Room
from portal.foundation import clock
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from tests.factories.communities import RESOLUTION

RULE = {"joining": "approval", "visibility": "public", "reason": "静かに話せるように"}
CITIZEN = {**RULE, "name_rule": "nickname"}
CITY = {**RULE, "name_rule": "real_name"}

WHO = [
    "guest",
    "resident_1",
    "resident_2",
    "facilitator_other",
    "facilitator_dispatched",
    "caretaker_1",
    "member_5",
    "chair",
    "secretary",
    "mayor",
    "it_staff",
    "npo_author",
    "adviser",
]


def text(response):
    return response.content.decode()


def told(kind, people):
    rows = OutboxMessage.objects.filter(kind=f"communities.{kind}").values_list("recipient_id", flat=True)
    return sorted(key for key, person in people.items() if str(person.pk) in set(rows))


@pytest.fixture
def citizen_room(forums):
    """Opened by resident_1, who named somebody else to chair beside them."""
    room = forums.citizen_room(by="resident_1", name_rule="nickname")
    assignment = facilitators.designate(
        room, forums.person("facilitator_other").person, by=forums.person("resident_1"), source="nominee"
    )
    facilitators.accept(assignment, by=forums.person("facilitator_other"))
    return Room.objects.get(pk=room.pk)


def test_the_life_of_a_proposed_rule():
    assert {(verb, source, target) for verb, source, target, _by in ROOM_RULE.rows()} == {
        ("propose", "", "proposed"),
        ("approve", "proposed", "approved"),
        ("refuse", "proposed", "refused"),
        ("withdraw", "proposed", "withdrawn"),
    }


# --- M3: set room rule – OPN C, FAC P, CMM A ------------------------------------------------------


def test_in_the_citizen_area_the_facilitator_proposes_and_the_opener_decides(citizen_room, forums, acting):
    ask = permissions.can_propose_room_rule
    assert [who for who in WHO if ask(acting(who), citizen_room)] == ["facilitator_other"]
    assert "そのまま決められます" in str(ask(acting("resident_1"), citizen_room).reason)
    proposal = actions.propose(citizen_room, by=forums.person("facilitator_other"), **CITIZEN)
    for question in (permissions.can_approve_room_rule, permissions.can_refuse_room_rule):
        assert [who for who in WHO if question(acting(who), proposal)] == ["resident_1"]
        assert [who for who in WHO if question(acting(who), proposal, RESOLUTION)] == ["resident_1"]
    assert [who for who in WHO if permissions.can_withdraw_room_rule(acting(who), proposal)] == [
        "facilitator_other"
    ]
    assert not any(permissions.can_turn_to_room_rule(acting(who), proposal) for who in WHO)


def test_in_the_city_area_the_committee_approves_by_resolution(forums, acting):
    room = forums.city_room()
    ask = permissions.can_propose_room_rule
    assert [who for who in WHO if ask(acting(who), room)] == ["facilitator_other"]
    proposal = actions.propose(room, by=forums.person("facilitator_other"), **CITY)
    for question in (permissions.can_approve_room_rule, permissions.can_refuse_room_rule):
        assert not any(question(acting(who), proposal) for who in WHO)
        assert [who for who in WHO if question(acting(who), proposal, RESOLUTION)] == ["member_5", "chair"]
    assert [who for who in WHO if permissions.can_turn_to_room_rule(acting(who), proposal)] == [
        "member_5",
        "chair",
    ]
    with pytest.raises(Denied):
        actions.approve(proposal, by=acting("chair"))
    room.refresh_from_db()
    assert room.joining == "open"
    approved = actions.approve(proposal, by=acting("chair"), resolution=RESOLUTION)
    room.refresh_from_db()
    assert (approved.status, approved.resolution, room.joining) == ("approved", RESOLUTION, "approval")
    public = AuditEntry.objects.filter(verb__startswith="communities.room_rule", is_public=True)
    assert [(row.verb, row.reference) for row in public] == [("communities.room_rule.approved", RESOLUTION)]


@pytest.mark.parametrize("status", ["preparing", "summarising", "closed"])
def test_no_rule_is_proposed_before_the_room_opens_or_after_the_discussion(forums, status):
    room = forums.city_room(status)
    assert not permissions.can_propose_room_rule(forums.person("facilitator_other"), room)


# --- through HTTP -----------------------------------------------------------------------------------


def test_a_facilitator_proposes_the_opener_approves_and_everybody_hears(
    citizen_room, forums, client, client_as, people
):
    room = citizen_room
    forums.join(room, "resident_2")
    home = f"/rooms/{room.slug}/rule-proposals/"
    proposer, opener, member = (
        client_as("facilitator_other"),
        client_as("resident_1"),
        client_as("resident_2"),
    )
    assert f"{home}propose/" in text(proposer.get(home)) and f"{home}propose/" not in text(client.get(home))
    assert "そのまま決められます" in text(opener.get(f"{home}propose/"))
    assert member.post(f"{home}propose/", CITIZEN).status_code == 403

    same = {**CITIZEN, "joining": "open"}
    refused = proposer.post(f"{home}propose/", same)
    assert "今の決まりと同じです" in text(refused) and "静かに話せるように" in text(refused)
    proposer.post(f"{home}propose/", CITIZEN)
    proposal = RoomRuleProposal.objects.get()
    page = proposal.get_absolute_url()
    assert told("room_rule_proposed", people) == ["resident_1"]
    assert proposer.post(f"{home}propose/", CITIZEN).status_code == 403  # one at a time
    assert "静かに話せるように" in text(client.get(page)) and f"{page}approve/" not in text(client.get(page))
    assert f"{page}approve/" in text(opener.get(page))
    assert member.post(f"{page}approve/").status_code == 403
    assert proposer.post(f"{page}approve/").status_code == 403
    assert Room.objects.get().joining == "open"

    opener.post(f"{page}approve/", {"answer": "そうしましょう。"})
    assert Room.objects.get().joining == "approval"
    assert "そうしましょう。" in text(client.get(page))
    assert told("room_rule_approved", people) == ["facilitator_other"]
    assert told("room_rule_set", people) == ["facilitator_other", "resident_2"]
    assert opener.post(f"{page}refuse/", {"answer": "やはり"}).status_code == 403


def test_a_refusal_says_why_and_a_proposal_is_taken_back(citizen_room, client_as, people):
    home = f"/rooms/{citizen_room.slug}/rule-proposals/"
    proposer, opener = client_as("facilitator_other"), client_as("resident_1")
    proposer.post(f"{home}propose/", CITIZEN)
    page = RoomRuleProposal.objects.get().get_absolute_url()
    assert "form-errors" in text(opener.post(f"{page}refuse/", {"answer": ""}))
    opener.post(f"{page}refuse/", {"answer": "誰でも入れる部屋にしたいので"})
    assert told("room_rule_refused", people) == ["facilitator_other"]
    assert "誰でも入れる部屋にしたいので" in text(proposer.get(page)) and Room.objects.get().joining == "open"

    proposer.post(f"{home}propose/", CITIZEN)
    second = RoomRuleProposal.objects.latest("pk")
    assert opener.post(f"{second.get_absolute_url()}withdraw/").status_code == 403
    proposer.post(f"{second.get_absolute_url()}withdraw/")
    assert told("room_rule_withdrawn", people) == ["resident_1"]
    second.refresh_from_db()
    assert second.status == "withdrawn"


def test_what_was_promised_is_promised_by_a_proposal_too(forums, acting, client_as):
    """No fewer readers, no names from those who came under a nickname, no nicknames in the city area."""
    by = forums.person("facilitator_other")
    city = forums.city_room()
    for broken in ({**CITY, "visibility": "members"}, {**CITY, "name_rule": "nickname"}):
        with pytest.raises(Denied):
            actions.propose(city, by=by, **broken)
    form = text(client_as("facilitator_other").get(f"/rooms/{city.slug}/rule-proposals/propose/"))
    assert 'value="nickname"' not in form and 'value="members"' not in form
    assert not RoomRuleProposal.objects.exists()


def test_a_room_for_members_keeps_its_proposals_to_them(forums, client, client_as, acting):
    room = forums.citizen_room(by="resident_1", name_rule="nickname", visibility="members")
    for who in (client, client_as("resident_9")):
        assert who.get(f"/rooms/{room.slug}/rule-proposals/").status_code == 404
    assert client_as("resident_1").get(f"/rooms/{room.slug}/rule-proposals/").status_code == 200


def test_what_waits_for_the_committee_stands_on_the_desk(citizen_room, forums, acting):
    actions.propose(citizen_room, by=forums.person("facilitator_other"), **CITIZEN)
    room = forums.city_room(title="市民活動推進方策を考える")
    proposal = actions.propose(room, by=forums.person("facilitator_other"), **CITY)
    today = clock.today()
    found = agenda.matters(acting("secretary"), today, today)
    assert [(one.title, one.url) for one in found] == [
        ("市民活動推進方策を考える", proposal.get_absolute_url())
    ]
