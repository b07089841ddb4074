"""The verbs of an answer: drafted, agreed to, approved, decided by the mayor, published."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from governance.proposals import deadlines
from governance.proposals.lifecycle import FINAL, FIRST_PROGRESS, ProposalStatus, Result
from governance.proposals.models import Proposal, ProposalItem
from governance.proposals.record_models import Extension
from portal.foundation import audit, business_days, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from residents.models import Body

from . import notifications
from .models import Answer, Approval, ApprovalGrade, Concurrence
from .permissions import (
    can_answer_proposal,
    can_approve_answer,
    can_concur_answer,
    can_draft_answer,
    can_endorse_answer,
    can_extend_proposal,
    can_present_proposal,
    can_publish_proposal,
    can_send_back_answer,
    can_set_approval_chain,
)


@transaction.atomic
def draft(item: ProposalItem, *, by: Acting, result: str, text: str, reason: str) -> Answer:
    """起案: the responsible section writes what it would answer; the same words twice are one draft."""
    _locked(item.proposal)
    item = ProposalItem.objects.select_related("unit", "proposal").get(pk=item.pk)
    require(can_draft_answer(by, item))
    last = item.latest_draft
    words = {"result": result, "text": text, "reason": reason}
    if last is not None and last.status == "drafted" and _says(last, words):
        return last
    answer = Answer(item=item, unit=by.body, drafted_on=clock.today(), drafted_by=by.person, **words)
    answer.step("draft", by=by)
    audit.record("governance.answer.drafted", by=by, target=item.proposal, details={"item": item.number})
    notifications.answer_drafted(answer, by)
    return answer


@transaction.atomic
def concur(answer: Answer, *, by: Acting, remark: str = "") -> Answer:
    """合議: a cooperating section agrees to what will be answered in its field too."""
    answer = _again(answer)
    require(can_concur_answer(by, answer))
    answer.step("concur", by=by, reason=remark)
    Concurrence.objects.create(answer=answer, unit=by.body, person=by.person, remark=remark, on=clock.today())
    audit.record(
        "governance.answer.concurred",
        by=by,
        target=answer.item.proposal,
        details={"item": answer.item.number},
    )
    notifications.answer_concurred(answer, by)
    return answer


@transaction.atomic
def endorse(answer: Answer, *, by: Acting) -> Answer:
    """回議: a grade below the last signs the draft, and the next one has it before them."""
    answer = _again(answer)
    require(can_endorse_answer(by, answer))
    answer.step("endorse", by=by, reason=answer.next_grade().title)
    _sign(answer, by)
    audit.record(
        "governance.answer.endorsed",
        by=by,
        target=answer.item.proposal,
        details={"item": answer.item.number},
    )
    notifications.answer_endorsed(_again(answer), by)
    return answer


@transaction.atomic
def approve(answer: Answer, *, by: Acting) -> Answer:
    """決裁: the last grade stands behind the draft; the last draft brings the answer before the mayor."""
    answer = _again(answer)
    require(can_approve_answer(by, answer))
    _sign(answer, by)
    answer.step("approve", by=by)
    proposal = answer.item.proposal
    audit.record("governance.answer.approved", by=by, target=proposal, details={"item": answer.item.number})
    if can_present_proposal(by, proposal):
        present(proposal, by=by)
    return answer


@transaction.atomic
def send_back(answer: Answer, *, by: Acting, reason: str) -> Answer:
    """差戻し: whoever has to agree does not; the section writes anew, knowing why."""
    answer = _again(answer)
    proposal = answer.item.proposal
    require(can_send_back_answer(by, answer))
    answer.step("send_back", by=by, reason=reason)
    if proposal.status == ProposalStatus.PRESENTED:
        proposal.step(
            "send_back", by=by, reason=reason, step_due_on=deadlines.due_after("send_back", proposal)
        )
    audit.record(
        "governance.answer.sent_back",
        by=by,
        target=proposal,
        reason=reason,
        details={"item": answer.item.number},
    )
    notifications.answer_sent_back(answer, by, reason)
    return answer


@transaction.atomic
def set_approval_chain(unit: Body, *, by: Acting, grades: Iterable[tuple[str, Body]]) -> None:
    """承認経路: which positions sign a section's drafts, from the lowest to the last; none means one colleague."""
    unit = Body.objects.select_for_update().get(pk=unit.pk)
    require(can_set_approval_chain(by, unit))
    unit.approval_grades.all().delete()
    rows = [
        ApprovalGrade(unit=unit, number=n, title=t, body=body) for n, (t, body) in enumerate(grades, start=1)
    ]
    ApprovalGrade.objects.bulk_create(rows)
    audit.record(
        "governance.answer.chain_set", by=by, target=unit, details={"grades": [row.title for row in rows]}
    )


