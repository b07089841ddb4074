"""A community passes to another manager: what each verb changes, and who hears of it."""

import pytest
from django.db import IntegrityError, transaction

from communities.communities import actions as communities
from communities.communities.models import Community
from communities.forums import actions as members
from communities.forums.models import Membership
from communities.handovers import actions
from communities.handovers.models import Handover
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage


@pytest.fixture
def community(forums):
    community = forums.general(by="resident_1")
    for key in ("resident_2", "resident_3"):
        forums.join(community, key)
    return community


@pytest.fixture
def offered(community, acting, people):
    return actions.offer(community, by=acting("resident_1"), successor=people["resident_2"])


def told(kind, people):
    ids = set(OutboxMessage.objects.filter(kind=f"communities.{kind}").values_list("recipient_id", flat=True))
    return {key for key, person in people.items() if str(person.pk) in ids}


def test_an_offer_asks_and_changes_nothing(community, offered, people):
    community.refresh_from_db()
    assert (offered.status, community.manager) == ("offered", people["resident_1"])
    assert told("handover_offered", people) == {"resident_2"}
    assert AuditEntry.objects.filter(verb="communities.handover.offered", is_public=False).exists()


def test_agreeing_makes_the_successor_manager_and_the_former_one_may_leave(offered, acting, people):
    former = Membership.objects.of(offered.community, people["resident_1"])
    with pytest.raises(Denied):
        members.leave(former, by=acting("resident_1"))
    actions.accept(offered, by=acting("resident_2"))
    community = Community.objects.get(pk=offered.community_id)
    assert community.manager == people["resident_2"]
    assert [s.verb for s in community.steps.all()] == ["found", "hand_over"]
    assert told("handover_accepted", people) == {"resident_1", "resident_3"}
    assert members.leave(former, by=acting("resident_1")).status == "left"
    with pytest.raises(Denied):
        communities.close(community, by=acting("resident_1"), reason="もう管理者ではない")
    assert communities.close(community, by=acting("resident_2"), reason="終わります。").status == "closed"


def test_declining_and_taking_back_leave_everything_and_free_the_way(community, offered, acting, people):
    actions.decline(offered, by=acting("resident_2"))
    assert told("handover_declined", people) == {"resident_1"}
    second = actions.offer(community, by=acting("resident_1"), successor=people["resident_3"])
    actions.withdraw(second, by=acting("resident_1"))
    assert told("handover_withdrawn", people) == {"resident_3"}
    with pytest.raises(Denied):
        actions.accept(second, by=acting("resident_3"))
    community.refresh_from_db()
    assert community.manager == people["resident_1"]
    assert [h.status for h in Handover.objects.order_by("pk")] == ["declined", "withdrawn"]


def test_there_is_one_offer_at_a_time(community, offered, acting, people):
    with pytest.raises(Denied):
        actions.offer(community, by=acting("resident_1"), successor=people["resident_3"])
    offered.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        offered.save(force_insert=True)


def test_answering_twice_is_refused(offered, acting):
    actions.accept(offered, by=acting("resident_2"))
    for verb in (actions.accept, actions.decline):
        with pytest.raises(Denied):
            verb(offered, by=acting("resident_2"))


def test_nobody_becomes_manager_without_agreeing(community, acting, people):
    with pytest.raises(Denied):
        communities.hand_over(community, by=acting("resident_1"), to=people["resident_2"])
    community.refresh_from_db()
    assert community.manager == people["resident_1"]


def test_where_the_manager_is_gone_the_operator_finds_a_successor(community, acting, people):
    people["resident_1"].is_active = False
    people["resident_1"].save()
    handover = actions.offer(community, by=acting("npo_author"), successor=people["resident_2"])
    actions.accept(handover, by=acting("resident_2"))
    community.refresh_from_db()
    assert community.manager == people["resident_2"]
    assert AuditEntry.objects.filter(verb="communities.community.handed_over").exists()
