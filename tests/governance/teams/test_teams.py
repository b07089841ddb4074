"""The section responsible for an item hands it to one of its teams (checklist 92), through HTTP."""

import pytest

from governance.answers import actions as answers
from governance.proposals import actions as proposing
from governance.proposals.models import Proposal
from governance.sittings import acting_secretariat
from governance.teams import actions, permissions
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from residents.models import Team, User
from tests.factories import governance, proposals

WHO = ["resident_1", "chair", "secretary", "mayor", "planner_author", "planner_chief", "disaster_officer"]


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-20 09:00")
    proposals.set_deadlines()
    return governance.a_committee_in_office()


@pytest.fixture
def team():
    return Team.objects.get(name="総合計画担当")


def told(kind):
    ids = OutboxMessage.objects.filter(kind=f"governance.{kind}").values_list("recipient_id", flat=True)
    return {person.email.split("@")[0] for person in User.objects.filter(pk__in=list(ids))}


def test_only_the_responsible_section_hands_its_item_to_a_team(acting):
    item = proposals.a_proposal_in("routed").items.first()
    assert [who for who in WHO if permissions.can_hand_item_to_team(acting(who), item)] == [
        "planner_author",
        "planner_chief",
    ]
    with pytest.raises(Denied):
        actions.hand_to_team(item, by=acting("planner_chief"), team=Team.objects.get(name="市民自治推進担当"))


@pytest.mark.parametrize(
    ("status", "is_with_the_section"),
    [("received", False), ("routed", True), ("presented", False), ("published", True), ("closed", False)],
)
def test_an_item_is_handed_on_while_the_section_works_on_it(acting, status, is_with_the_section):
    item = proposals.a_proposal_in(status).items.first()
    assert bool(permissions.can_hand_item_to_team(acting("planner_chief"), item)) == is_with_the_section


def test_what_comes_back_reaches_the_team_and_without_one_the_section(client, client_as, team):
    proposal = proposals.a_proposal_in("routed")
    first, second = proposal.items.all()
    page, chief = f"{proposal.get_absolute_url()}items/1/team/", client_as("planner_chief")
    assert page in chief.get(proposal.get_absolute_url()).content.decode()
    assert page not in client_as("disaster_officer").get(proposal.get_absolute_url()).content.decode()
    assert client_as("disaster_officer").post(page, {"team": team.pk}).status_code == 403
    assert chief.get(f"{proposal.get_absolute_url()}items/9/team/").status_code == 404
    chief.post(page, {"team": team.pk})
    assert told("item_handed_to_team") == {"planner-author"}
    assert "総合計画担当" in client.get(proposal.get_absolute_url()).content.decode()
    assert AuditEntry.objects.filter(verb="governance.proposal.handed_to_team").count() == 1

    mine, ours = proposals.draft_answers(proposal)
    answers.send_back(mine, by=governance.acting_mayor(), reason="数字を足してください。")
    assert told("answer_sent_back") == {"planner-author"}
    answers.send_back(ours, by=governance.acting_mayor(), reason="こちらも。")
    assert told("answer_sent_back") == {"planner-author", "planner-chief"}


def test_another_section_begins_without_a_team(acting, town, team):
    proposal = proposals.a_proposal_in("routed")
    first, second = proposal.items.all()
    actions.hand_to_team(first, by=acting("planner_chief"), team=team)
    units = {first.pk: first.unit, second.pk: second.unit}
    proposing.route(proposal, by=acting_secretariat(), units=units, reason="協力課の変更")
    assert Proposal.objects.get().items.first().team == team
    units[first.pk] = town.body("disaster")
    proposing.route(proposal, by=acting_secretariat(), units=units, reason="所管替え")
    assert Proposal.objects.get().items.first().team is None
