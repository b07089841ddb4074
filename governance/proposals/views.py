"""Following a proposal, and moving it on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from portal.foundation import clock
from portal.foundation.paging import keyset

from . import actions, forms, permissions, presenting
from .lifecycle import ProposalStatus
from .models import Proposal, ProposalItem


def proposal_list(request: HttpRequest) -> HttpResponse:
    """Every proposal since the first, with the days the city has had it."""
    found = Proposal.objects.visible_to(request.acting).select_related("proposed_by")
    page = keyset(found, request)
    context = {
        "page_title": _("Proposals and answers"),
        "page": page,
        "items": presenting.listed(page, clock.today()),
        "may_draft": permissions.can_draft_proposal(request.acting),
    }
    return render(request, "governance/proposals/list.html", context)


def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """Items, answers and the public timeline of one proposal."""
    found = _visible(request, pk)
    by, today = request.acting, clock.today()
    may_read_drafts = bool(permissions.can_read_draft_answers(by, found))
    entries = found.items.all()
    if may_read_drafts:
        entries = entries.prefetch_related("drafts__unit").select_related("unit", "answer__unit")
    is_public = found.status == ProposalStatus.PUBLISHED
    is_working_on_it = may_read_drafts or by.body == found.proposed_by
    context = {
        "page_title": found.title,
        "proposal": found,
        "waited": presenting.waited(found, today),
        "is_overdue": found.is_overdue(today),
        "stages": presenting.stages(found),
        "steps": presenting.history(found.steps.all(), is_working_on_it),
        "items": presenting.items(entries, is_public, may_read_drafts),
        "may_draft_answer": bool(permissions.holds(by, "proposals.answer")) and found.status == "routed",
        "acts": _acts(by, found),
    }
    return render(request, "governance/proposals/detail.html", context)


@login_required
def proposal_draft(request: HttpRequest) -> HttpResponse:
    """The committee writes down what a discussion has come to."""
    may = permissions.can_draft_proposal(request.acting)
    form = forms.DraftForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        drafted = actions.draft(request.acting.body, by=request.acting, **form.cleaned_data)
        messages.success(request, _("The draft has been saved."))
        return redirect(drafted)
    context = {"page_title": _("Draft a proposal"), "form": form, "may": may, "submit": _("Save the draft")}
    return render(request, "governance/proposals/act.html", context)


@login_required
def proposal_revise(request: HttpRequest, pk: int) -> HttpResponse:
    """Word the draft anew before the committee decides."""
    found = _visible(request, pk)
    may = permissions.can_revise_proposal(request.acting, found)
    form = forms.DraftForm(request.POST or None, initial=forms.DraftForm.filled_from(found))
    return _act(
        request, found, form, may, actions.revise, _("Word the draft anew"), _("The draft has been saved.")
    )


@login_required
def proposal_adopt(request: HttpRequest, pk: int) -> HttpResponse:
    found = _visible(request, pk)
    may = permissions.can_adopt_proposal(request.acting, found)
    form = forms.AdoptForm(request.POST or None, permissions.resolutions_for(found))
    return _act(
        request,
        found,
        form,
        may,
        actions.adopt,
        _("Adopt this proposal"),
        _("The proposal has been adopted."),
    )


@login_required
def proposal_hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    found = _visible(request, pk)
    may = permissions.can_hand_over_proposal(request.acting, found)
    form = django_forms.Form(request.POST if request.method == "POST" else None)
    return _act(
        request,
        found,
        form,
        may,
        actions.hand_over,
        _("Hand over to the mayor"),
        _("The proposal has been handed over."),
    )


@login_required
def proposal_receive(request: HttpRequest, pk: int) -> HttpResponse:
    found = _visible(request, pk)
    may = permissions.can_receive_proposal(request.acting, found)
    form = forms.ReceiveForm(request.POST or None)
    return _act(
        request,
        found,
        form,
        may,
        actions.receive,
        _("Receive this proposal"),
        _("The proposal has been received."),
    )


@login_required
def proposal_route(request: HttpRequest, pk: int) -> HttpResponse:
    found = _visible(request, pk)
    may = permissions.can_route_proposal(request.acting, found)
    form = forms.RouteForm(request.POST or None, found)
    return _act(
        request,
        found,
        form,
        may,
        actions.route,
        _("Name the responsible sections"),
        _("The sections have been told."),
    )


@login_required
def answer_draft(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The responsible section writes what it would answer to one item."""
    found = _visible(request, pk)
    item = get_object_or_404(
        ProposalItem.objects.select_related("unit", "proposal"), proposal=found, number=number
    )
    may = permissions.can_draft_answer(request.acting, item)
    form = forms.AnswerForm(request.POST or None, item)

    def draft_answer(_proposal: Proposal, **fields: Any) -> None:
        actions.draft_answer(item, **fields)

    title = _("Draft the answer to “%(item)s”") % {"item": item.title}
    done = _("The draft answer has been saved.")
    return _act(
        request, found, form, may, draft_answer, title, done, item=item, submit=_("Save the draft answer")
    )


