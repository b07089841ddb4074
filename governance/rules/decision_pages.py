"""Putting drafts forward and deciding about them: propose, enact, abolish, repeal, turn down, withdraw."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from portal.foundation.decisions import Decision

from . import actions, asked
from .asked import framed
from .decision_forms import AbolishForm, DecisionForm, ReasonForm, RefusalForm
from .forms import ProposeDelegatedForm, ProposeRuleForm, WithdrawRuleForm
from .grounds import DECIDED, resolutions_for
from .lifecycle import InstrumentType
from .models import Rule
from .permissions import (
    can_abolish_rule,
    can_enact_rule,
    can_propose_rule,
    can_reject_rule,
    can_repeal_rule,
    can_repeal_version,
    can_withdraw_rule,
)
from .register_models import Citation
from .shipped import shipped_draft
from .standing import not_repealed


@login_required
def rule_propose(request: HttpRequest) -> HttpResponse:
    """Anybody registered may put a new room rule before the committee; the shipped draft is a start."""
    may = can_propose_rule(request.acting, InstrumentType.ROOM_RULE)
    form = ProposeRuleForm(request.POST or None, initial=shipped_draft(request.GET.get("draft", "")))
    if request.method == "POST" and form.is_valid():
        proposed = actions.propose(
            by=request.acting, instrument_type=InstrumentType.ROOM_RULE, **form.cleaned_data
        )
        messages.success(request, _("Your draft now lies before the committee. Thank you."))
        return redirect(proposed)
    context = {"page_title": _("Propose a room rule"), "form": form, "may": may}
    return render(request, "governance/rules/propose.html", context)


@login_required
def rule_propose_under(request: HttpRequest, slug: str) -> HttpResponse:
    """第16条: a draft of what the mayor lays down in detail under an article of the guideline."""
    parent = asked.visible(request, slug)
    may = can_propose_rule(request.acting, InstrumentType.DELEGATED)
    form = ProposeDelegatedForm(request.POST or None, parent=parent)
    if request.method == "POST" and form.is_valid():
        proposed = actions.propose(
            by=request.acting,
            instrument_type=InstrumentType.DELEGATED,
            delegated_from=parent,
            **form.cleaned_data,
        )
        messages.success(request, _("The draft now lies before the mayor."))
        return redirect(proposed)
    title = _("A rule under %(rule)s") % {"rule": parent.title}
    context = {**framed(parent, "text"), "page_title": title, "form": form, "may": may}
    return render(request, "governance/rules/propose_under.html", context)


@login_required
def rule_enact(request: HttpRequest, slug: str) -> HttpResponse:
    """The committee, by resolution, or the mayor decides that a draft becomes a rule."""
    found = asked.visible(request, slug)
    form = DecisionForm(request.POST or None, found, resolutions_for(found))
    if request.method == "POST" and form.is_valid():
        actions.enact(found, by=request.acting, **form.cleaned_data)
        messages.success(request, _("The rule has been enacted."))
        return redirect(found)
    context = {**framed(found, "text"), "form": form, "may": can_enact_rule(request.acting, found)}
    return render(request, "governance/rules/enact.html", context)


@login_required
def rule_abolish(request: HttpRequest, slug: str) -> HttpResponse:
    """The body that made a rule decides that it ends on a day."""
    found = asked.visible(request, slug)
    form = AbolishForm(request.POST or None, found, resolutions_for(found))
    if request.method == "POST" and form.is_valid():
        actions.abolish(found, by=request.acting, **form.cleaned_data)
        messages.success(request, _("The abolition has been decided. The rule binds until its day."))
        return redirect(found)
    context = {
        **framed(found, "text"),
        "form": form,
        "may": can_abolish_rule(request.acting, found),
        "citing": _citing(found),
        "subordinate": found.subordinate_rules.binding(),
    }
    return render(request, "governance/rules/abolish.html", context)


@login_required
def rule_repeal(request: HttpRequest, slug: str) -> HttpResponse:
    """Taken back before its day: it will never have been in force."""
    return _ends(request, slug, "repeal", ReasonForm, can_repeal_rule, actions.repeal)


@login_required
def rule_repeal_version(request: HttpRequest, slug: str) -> HttpResponse:
    """An amendment that waits for its day is taken back."""
    return _ends(request, slug, "repeal_version", ReasonForm, can_repeal_version, actions.repeal_version)


@login_required
def rule_reject(request: HttpRequest, slug: str) -> HttpResponse:
    """The body says no to a draft, with its reason."""
    return _ends(request, slug, "reject", RefusalForm, can_reject_rule, actions.reject)


@login_required
def rule_withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    """Whoever put a draft forward takes it back."""
    return _ends(request, slug, "withdraw", WithdrawRuleForm, can_withdraw_rule, actions.withdraw)


def _ends(
    request: HttpRequest,
    slug: str,
    verb: str,
    form_class: Callable[..., Any],
    question: Callable[..., Decision],
    action: Callable[..., Rule],
) -> HttpResponse:
    found = asked.visible(request, slug)
    statuses = {"statuses": DECIDED} if verb == "reject" else {}
    form = form_class(request.POST or None, found, resolutions_for(found, **statuses))
    if request.method == "POST" and form.is_valid():
        action(found, by=request.acting, **form.cleaned_data)
        messages.success(request, _("This has been decided. Everybody can read it on the page of the rule."))
        return redirect(found)
    context = {**framed(found, "text"), "form": form, "may": question(request.acting, found), "verb": verb}
    return render(request, "governance/rules/ending.html", context)


def _citing(found: Rule) -> list[Citation]:
    """Provisions of texts that hold, or will hold, and name this rule."""
    named = Citation.objects.filter(instrument__rule=found).select_related("version__rule", "instrument")
    named = named.prefetch_related("version__rule__versions")
    return [citation for citation in named if _still_said(citation)]


def _still_said(citation: Citation) -> bool:
    versions = not_repealed(citation.version.rule.versions.all())
    return bool(versions) and max(v.number for v in versions) == citation.version.number
