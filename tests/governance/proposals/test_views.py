"""What everybody sees of a proposal, and what only those who work on it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from governance.proposals import presenting
from portal.foundation import clock
from tests.factories import governance, proposals


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-22 09:00")
    return governance.a_committee_in_office(("chair", "vice_chair_1", "member_1"))


def test_the_answer_names_section_day_result_and_reason(client_as):
    proposal = proposals.a_proposal_in("published")
    html = Client().get(proposal.get_absolute_url()).content.decode()
    for seen in ("企画課", "2026年11月22日", "予算の見通しが立ったためです。", "来年度から行います。"):
        assert seen in html
    assert html.count("予算の見通しが立ったためです。") == 2


def test_draft_answers_are_hidden_from_the_public_and_the_committee(client_as):
    proposal = proposals.a_proposal_in("routed")
    proposals.draft_answers(proposal)
    url = proposal.get_absolute_url()
    assert "来年度から行います。" not in Client().get(url).content.decode()
    assert "来年度から行います。" not in client_as("vice_chair_1").get(url).content.decode()
    assert "来年度から行います。" in client_as("secretary").get(url).content.decode()
    assert "来年度から行います。" in client_as("planner_author").get(url).content.decode()


def test_a_decided_answer_is_not_public_before_it_is_published():
    proposal = proposals.a_proposal_in("answered")
    assert "来年度から行います。" not in Client().get(proposal.get_absolute_url()).content.decode()


def test_a_draft_proposal_is_seen_by_its_committee_only(client_as):
    proposal = proposals.a_draft()
    assert Client().get(proposal.get_absolute_url()).status_code == 404
    assert client_as("resident_1").get(proposal.get_absolute_url()).status_code == 404
    assert client_as("member_1").get(proposal.get_absolute_url()).status_code == 200


def test_an_overdue_answer_is_shown_to_everybody():
    proposal = proposals.a_proposal_in("routed")
    with clock.at(proposal.answer_due_on.replace(year=2028)):
        answer = Client().get(proposal.get_absolute_url())
        assert answer.context["is_overdue"]
        assert [row["tone"] for row in Client().get("/proposals/").context["items"]] == ["danger"]


def test_a_form_keeps_what_was_typed(client_as):
    client = client_as("member_1")
    answer = client.post("/proposals/draft/", {"title": "提言", "background": "短い", "items": "項目"})
    assert answer.status_code == 200 and "短い" in answer.content.decode()


def test_pages_ask_the_same_number_of_questions_however_many_proposals():
    first = proposals.a_proposal_in("published")
    for url in ("/proposals/", first.get_absolute_url()):
        Client().get(url)
    with CaptureQueriesContext(connection) as few:
        Client().get("/proposals/")
    with CaptureQueriesContext(connection) as one:
        Client().get(first.get_absolute_url())
    for number in range(3):
        proposals.a_proposal_in("published", f"提言その{number}")
    with CaptureQueriesContext(connection) as many:
        Client().get("/proposals/")
    with CaptureQueriesContext(connection) as another:
        Client().get(first.get_absolute_url())
    assert (len(many), len(another)) == (len(few), len(one))


@pytest.mark.parametrize(
    ("status", "done", "current"),
    [
        ("drafting", 0, None),
        ("adopted", 0, "市長に提出"),
        ("returned", 0, "市長に提出"),
        ("routed", 2, "担当課で検討"),
        ("answered", 4, "回答済み"),
        ("closed", 6, None),
    ],
)
def test_the_way_says_where_a_proposal_stands(status, done, current):
    stages = presenting.stages(proposals.a_proposal_in(status))
    assert [stage["state"] for stage in stages].count("done") == done
    assert [str(stage["label"]) for stage in stages if stage["state"] == "current"] == [current] * bool(
        current
    )
