"""The verbs of advice: give, acknowledge, answer."""

from __future__ import annotations

from django.db import transaction

from governance.issues.models import CommitteeIssue
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from residents.models import Body

from . import notifications, permissions
from .lifecycle import AdviceStatus
from .models import Advice


@transaction.atomic
def give(body: Body, *, by: Acting, title: str, text: str, issue: CommitteeIssue | None = None) -> Advice:
    """The adviser tells the committee what they think; it binds nobody (checklist 83).

    The same words sent twice are one piece of advice.
    """
    body = Body.objects.select_for_update().get(pk=body.pk)
    require(permissions.can_give_advice(by, body, issue))
    same = body.advice_received.filter(given_by=by.person, title=title, text=text)
    sent = same.filter(status=AdviceStatus.GIVEN).first()
    if sent is not None:
        return sent
    advice = Advice(body=body, given_by=by.person, given_for=by.body, title=title, text=text, issue=issue)
    advice.step("give", by=by)
    audit.record("governance.advice.given", by=by, target=advice, public=True)
    notifications.advice_given(advice, by)
    return advice


@transaction.atomic
def acknowledge(advice: Advice, *, by: Acting) -> Advice:
    """The committee has read it; an answer may follow."""
    advice = _locked(advice)
    require(permissions.can_acknowledge_advice(by, advice))
    advice.step("acknowledge", by=by)
    audit.record("governance.advice.acknowledged", by=by, target=advice)
    notifications.advice_acknowledged(advice, by)
    return advice


@transaction.atomic
def answer(advice: Advice, *, by: Acting, answer: str) -> Advice:
    """The committee says what it makes of the advice."""
    advice = _locked(advice)
    require(permissions.can_answer_advice(by, advice))
    advice.step("answer", by=by, answer=answer, answered_at=clock.now())
    audit.record("governance.advice.answered", by=by, target=advice, public=True)
    notifications.advice_answered(advice, by)
    return advice


def _locked(advice: Advice) -> Advice:
    rows = Advice.objects.select_for_update(of=("self",)).select_related("body", "given_by", "given_for")
    return rows.get(pk=advice.pk)
