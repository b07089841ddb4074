"""The committee's register of issues, with the figures of use beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance import use_in_figures
from governance.committees.sections import breadcrumbs, sections
from portal.foundation import clock
from portal.foundation.decisions import Decision
from portal.foundation.paging import keyset
from portal.foundation.verb_page import posted, verb_page
from residents.models import Body

from . import actions, permissions
from .forms import DecideForm, DiscussForm, FinishForm, IssueForm, ReopenForm
from .models import CommitteeIssue
from .rows import history, issue_facts, issue_row

QUESTIONS: dict[str, Callable[..., Decision]] = {
    "discuss": permissions.can_discuss_issue,
    "decide": permissions.can_decide_issue,
    "finish": permissions.can_finish_issue,
    "reopen": permissions.can_reopen_issue,
}


def index(request: HttpRequest, code: str) -> HttpResponse:
    """Newest first; the activity of the rooms is at hand, because most issues are about it (checklist 67)."""
    body = _body(code)
    found = CommitteeIssue.objects.filter(body=body).visible_to(request.acting)
    page = keyset(found.select_related("body"), request)
    context = {
        "body": body,
        "page": page,
        "rows": [issue_row(issue) for issue in page],
        "use_head": use_in_figures.head(),
        "use": use_in_figures.use(clock.now()),
        "may_raise": not request.acting.is_guest and permissions.can_raise_issue(request.acting, body),
        "tabs": sections(body, "issue-list"),
        "breadcrumbs": _way(body, (_("Issues"), "")),
        "page_title": _("Issues of %(committee)s") % {"committee": body},
    }
    return render(request, "governance/issues/list.html", context)


def detail(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    issue = _issue(request, code, pk)
    by = request.acting
    context = {
        "issue": issue,
        "body": issue.body,
        "page_title": issue.title,
        "facts": issue_facts(issue),
        "steps": history(issue),
        "may": {} if by.is_guest else {verb: ask(by, issue) for verb, ask in QUESTIONS.items()},
        "breadcrumbs": _way(issue.body, _list(issue.body), (issue.title, "")),
    }
    return render(request, "governance/issues/detail.html", context)


def raise_issue(request: HttpRequest, code: str) -> HttpResponse:
    body = _body(code)
    return verb_page(
        request,
        may=permissions.can_raise_issue(request.acting, body),
        form=IssueForm(posted(request)),
        perform=partial(actions.raise_issue, body, by=request.acting),
        done=_("The issue stands in the register. The members have been told."),
        back=_list(body)[1],
        question=_("Raise an issue"),
        submit=_("Enter in the register"),
        breadcrumbs=_way(body, _list(body), (_("Raise an issue"), "")),
    )


def discuss(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    issue = _issue(request, code, pk)
    form = DiscussForm(posted(request), body=issue.body)
    return _act(request, issue, "discuss", form, _("Record where it was discussed"))


def decide(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    issue = _issue(request, code, pk)
    form = DecideForm(posted(request), body=issue.body)
    return _act(request, issue, "decide", form, _("Record what was decided"))


def finish(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    issue = _issue(request, code, pk)
    return _act(request, issue, "finish", FinishForm(posted(request)), _("Record what was done"))


def reopen(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    issue = _issue(request, code, pk)
    return _act(request, issue, "reopen", ReopenForm(posted(request)), _("Raise it again"))


def _act(request: HttpRequest, issue: CommitteeIssue, verb: str, form: Any, title: str) -> HttpResponse:
    return verb_page(
        request,
        may=QUESTIONS[verb](request.acting, issue),
        form=form,
        perform=partial(getattr(actions, verb), issue, by=request.acting),
        done=_("Recorded. The members have been told."),
        back=issue.get_absolute_url(),
        question=title,
        text=issue.title,
        submit=_("Record"),
        breadcrumbs=_way(issue.body, _list(issue.body), (issue.title, issue.get_absolute_url()), (title, "")),
    )


def _way(body: Body, *more: tuple[str, str]) -> list[dict]:
    return breadcrumbs((body.shown_name, reverse("governance:committee-detail", args=[body.code])), *more)


def _list(body: Body) -> tuple[str, str]:
    return _("Issues"), reverse("governance:issue-list", args=[body.code])


def _body(code: str) -> Body:
    return get_object_or_404(Body, code=code, kind=Body.Kind.COMMITTEE)


def _issue(request: HttpRequest, code: str, pk: int) -> CommitteeIssue:
    visible = CommitteeIssue.objects.visible_to(request.acting).select_related(
        "body", "raised_for", "meeting__body", "room", "resolution__term", "resolution__body"
    )
    return get_object_or_404(visible, body__code=code, pk=pk)
