"""What each step of an answer leaves behind."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from governance.answers import actions
from governance.answers.models import Answer, Concurrence
from governance.proposals import actions as proposing
from governance.proposals.models import Proposal
from governance.proposals.record_models import Extension
from governance.sittings import acting_secretariat
from portal.foundation import clock
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from residents.models import Body, User
from tests.factories import governance, proposals


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-20 09:00")
    proposals.set_deadlines()
    return governance.a_committee_in_office()


def told(kind):
    ids = OutboxMessage.objects.filter(kind=f"governance.{kind}").values_list("recipient_id", flat=True)
    return {person.email.split("@")[0] for person in User.objects.filter(pk__in=list(ids))}


def test_the_same_words_twice_are_one_draft():
    proposal = proposals.a_proposal_in("routed")
    proposals.draft_answers(proposal)
    proposals.draft_answers(proposal)
    assert Answer.objects.count() == 2
    assert told("answer_drafted") == {"planner-chief"}


def test_concur_is_kept_with_its_remark_and_told_to_the_section(acting):
    proposal = proposals.a_proposal_in("received")
    unit, other = Body.objects.get(code="planning-section"), Body.objects.get(code="disaster")
    items = list(proposal.items.all())
    proposal = proposing.route(
        proposal,
        by=acting_secretariat(),
        units={item.pk: unit for item in items},
        cooperating={items[0].pk: [other, unit]},
    )
    assert list(proposal.items.all()[0].cooperating.all()) == [
        other
    ]  # a section does not cooperate with itself
    draft = proposals.draft_answers(proposal)[0]
    assert told("answer_drafted") >= {"planner-chief", "disaster-officer", "disaster-deputy"}
    with pytest.raises(Denied):
        actions.approve(draft, by=proposals.planner("planner_chief"))
    actions.concur(draft, by=acting("disaster_officer"), remark="防犯灯は当課も負担します。")
    assert Concurrence.objects.get().remark == "防犯灯は当課も負担します。"
    assert told("answer_concurred") == {"planner-author", "planner-chief"}
    assert actions.approve(draft, by=proposals.planner("planner_chief")).status == "approved"


def test_the_last_approval_brings_the_answer_before_the_mayor():
    proposal = proposals.a_proposal_in("routed")
    first, second = proposals.draft_answers(proposal)
    actions.approve(first, by=proposals.planner("planner_chief"))
    assert Proposal.objects.get().status == "routed"
    actions.approve(second, by=proposals.planner("planner_chief"))
    found = Proposal.objects.get()
    assert (found.status, found.step_due_on) == ("presented", date(2026, 12, 7))
    assert "mayor" in told("proposal_presented")


def test_the_mayor_sends_one_draft_back_and_the_others_stay_approved():
    proposal = proposals.a_proposal_in("presented")
    first, second = Answer.objects.order_by("pk")
    actions.send_back(first, by=governance.acting_mayor(), reason="時期を書いてください。")
    found = Proposal.objects.get()
    assert found.status == "routed"
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == ("sent_back", "approved")
    assert told("answer_sent_back") == {"planner-author", "planner-chief"}
    with pytest.raises(Denied):
        actions.answer(proposal, by=governance.acting_mayor())
    again = actions.draft(
        first.item,
        by=proposals.planner(),
        result="planned",
        text="7月から行います。",
        reason="夏に間に合わせます。",
    )
    actions.approve(again, by=proposals.planner("planner_chief"))
    assert Proposal.objects.get().status == "presented"
    found = actions.answer(proposal, by=governance.acting_mayor())
    assert [item.answer for item in found.items.all()] == [again, second]


def test_a_draft_of_a_section_that_is_no_longer_responsible_does_not_count():
    proposal = proposals.a_proposal_in("routed")
    proposals.draft_answers(proposal)
    other = Body.objects.get(code="disaster")
    proposal = proposing.route(
        proposal,
        by=acting_secretariat(),
        units={item.pk: other for item in proposal.items.all()},
        reason="見守りは危機管理防災課の仕事のためです。",
    )
    assert [item.latest_draft for item in proposal.items.all()] == [None, None]


def test_extend_gives_a_later_open_day_in_public_and_moves_the_step_with_it():
    proposal = proposals.a_proposal_in("routed")
    before, step = proposal.answer_due_on, proposal.step_due_on
    extension = actions.extend(
        proposal, by=acting_secretariat(), until=date(2027, 3, 21), reason="予算の議決を待つためです。"
    )
    proposal.refresh_from_db()
    assert (extension.from_day, extension.to_day) == (
        before,
        date(2027, 3, 23),
    )  # 春分の日 and its substitute
    assert proposal.answer_due_on == date(2027, 3, 23) and proposal.step_due_on > step
    line = AuditEntry.objects.get(verb="governance.proposal.extended")
    assert line.is_public and line.reason == "予算の議決を待つためです。"
    assert "chair" in told("proposal_moved")
    with pytest.raises(IntegrityError), transaction.atomic():
        Extension.objects.update(reason="")


def test_a_decided_answer_is_told_to_those_who_publish_it():
    proposals.a_proposal_in("answered")
    assert told("proposal_answered") == {"secretary", "secretary-chief", "pr-author", "pr-approver"}


def test_publish_tells_everybody_stops_the_count_and_begins_the_follow_up():
    proposal = proposals.a_proposal_in("answered")
    with clock.at(date(2027, 1, 29)):
        proposal = actions.publish(proposal, by=acting_secretariat())
    assert proposal.days_since_receipt(date(2030, 1, 1)) == 70
    assert len(told("proposal_published")) == User.objects.filter(is_active=True).count() - 1
    assert not proposal.is_overdue(date(2030, 1, 1))
    assert {(item.progress, item.report_due_on) for item in proposal.items.all()} == {
        ("planned", date(2027, 4, 28))
    }


def test_a_refused_step_changes_nothing():
    proposal = proposals.a_proposal_in("received")
    before = AuditEntry.objects.count(), proposal.steps.count()
    with pytest.raises(Denied):
        actions.answer(proposal, by=governance.acting_mayor())
    with pytest.raises(Denied):
        actions.publish(proposal, by=governance.acting_mayor())
    proposal.refresh_from_db()
    assert (AuditEntry.objects.count(), proposal.steps.count(), proposal.status) == (*before, "received")