@login_required
def proposal_answer(request: HttpRequest, pk: int) -> HttpResponse:
    found = _visible(request, pk)
    may = permissions.can_answer_proposal(request.acting, found)
    form = django_forms.Form(request.POST if request.method == "POST" else None)
    items = found.items.prefetch_related("drafts__unit").select_related("unit", "answer")
    drafts = presenting.items(items, False, bool(may))
    return _act(
        request,
        found,
        form,
        may,
        actions.answer,
        _("Decide the answer"),
        _("The answer has been decided."),
        items=drafts,
    )


@login_required
def proposal_publish(request: HttpRequest, pk: int) -> HttpResponse:
    found = _visible(request, pk)
    may = permissions.can_publish_proposal(request.acting, found)
    form = django_forms.Form(request.POST if request.method == "POST" else None)
    return _act(
        request,
        found,
        form,
        may,
        actions.publish,
        _("Return and publish the answer"),
        _("The answer has been published."),
    )


def _visible(request: HttpRequest, pk: int) -> Proposal:
    return get_object_or_404(Proposal.objects.visible_to(request.acting).with_items(), pk=pk)


def _act(
    request: HttpRequest,
    found: Proposal,
    form: Any,
    may: Any,
    action: Callable[..., Any],
    title: str,
    done: str,
    **more: Any,
) -> HttpResponse:
    """The one way every verb page goes: form, action, thanks; or the form with what to mend."""
    if request.method == "POST" and form.is_valid():
        action(found, by=request.acting, **form.cleaned_data)
        messages.success(request, done)
        return redirect(found)
    words = {"page_title": title, "submit": title, **more}
    context = {"proposal": found, "form": form, "may": may, **words}
    return render(request, "governance/proposals/act.html", context)


def _acts(by: Any, found: Proposal) -> list[dict[str, Any]]:
    """The verbs this person may do now, as links; the public sees none."""
    if by.is_guest:
        return []
    table = [
        ("governance:proposal-revise", _("Word the draft anew"), permissions.can_revise_proposal),
        ("governance:proposal-adopt", _("Adopt this proposal"), permissions.can_adopt_proposal),
        ("governance:proposal-hand-over", _("Hand over to the mayor"), permissions.can_hand_over_proposal),
        ("governance:proposal-receive", _("Receive this proposal"), permissions.can_receive_proposal),
        ("governance:proposal-route", _("Name the responsible sections"), permissions.can_route_proposal),
        ("governance:proposal-answer", _("Decide the answer"), permissions.can_answer_proposal),
        ("governance:proposal-publish", _("Return and publish the answer"), permissions.can_publish_proposal),
    ]
    return [{"name": name, "text": text} for name, text, can in table if can(by, found)]
