"""Editing, reading, adopting and withdrawing proposed amendments."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.rules import presenting, text_shapes
from governance.rules.comparison_styles import style_of_the_town
from governance.rules.decision_forms import DecisionForm, RefusalForm
from governance.rules.dependants import orphaned_by
from governance.rules.grounds import DECIDED, resolutions_for
from governance.rules.lifecycle import VersionKind
from governance.rules.models import Rule
from governance.rules.permissions import can_announce_amendment
from governance.rules.provisions import ids_of
from portal.foundation.paging import keyset
from portal.foundation.templatetags.ui import japanese_date

from . import actions
from .forms import AmendForm, WithdrawForm
from .models import Amendment, Preview
from .permissions import (
    can_adopt_amendment,
    can_propose_amendment,
    can_reject_amendment,
    can_withdraw_amendment,
)
from .rewrite_forms import RewriteForm


def amendment_list(request: HttpRequest, slug: str) -> HttpResponse:
    rule = _rule(request, slug)
    page = keyset(rule.amendments.visible_to(request.acting), request)
    may = can_propose_amendment(request.acting, rule)
    items = [
        {
            "title": _("Proposed on %(day)s") % {"day": japanese_date(entry.proposed_on)},
            "url": entry.get_absolute_url(),
            "status": entry.get_status_display(),
            "tone": entry.tone,
            "text": entry.reason,
        }
        for entry in page
    ]
    context = {**_frame(rule), "page": page, "items": items, "may_propose": may}
    return render(request, "governance/amendments/list.html", context)


def amendment(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The proposed wording as comparison table and amending sentences, and where it stands."""
    found = _visible(request, slug, pk)
    may_adopt = can_adopt_amendment(request.acting, found)
    context = {
        **_shown(found),
        "steps": presenting.history(found.steps.all()),
        "may_adopt": may_adopt,
        "may_reject": can_reject_amendment(request.acting, found),
        "may_withdraw": can_withdraw_amendment(request.acting, found),
        "withdraw_form": WithdrawForm(),
        "comment_periods": presenting.comment_periods(found.comment_periods.all()),
        "may_lay_open": can_announce_amendment(request.acting, found.rule),
    }
    return render(request, "governance/amendments/detail.html", context)


@login_required
def amendment_propose(request: HttpRequest, slug: str) -> HttpResponse:
    """Edit the articles; look at what it would mean; then propose it."""
    rule = _rule(request, slug)
    may = can_propose_amendment(request.acting, rule)
    context: dict[str, Any] = {**_frame(rule), "may": may}
    if may:
        text = rule.latest.main_provision
        form = AmendForm(request.POST or None, text, _used_ids(rule))
        if request.method == "POST" and form.is_valid():
            if "propose" in request.POST:
                cleaned = form.cleaned_data
                proposed = actions.propose(
                    rule, by=request.acting, text=cleaned["text"], reason=cleaned["reason"]
                )
                messages.success(request, _("Your amendment has been proposed. Everybody can read it now."))
                return redirect(proposed)
            context |= _preview(Preview(text, form.cleaned_data["text"]))
        context["form"] = form
    return render(request, "governance/amendments/propose.html", context)


@login_required
def amendment_rewrite(request: HttpRequest, slug: str) -> HttpResponse:
    """全部改正: the whole text anew; look at what it would mean; then propose it."""
    rule = _rule(request, slug)
    may = can_propose_amendment(request.acting, rule)
    context: dict[str, Any] = {**_frame(rule), "may": may}
    if may:
        text = rule.latest.main_provision
        form = RewriteForm(request.POST or None, text, _used_ids(rule))
        if request.method == "POST" and form.is_valid():
            if "propose" in request.POST:
                kind = VersionKind.COMPLETE_AMENDMENT
                proposed = actions.propose(rule, by=request.acting, kind=kind, **form.cleaned_data)
                messages.success(request, _("Your amendment has been proposed. Everybody can read it now."))
                return redirect(proposed)
            context |= _preview(Preview(text, form.cleaned_data["text"], VersionKind.COMPLETE_AMENDMENT))
        context["form"] = form
    return render(request, "governance/amendments/rewrite.html", context)


@login_required
def amendment_adopt(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The enacting body decides: which resolution, from which day."""
    found = _visible(request, slug, pk)
    form = DecisionForm(request.POST or None, found.rule, resolutions_for(found.rule))
    if request.method == "POST" and form.is_valid():
        actions.adopt(found, by=request.acting, **form.cleaned_data)
        messages.success(request, _("The amendment has been adopted."))
        return redirect(found.rule)
    context = {**_shown(found), "form": form, "may": can_adopt_amendment(request.acting, found)}
    return render(request, "governance/amendments/adopt.html", context)


@login_required
def amendment_reject(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The enacting body decides not to change the rule like this, and says why."""
    found = _visible(request, slug, pk)
    form = RefusalForm(request.POST or None, found.rule, resolutions_for(found.rule, DECIDED))
    if request.method == "POST" and form.is_valid():
        actions.reject(found, by=request.acting, **form.cleaned_data)
        messages.success(request, _("The amendment has not been adopted. Its proposer is told why."))
        return redirect(found)
    context = {**_frame(found.rule), "amendment": found, "form": form}
    context["may"] = can_reject_amendment(request.acting, found)
    return render(request, "governance/amendments/reject.html", context)


@require_POST
@login_required
def amendment_withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = _visible(request, slug, pk)
    form = WithdrawForm(request.POST)
    if form.is_valid():
        actions.withdraw(found, by=request.acting, **form.cleaned_data)
        messages.success(request, _("The proposed amendment has been withdrawn."))
    return redirect(found)


def _rule(request: HttpRequest, slug: str) -> Rule:
    return get_object_or_404(Rule.objects.visible_to(request.acting).with_versions(), slug=slug)


def _visible(request: HttpRequest, slug: str, pk: int) -> Amendment:
    return get_object_or_404(Amendment.objects.visible_to(request.acting), rule__slug=slug, pk=pk)


def _used_ids(rule: Rule) -> set[str]:
    """Ids of every version ever: a deleted provision's address is not given to another."""
    texts = (version.main_provision for version in rule.versions.all())
    return set().union(*(ids_of(text.articles) for text in texts if text))


def _frame(rule: Rule) -> dict[str, Any]:
    return {"page_title": rule.title, "rule": rule, "tabs": presenting.tabs(rule, "amendments")}


def _shown(found: Amendment) -> dict[str, Any]:
    orphaned = orphaned_by(found.rule, found.new_text)
    return {**_frame(found.rule), "amendment": found, "orphaned": orphaned, **_preview(found.preview())}


def _preview(preview: Preview) -> dict[str, Any]:
    return {
        "rows": text_shapes.comparison(preview.rows),
        "style": style_of_the_town(),
        "sentences": preview.sentences,
        "consolidated": text_shapes.articles(preview.consolidated, is_addressed=False),
        "stale": preview.stale,
    }
