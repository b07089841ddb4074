"""Asking for help, answering, closing."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from communities.forums.models import Forum
from portal.foundation import audit
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from portal.foundation.looks import look

from . import notifications, permissions
from .lifecycle import HelpStatus
from .models import HelpRequest


@transaction.atomic
def ask_for_help(forum: Forum, *, by: Acting, question: str) -> HelpRequest:
    """Tell the caretakers what one needs help with in a room (checklist 43, 44); asked twice it is one."""
    forum = Forum.objects.select_for_update().get(pk=forum.pk)
    require(permissions.can_ask_for_help(by, forum))
    for sent in forum.help_requests.filter(asked_by=by.person, status=HelpStatus.ASKED):
        if sent.question.is_exactly(question):
            return sent
    request = HelpRequest(forum=forum, asked_by=by.person, question=question)
    request.step("ask_for_help", by=by)
    audit.record("communities.help_request.asked", by=by, target=request)
    notifications.help_asked(request, by)
    return request


@transaction.atomic
def answer(request: HelpRequest, *, by: Acting, answer: str) -> HelpRequest:
    """A caretaker helps."""
    request = _again(request)
    require(permissions.can_answer_help(by, request))
    request.step("answer", by=by, answer=answer, answered_by=by.person)
    audit.record("communities.help_request.answered", by=by, target=request)
    notifications.help_answered(request, by)
    return request


@transaction.atomic
def close(request: HelpRequest, *, by: Acting) -> HelpRequest:
    """It is settled."""
    request = _again(request)
    require(permissions.can_close_help(by, request))
    request.step("close", by=by)
    audit.record("communities.help_request.closed", by=by, target=request)
    notifications.help_closed(request)
    return request


@transaction.atomic
def read(request: HelpRequest, *, by: Acting) -> dict[str, str]:
    """Open the question and its answer for whoever asked and for the caretakers; the look is a line in the ledger."""
    require(permissions.can_read_request(by, request))
    words = look(
        [request.question, request.answer], by=by, matter=request, reason=_("Helping those who take part")
    )
    return dict(zip(("question", "answer"), words, strict=True))


def _again(request: HelpRequest) -> HelpRequest:
    rows = HelpRequest.objects.select_for_update(of=("self",))
    return rows.select_related("forum", "asked_by", "answered_by").get(pk=request.pk)
