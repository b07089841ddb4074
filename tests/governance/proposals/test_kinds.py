"""Each kind of proposal may have its own times; where none are set, those of every proposal hold."""

from datetime import date

import pytest

from governance.proposals import actions, deadlines
from governance.proposals.models import Proposal
from governance.sittings import acting_secretariat
from tests.factories import governance, proposals
from tests.factories.rules import acting_member


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-20 09:00")
    proposals.set_deadlines(proposal__answer_days=60)
    return governance.a_committee_in_office(("chair", "member_1"))


def an_opinion():
    proposal = proposals.a_draft()
    return actions.revise(
        proposal,
        by=acting_member(),
        kind="opinion",
        title=proposals.TITLE,
        background="市が示したテーマについての意見です。",
        items=proposals.ITEMS,
    )


def walked(proposal):
    proposal = proposals.STEPS["adopted"](proposal)
    proposal = proposals.STEPS["handed_over"](proposal)
    return actions.receive(proposal, by=acting_secretariat())


def test_a_proposal_is_the_committee_s_unless_said_otherwise():
    assert proposals.a_draft().kind == "committee"
    assert walked(Proposal.objects.get()).answer_due_on == date(2027, 2, 24)


def test_an_opinion_has_its_own_time_for_the_answer():
    governance.set_numbers(guideline=False, committee_rule=False, **{"proposal.opinion.answer_days": 10})
    assert walked(an_opinion()).answer_due_on == date(2026, 12, 7)


def test_without_its_own_number_an_opinion_takes_the_time_of_every_proposal():
    assert walked(an_opinion()).answer_due_on == date(2027, 2, 24)


def test_a_number_no_kind_may_set_apart_is_the_same_for_all():
    proposal = an_opinion()
    assert deadlines.named("proposal.routing_days", proposal) == "proposal.routing_days"


def test_the_kind_is_chosen_on_the_draft_s_form_and_stands_on_its_page(client_as):
    client = client_as("member_1")
    words = {
        "title": "駅前広場への意見",
        "background": "市が示したテーマへの意見です。",
        "items": "屋根をつける",
    }
    client.post("/proposals/draft/", {**words, "kind": "opinion"})
    found = Proposal.objects.get()
    assert found.kind == "opinion"
    assert "市が示したテーマへの意見" in client.get(found.get_absolute_url()).content.decode()
