"""Domain M3, the row "hand over community manager": the manager proposes, the successor agrees."""

import pytest

from communities.communities import actions as communities
from communities.forums import actions as members
from communities.handovers import actions, permissions

PEOPLE = [
    "guest",
    "resident_1",
    "resident_2",
    "resident_3",
    "secretary",
    "disaster_officer",
    "disaster_deputy",
    "it_chief",
    "it_staff",
    "npo_author",
    "caretaker_1",
    "chair",
    "mayor",
    "system_admin",
]
OPERATES = {"npo_author"}  # sns.sns_system_operation: looks for a successor where the manager is gone


def may(question, acting, *about):
    return {who for who in PEOPLE if question(acting(who), *about)}


def test_who_offers_a_general_community(forums, acting):
    community = forums.general(by="resident_1")
    assert may(permissions.can_offer_handover, acting, community) == {"resident_1"} | OPERATES


def test_who_offers_an_official_community(forums, acting):
    community = forums.official()
    assert may(permissions.can_offer_handover, acting, community) == {"disaster_officer", "disaster_deputy"}


@pytest.mark.parametrize("status", ["permitted", "restricted", "under_review", "closing", "closed"])
def test_only_an_open_community_is_handed_over(forums, acting, status):
    assert not permissions.can_offer_handover(acting("disaster_officer"), forums.official(status))


def test_only_the_successor_answers_and_only_who_may_offer_takes_it_back(forums, acting):
    community = forums.general(by="resident_1")
    forums.join(community, "resident_2")
    handover = actions.offer(community, by=acting("resident_1"), successor=acting("resident_2").person)
    for question in (permissions.can_accept_handover, permissions.can_decline_handover):
        assert may(question, acting, handover) == {"resident_2"}
    assert may(permissions.can_withdraw_handover, acting, handover) == {"resident_1"} | OPERATES
    assert may(permissions.can_read_handover, acting, handover) == {"resident_1", "resident_2"} | OPERATES


def test_the_successor_takes_part_and_is_not_the_manager(forums, people):
    community = forums.general(by="resident_1")
    membership = forums.join(community, "resident_2")
    assert permissions.can_succeed(people["resident_2"], community)
    assert not permissions.can_succeed(people["resident_1"], community)
    assert not permissions.can_succeed(people["resident_3"], community)
    members.leave(membership, by=forums.person("resident_2"))
    assert not permissions.can_succeed(people["resident_2"], community)


def test_an_official_community_passes_only_within_its_unit(forums, people):
    community = forums.official(visibility="public")
    forums.join(community, "resident_2")
    forums.join(community, "disaster_deputy")
    refusal = permissions.can_succeed(people["resident_2"], community)
    assert not refusal and "課" in str(refusal)
    assert permissions.can_succeed(people["disaster_deputy"], community)


def test_who_left_or_a_community_that_closed_meanwhile_ends_the_offer(forums, acting):
    community = forums.general(by="resident_1")
    membership = forums.join(community, "resident_2")
    handover = actions.offer(community, by=acting("resident_1"), successor=acting("resident_2").person)
    members.leave(membership, by=forums.person("resident_2"))
    assert not permissions.can_accept_handover(acting("resident_2"), handover)
    forums.join(community, "resident_2")
    assert permissions.can_accept_handover(acting("resident_2"), handover)
    communities.close(community, by=acting("resident_1"), reason="終わります。")
    handover.community.refresh_from_db()
    assert not permissions.can_accept_handover(acting("resident_2"), handover)
