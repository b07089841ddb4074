"""The adviser's log at the committee: list, one piece of advice, and its verbs."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.committees.sections import breadcrumbs, sections
from portal.foundation.paging import keyset
from portal.foundation.verb_page import posted, verb_page
from residents.models import Body

from . import actions, permissions
from .forms import AdviceForm, AnswerForm
from .models import Advice


def index(request: HttpRequest, code: str) -> HttpResponse:
    """Everything the committee was advised, newest first; public like the committee's own work."""
    body = _body(code)
    page = keyset(Advice.objects.filter(body=body).select_related("body", "given_for"), request)
    context = {
        "body": body,
        "page": page,
        "rows": [_row(advice) for advice in page],
        "may_give": not request.acting.is_guest and permissions.can_give_advice(request.acting, body),
        "tabs": sections(body, "advice-list"),
        "breadcrumbs": _way(body, (_("Advice"), "")),
        "page_title": _("Advice to %(committee)s") % {"committee": body},
    }
    return render(request, "governance/advice/list.html", context)


def detail(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    advice = _advice(code, pk)
    by = request.acting
    context = {
        "advice": advice,
        "body": advice.body,
        "page_title": advice.title,
        "facts": _facts(advice),
        "may_acknowledge": not by.is_guest and permissions.can_acknowledge_advice(by, advice),
        "may_answer": not by.is_guest and permissions.can_answer_advice(by, advice),
        "breadcrumbs": _way(advice.body, _list(advice.body), (advice.title, "")),
    }
    return render(request, "governance/advice/detail.html", context)


def give(request: HttpRequest, code: str) -> HttpResponse:
    body = _body(code)
    return verb_page(
        request,
        may=permissions.can_give_advice(request.acting, body),
        form=AdviceForm(posted(request), body=body),
        perform=partial(actions.give, body, by=request.acting),
        done=_("The committee has your advice. You will be told what it answers."),
        back=_list(body)[1],
        question=_("Advise the committee"),
        text=_("Advice binds nobody, and an adviser does not vote."),
        submit=_("Give the advice"),
        breadcrumbs=_way(body, _list(body), (_("Advise the committee"), "")),
    )


def acknowledge(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    advice = _advice(code, pk)
    return verb_page(
        request,
        may=permissions.can_acknowledge_advice(request.acting, advice),
        perform=partial(actions.acknowledge, advice, by=request.acting),
        done=_("Taken note of. The adviser has been told."),
        back=advice.get_absolute_url(),
        question=_("Take note of the advice?"),
        text=advice.text,
        submit=_("Take note"),
        breadcrumbs=_in(advice, _("Take note")),
    )


def answer(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    advice = _advice(code, pk)
    return verb_page(
        request,
        may=permissions.can_answer_advice(request.acting, advice),
        form=AnswerForm(posted(request)),
        perform=partial(actions.answer, advice, by=request.acting),
        done=_("Answered. The adviser has been told."),
        back=advice.get_absolute_url(),
        question=_("Answer the advice"),
        text=advice.text,
        submit=_("Answer the advice"),
        breadcrumbs=_in(advice, _("Answer the advice")),
    )


def _row(advice: Advice) -> dict:
    return {
        "title": advice.title,
        "url": advice.get_absolute_url(),
        "date": advice.given_at,
        "status": advice.get_status_display(),
        "tone": advice.tone,
        "meta": advice.given_for.shown_name,
    }


def _facts(advice: Advice) -> list[dict]:
    """A closed issue is never linked, so what is named here is public."""
    issue = advice.issue if advice.issue is not None and advice.issue.is_public else None
    return [
        {"label": _("Adviser"), "value": f"{advice.given_by} ({advice.given_for.shown_name})"},
        {"label": _("Given on"), "date": advice.given_at},
        {
            "label": _("Issue it is about"),
            "value": issue.title if issue else "",
            "url": issue.get_absolute_url() if issue else "",
        },
        {"label": _("Answered on"), "date": advice.answered_at},
    ]


def _in(advice: Advice, title: str) -> list[dict]:
    return _way(advice.body, _list(advice.body), (advice.title, advice.get_absolute_url()), (title, ""))


def _way(body: Body, *more: tuple[str, str]) -> list[dict]:
    return breadcrumbs((body.shown_name, reverse("governance:committee-detail", args=[body.code])), *more)


def _list(body: Body) -> tuple[str, str]:
    return _("Advice"), reverse("governance:advice-list", args=[body.code])


def _body(code: str) -> Body:
    return get_object_or_404(Body, code=code, kind=Body.Kind.COMMITTEE)


def _advice(code: str, pk: int) -> Advice:
    rows = Advice.objects.select_related("body", "given_by", "given_for", "issue__body")
    return get_object_or_404(rows, body__code=code, pk=pk)
