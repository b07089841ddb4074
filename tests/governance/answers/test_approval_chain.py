"""承認経路: 主査 → 課長 → 部長, each another person, and the mayor after the last."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from governance.answers import actions, permissions
from governance.answers.models import Answer, Approval
from governance.follow_ups import turn
from governance.proposals.models import Proposal
from governance.sittings import acting_secretariat
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from residents.models import Body, BodyMembership, User
from tests.factories import governance, proposals


@pytest.fixture
def section(town, frozen):
    frozen("2026-11-20 09:00")
    proposals.set_deadlines()
    governance.a_committee_in_office(("chair", "member_1"))
    return Body.objects.get(code="planning-section")


@pytest.fixture
def department(section):
    return Body.objects.get(code="planning")


def joins(person, body, post=""):
    BodyMembership.objects.create(body=body, person=person, post=post, from_on=date(2026, 4, 1))
    return Acting(person, body)


@pytest.fixture
def staff(section, department, acting):
    """A clerk who checks, the head of the section, and the head of the department."""
    clerk = User.objects.create(email="clerk@example.jp", display_name="主査")
    head = User.objects.create(email="department-head@example.jp", display_name="部長")
    return {
        "author": acting("planner_author"),
        "clerk": joins(clerk, section, "主査"),
        "chief": acting("planner_chief"),
        "head": joins(head, department, "部長"),
    }


@pytest.fixture
def chain(section, department, staff):
    """Three grades; only the first and the last are bound to a position somebody holds."""
    grades = [("主査", section), ("課長", section), ("部長", department)]
    actions.set_approval_chain(section, by=acting_secretariat(), grades=grades)
    return grades


@pytest.fixture
def draft(chain):
    return proposals.draft_answers(proposals.a_proposal_in("routed"))[0]


def may(question, draft, staff):
    draft = Answer.objects.get(pk=draft.pk)
    return {name for name, by in staff.items() if question(by, draft)}


def test_each_grade_signs_in_its_turn_and_nobody_twice(draft, staff):
    assert may(permissions.can_endorse_answer, draft, staff) == {"clerk"}
    assert may(permissions.can_approve_answer, draft, staff) == set()
    actions.endorse(draft, by=staff["clerk"])
    assert may(permissions.can_endorse_answer, draft, staff) == {"chief"}
    actions.endorse(draft, by=staff["chief"])
    assert may(permissions.can_endorse_answer, draft, staff) == set()
    assert may(permissions.can_approve_answer, draft, staff) == {"head"}
    assert actions.approve(draft, by=staff["head"]).status == "approved"
    signed = [(row.number, row.title, row.unit.name) for row in Approval.objects.all()]
    assert signed == [(1, "主査", "企画課"), (2, "課長", "企画課"), (3, "部長", "企画部")]


def test_a_refusal_names_who_signs_next(draft, staff):
    for by, seen in ((staff["chief"], "主査"), (staff["head"], "企画課")):
        refusal = permissions.can_endorse_answer(by, draft)
        assert not refusal and seen in f"{refusal.reason} {refusal.next_step}"
    with pytest.raises(Denied):
        actions.approve(draft, by=staff["clerk"])
    assert not Approval.objects.exists()


def test_whoever_wrote_or_signed_it_does_not_sign_again(section, staff):
    actions.set_approval_chain(
        section, by=acting_secretariat(), grades=[("係長", section), ("課長", section)]
    )
    draft = proposals.draft_answers(proposals.a_proposal_in("routed"))[0]
    assert may(permissions.can_endorse_answer, draft, staff) == {"clerk", "chief"}
    actions.endorse(draft, by=staff["chief"])
    assert may(permissions.can_approve_answer, draft, staff) == {"clerk"}
    row = Approval.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Approval.objects.create(answer=draft, number=2, unit=section, person=row.person, on=clock.today())


def test_the_mayor_comes_after_the_last_grade_of_every_item(draft, staff):
    other = Answer.objects.exclude(pk=draft.pk).get()
    for answer in (draft, other):
        actions.endorse(answer, by=staff["clerk"])
        actions.endorse(answer, by=staff["chief"])
        assert not permissions.can_answer_proposal(governance.acting_mayor(), answer.item.proposal)
        actions.approve(answer, by=staff["head"])
    assert Proposal.objects.get().status == "presented"
    assert actions.answer(Proposal.objects.get(), by=governance.acting_mayor()).status == "answered"


def test_the_next_grade_is_told_and_the_page_says_whose_turn_it_is(draft, staff):
    actions.endorse(draft, by=staff["clerk"])
    actions.endorse(draft, by=staff["chief"])
    told = OutboxMessage.objects.filter(
        kind="governance.answer_endorsed", recipient_id=staff["head"].person.pk
    )
    assert told.count() == 1
    found = Proposal.objects.with_drafts().get()
    assert [body.name for body in turn.of(found, clock.today()).bodies] == ["企画部", "企画課"]
    assert AuditEntry.objects.filter(verb="governance.answer.endorsed").count() == 2


def test_any_grade_sends_a_draft_back_and_the_next_one_starts_at_the_first(draft, staff):
    actions.endorse(draft, by=staff["clerk"])
    actions.send_back(draft, by=staff["head"], reason="財源を書いてください。")
    again = actions.draft(
        draft.item,
        by=staff["author"],
        result="planned",
        text="来年度の予算で行います。",
        reason="財源は基金です。",
    )
    assert may(permissions.can_endorse_answer, again, staff) == {"clerk"}


def test_without_a_chain_one_colleague_approves_as_before(section, staff):
    draft = proposals.draft_answers(proposals.a_proposal_in("routed"))[0]
    assert may(permissions.can_endorse_answer, draft, staff) == set()
    assert may(permissions.can_approve_answer, draft, staff) == {"clerk", "chief"}


def test_who_sets_a_chain(section, acting):
    people = ["secretary", "planner_author", "disaster_officer", "chair", "mayor", "resident_1"]
    found = {key for key in people if permissions.can_set_approval_chain(acting(key), section)}
    assert found == {"secretary", "planner_author"}


def test_a_chain_is_read_and_set_on_its_page(section, department, client_as):
    url = "/proposals/approval-chains/planning-section/"
    client = client_as("secretary")
    sent = {"title_1": "課長", "body_1": section.pk, "title_2": "部長", "body_2": department.pk}
    assert client.post(url, sent)["Location"] == "/proposals/approval-chains/"
    page = client.get("/proposals/approval-chains/").content.decode()
    assert "課長" in page and "部長" in page
    assert 'value="部長"' in client.get(url).content.decode()
    assert client_as("resident_1").get(url).status_code == 403
    assert client_as("disaster_officer").post(url, sent).status_code == 403


def test_signing_goes_through_the_page_too(draft, staff, client_as):
    proposal = draft.item.proposal
    url = f"{proposal.get_absolute_url()}items/{draft.item.number}/endorse/"
    assert client_as("planner_chief").post(url).status_code == 403
    actions.endorse(draft, by=staff["clerk"])
    assert client_as("planner_chief").post(url).status_code == 302
    page = client_as("planner_chief").get(proposal.get_absolute_url()).content.decode()
    assert "主査" in page and Approval.objects.count() == 2
