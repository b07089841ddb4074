"""Taking part: who comes in, how, and who is told."""

import pytest

from communities.forums import actions, permissions
from communities.forums.lifecycle import MEMBERSHIP
from communities.forums.models import Membership
from portal.foundation.decisions import Denied
from portal.foundation.models import OutboxMessage


def told(kind):
    return set(
        OutboxMessage.objects.filter(kind=f"communities.{kind}").values_list("recipient_id", flat=True)
    )


def test_every_step_a_membership_can_take():
    outside = ("", "left", "refused")
    assert {(verb, source, target) for verb, source, target, _by in MEMBERSHIP.rows()} == {
        *(("join", source, "joined") for source in (*outside, "invited")),
        *(("ask", source, "requested") for source in outside),
        *(("invite", source, "invited") for source in outside),
        *(("enrol", source, "joined") for source in (*outside, "invited", "requested", "removed")),
        ("admit", "requested", "joined"),
        ("refuse", "requested", "refused"),
        ("remove", "joined", "removed"),
        *(("leave", source, "left") for source in ("joined", "requested", "invited")),
    }


def test_joining_twice_is_told_and_changes_nothing(forums):
    community = forums.general()
    forums.join(community, "resident_2")
    with pytest.raises(Denied):
        forums.join(community, "resident_2")
    assert community.memberships.filter(status="joined").count() == 2


def test_where_the_manager_admits_people_ask(forums, people):
    community = forums.general(joining="approval")
    with pytest.raises(Denied):
        forums.join(community, "resident_2")
    asked = actions.ask(community, by=forums.person("resident_2"), reason="近所です")
    assert told("membership_asked") == {str(people["resident_1"].pk)}
    with pytest.raises(Denied):
        actions.admit(asked, by=forums.person("resident_3"))
    actions.admit(asked, by=forums.person("resident_1"))
    assert Membership.objects.get(pk=asked.pk).status == "joined"
    assert told("membership_admitted") == {str(people["resident_2"].pk)}


def test_a_refusal_gives_its_reason_and_one_may_ask_again(forums, people):
    community = forums.general(joining="approval")
    asked = actions.ask(community, by=forums.person("resident_2"))
    actions.refuse(asked, by=forums.person("resident_1"), reason="満員です")
    message = OutboxMessage.objects.get(kind="communities.membership_refused")
    assert (message.recipient_id, message.context["reason"]) == (str(people["resident_2"].pk), "満員です")
    assert actions.ask(community, by=forums.person("resident_2")).status == "requested"


def test_an_invitation_opens_a_members_only_forum(forums, people):
    from communities.communities.models import Community

    community = forums.general(visibility="members", joining="approval")
    assert community not in Community.objects.visible_to(people["resident_2"])
    actions.invite(community, people["resident_2"], by=forums.person("resident_1"))
    assert community in Community.objects.visible_to(people["resident_2"])
    assert forums.join(community, "resident_2").status == "joined"


def test_who_was_removed_cannot_simply_come_back(forums):
    community = forums.general()
    membership = forums.join(community, "resident_2")
    actions.remove(membership, by=forums.person("resident_1"), reason="約束を守らない")
    with pytest.raises(Denied):
        forums.join(community, "resident_2")


def test_the_manager_neither_leaves_nor_is_removed(forums, acting):
    community = forums.general()
    own = community.memberships.get()
    with pytest.raises(Denied):
        actions.leave(own, by=forums.person("resident_1"))
    with pytest.raises(Denied):
        actions.remove(own, by=acting("caretaker_1"), reason="x")


def test_a_real_name_room_asks_for_the_name(forums):
    room = forums.citizen_room(name_rule="real_name")
    with pytest.raises(Denied):
        actions.join(room, by=forums.person("resident_2"), shown_name=" ")
    assert actions.join(room, by=forums.person("resident_2"), shown_name="田中 一").name == "田中 一"


MAY_ADMIT = {"resident_1", "caretaker_1"}


def test_who_may_admit_invite_and_remove(forums, acting):
    community = forums.general(joining="approval")
    asked = actions.ask(community, by=forums.person("resident_2"))
    everybody = [
        "guest",
        "resident_1",
        "resident_3",
        "secretary",
        "it_chief",
        "npo_author",
        "chair",
        "caretaker_1",
    ]
    assert {who for who in everybody if permissions.can_admit(acting(who), asked)} == MAY_ADMIT
    assert {who for who in everybody if permissions.can_refuse(acting(who), asked)} == MAY_ADMIT
    assert {who for who in everybody if permissions.can_invite(acting(who), community)} == MAY_ADMIT
