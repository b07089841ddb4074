"""What can be asked about a meeting, and the page of a verb that needs a few words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from governance.committees.sections import breadcrumbs
from portal.foundation.decisions import Decision
from portal.foundation.verb_page import verb_page
from residents.models import Body

from . import permissions
from .models import Meeting

QUESTIONS: dict[str, Callable[..., Decision]] = {
    "replan": permissions.can_replan_meeting,
    "announce": permissions.can_announce_meeting,
    "revise": permissions.can_revise_meeting,
    "postpone": permissions.can_postpone_meeting,
    "entrust": permissions.can_entrust_meeting,
    "convene": permissions.can_convene_meeting,
    "attend": permissions.can_attend_meeting,
    "record_attendance": permissions.can_record_attendance,
    "record_head": permissions.can_record_head,
    "adjourn": permissions.can_adjourn_meeting,
    "cancel": permissions.can_cancel_meeting,
}


def form_page(
    request: HttpRequest,
    meeting: Meeting,
    verb: str,
    form: forms.Form,
    act: Callable[..., Any],
    *,
    title: str,
    submit: str = "",
    **page: Any,
) -> HttpResponse:
    """A verb that needs a few words and moves no day."""
    return verb_page(
        request,
        may=QUESTIONS[verb](request.acting, meeting),
        form=form,
        perform=partial(act, meeting, by=request.acting),
        back=meeting.get_absolute_url(),
        question=title,
        text=meeting.title,
        submit=submit or title,
        breadcrumbs=breadcrumbs(
            (meeting.body.shown_name, committee_page(meeting.body)),
            (meeting.title, meeting.get_absolute_url()),
            (title, ""),
        ),
        **page,
    )


def committee_page(body: Body) -> str:
    return reverse("governance:committee-detail", args=[body.code])


def visible(request: HttpRequest, code: str, pk: int) -> Meeting:
    """The meeting, or the same 404 for what is absent and what is not for this reader."""
    visible = Meeting.objects.visible_to(request.acting).select_related("body", "term", "entrusted_to")
    return get_object_or_404(visible, body__code=code, pk=pk)
