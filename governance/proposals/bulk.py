"""Many proposals with answers and reports, in the shape of those that were told, for measuring (SEED_SCALE)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max

from governance.answers.lifecycle import AnswerStatus
from governance.answers.models import Answer
from governance.follow_ups.models import FollowUp
from governance.resolutions.lifecycle import ResolutionStatus
from governance.resolutions.models import Resolution
from portal.foundation import clock

from .lifecycle import FIRST_PROGRESS, Progress, Result
from .lifecycle import ProposalStatus as S
from .models import Proposal, ProposalItem, ProposalStep
from .record_models import ProposalVersion
from .wording import digest

PROPOSALS, ITEMS = 32, 3
TITLE = "量の試験のための提言"
STATUSES = (S.PUBLISHED, S.TRACKED, S.CLOSED, S.ROUTED, S.RECEIVED)
RESULTS = tuple(Result)


def multiply(scale: int) -> bool:
    """Let there be ``scale`` times the proposals of a small town; running it again adds nothing."""
    return _add(PROPOSALS * (scale - 1) - Proposal.objects.filter(title__startswith=TITLE).count())


def grow_to(count: int) -> bool:
    """Let there be at least so many proposals; running it again adds nothing."""
    return _add(count - Proposal.objects.count())


@transaction.atomic
def _add(missing: int) -> bool:
    model = Proposal.objects.filter(published_on__isnull=False).order_by("number").first()
    if model is None or missing <= 0:
        return False
    proposals = _proposals(model, missing)
    items = _items(model, proposals)
    _answers(model, items)
    return True


def _proposals(model: Proposal, count: int) -> list[Proposal]:
    first = (Proposal.objects.aggregate(last=Max("number"))["last"] or 0) + 1
    receipt = (Proposal.objects.aggregate(last=Max("receipt_number"))["last"] or 0) + 1
    resolutions = _resolutions(model, count, first)
    today = clock.today()
    rows = [
        _proposal(model, resolution, first + n, receipt + n, today - timedelta(days=30 + n * 3))
        for n, resolution in enumerate(resolutions)
    ]
    Proposal.objects.bulk_create(rows, batch_size=500)
    ProposalVersion.objects.bulk_create(
        ProposalVersion(
            proposal=row,
            number=1,
            text=row.title,
            digest=digest(row.title),
            resolution=row.resolution,
            frozen_on=row.adopted_on,
        )
        for row in rows
    )
    ProposalStep.objects.bulk_create(
        ProposalStep(subject=row, verb=verb, to_status=row.status, at=clock.now() - timedelta(days=60 - n))
        for row in rows
        for n, verb in enumerate(("adopt", "hand_over", "receive", "route"))
    )
    return rows


def _resolutions(model: Proposal, count: int, first: int) -> list[Resolution]:
    like: Any = model.resolution
    last = Resolution.objects.filter(term=like.term).aggregate(last=Max("number"))["last"] or 0
    return Resolution.objects.bulk_create(
        Resolution(
            status=ResolutionStatus.ADOPTED,
            body=like.body,
            term=like.term,
            meeting=like.meeting,
            number=last + 1 + n,
            title=f"「{TITLE}{first + n}」の提出",
            text=like.text,
            competence=like.competence,
            proposed_by=like.proposed_by,
            adopted_on=like.adopted_on,
        )
        for n in range(count)
    )


def _proposal(model: Proposal, resolution: Resolution, number: int, receipt: int, on: date) -> Proposal:
    status = STATUSES[number % len(STATUSES)]
    is_answered = status in (S.PUBLISHED, S.TRACKED, S.CLOSED)
    return Proposal(
        status=status,
        number=number,
        receipt_number=receipt,
        title=f"{TITLE}{number}",
        background=model.background,
        proposed_by=model.proposed_by,
        resolution=resolution,
        adopted_on=on,
        handed_over_on=on,
        received_on=on,
        answer_due_on=on + timedelta(days=90),
        answered_on=on + timedelta(days=20) if is_answered else None,
        published_on=on + timedelta(days=22) if is_answered else None,
    )


def _items(model: Proposal, proposals: list[Proposal]) -> list[ProposalItem]:
    told = list(model.items.all())
    return ProposalItem.objects.bulk_create(
        [
            ProposalItem(
                proposal=proposal,
                number=n + 1,
                title=f"{told[n % len(told)].title} {proposal.number}-{n + 1}",
                text=told[n % len(told)].text,
                unit=None if proposal.status == S.RECEIVED else told[n % len(told)].unit,
            )
            for proposal in proposals
            for n in range(ITEMS)
        ],
        batch_size=500,
    )


def _answers(model: Proposal, items: list[ProposalItem]) -> None:
    like: Any = model.items.select_related("answer").filter(answer__isnull=False).first().answer
    answered = [item for item in items if item.proposal.published_on is not None]
    answers = Answer.objects.bulk_create(
        [
            Answer(
                item=item,
                unit=item.unit,
                status=AnswerStatus.APPROVED,
                result=RESULTS[n % len(RESULTS)],
                text=like.text,
                reason=like.reason,
                drafted_on=like.drafted_on,
                drafted_by=like.drafted_by,
            )
            for n, item in enumerate(answered)
        ],
        batch_size=500,
    )
    for item, answer in zip(answered, answers, strict=True):
        item.answer = answer
        is_over = item.proposal.status == S.CLOSED
        item.progress = Progress.DONE if is_over else FIRST_PROGRESS[Result(answer.result)]
        item.report_due_on = item.proposal.published_on + timedelta(days=90)
    ProposalItem.objects.bulk_update(answered, ["answer", "progress", "report_due_on"], batch_size=500)
    FollowUp.objects.bulk_create(
        [
            FollowUp(
                item=item,
                unit=item.unit,
                progress=item.progress,
                text=like.text,
                reported_on=item.proposal.published_on + timedelta(days=30),
                reported_by=like.drafted_by,
            )
            for item in answered
            if item.proposal.status != S.PUBLISHED
        ],
        batch_size=500,
    )