@transaction.atomic
def extend(proposal: Proposal, *, by: Acting, until: date, reason: str) -> Extension:
    """回答期限の延長: the city needs longer and tells everybody why and until when ([2.10])."""
    proposal = _locked(proposal)
    require(can_extend_proposal(by, proposal))
    until = business_days.on_or_after(until)
    before = proposal.answer_due_on
    assert before is not None  # the question above refuses where no answer is due
    extension = Extension.objects.create(
        proposal=proposal,
        from_day=before,
        to_day=until,
        reason=reason,
        body=by.body,
        at=clock.now(),
    )
    more = business_days.between(before, until)
    proposal.answer_due_on = until
    if proposal.step_due_on is not None:
        proposal.step_due_on = business_days.add(proposal.step_due_on, more)
    proposal.save(update_fields=["answer_due_on", "step_due_on"])
    audit.record("governance.proposal.extended", by=by, target=proposal, reason=reason, public=True)
    notifications.proposal_extended(proposal, by, reason)
    return extension


@transaction.atomic
def present(proposal: Proposal, *, by: Acting) -> Proposal:
    """Every section has approved its draft: the answer lies before the mayor."""
    proposal = _locked(proposal)
    require(can_present_proposal(by, proposal))
    proposal.step("present", by=by, step_due_on=deadlines.due_after("present", proposal))
    audit.record("governance.proposal.presented", by=by, target=proposal, public=True)
    notifications.proposal_presented(proposal, by)
    return proposal


@transaction.atomic
def answer(proposal: Proposal, *, by: Acting) -> Proposal:
    """決裁: the mayor makes the last draft of every item the answer of the city."""
    proposal = _locked(proposal)
    require(can_answer_proposal(by, proposal))
    proposal.step("answer", by=by, answered_on=clock.today(), step_due_on=deadlines.publication_due(proposal))
    for item in proposal.items.prefetch_related("drafts"):
        item.answer = item.latest_draft
        item.save(update_fields=["answer"])
    audit.record("governance.proposal.answered", by=by, target=proposal, public=True)
    notifications.proposal_answered(proposal, by)
    return proposal


@transaction.atomic
def publish(proposal: Proposal, *, by: Acting) -> Proposal:
    """回答: the answer goes back to the committee and to everybody, and carrying it out begins."""
    proposal = _locked(proposal)
    require(can_publish_proposal(by, proposal))
    proposal.step("publish", by=by, published_on=clock.today(), step_due_on=None)
    for item in proposal.items.select_related("answer"):
        item.progress = FIRST_PROGRESS[Result(item.answer.result)]
        item.report_due_on = None if item.progress in FINAL else deadlines.due("proposal.report_days")
        item.save(update_fields=["progress", "report_due_on"])
    audit.record("governance.proposal.published", by=by, target=proposal, public=True)
    notifications.proposal_published(proposal, by)
    return proposal


def _locked(proposal: Proposal) -> Proposal:
    return Proposal.objects.select_for_update(of=("self",)).select_related("proposed_by").get(pk=proposal.pk)


def _again(answer: Answer) -> Answer:
    """The draft as it is now; its proposal is locked, so that two people act one after the other."""
    _locked(answer.item.proposal)
    return Answer.objects.select_related("item__proposal__proposed_by", "item__unit").get(pk=answer.pk)


def _sign(answer: Answer, by: Acting) -> None:
    grade = answer.next_grade()
    Approval.objects.create(
        answer=answer,
        number=grade.number,
        title=grade.title,
        unit=by.body,
        person=by.person,
        on=clock.today(),
    )


def _says(answer: Answer, words: dict[str, str]) -> bool:
    return all(getattr(answer, name) == value for name, value in words.items())
