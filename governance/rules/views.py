"""Reading rules as of any day, and deciding about them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from portal.foundation import clock
from portal.foundation.open_data import LICENCE
from portal.foundation.templatetags.ui import wareki

from . import actions, asked, comparison_table, exports, presenting, text_shapes
from .forms import AbolishForm, CompareForm, DaysForm, DecisionForm, ProposeRuleForm
from .lifecycle import InstrumentType, RuleStatus
from .models import Citation, Rule
from .permissions import can_abolish_rule, can_enact_rule, can_propose_rule, resolutions_for
from .shipped import shipped_draft
from .standing import Standing


def rule_list(request: HttpRequest) -> HttpResponse:
    """Every rule, told apart by whether it binds today, is coming or belongs to the past."""
    rules = Rule.objects.visible_to(request.acting).select_related("enacted_by")
    context = {
        "page_title": _("Rules"),
        "in_force": presenting.listed(rules.binding()),
        "coming": presenting.listed(rules.coming()),
        "abolished": presenting.listed(rules.abolished()),
        "may_propose": can_propose_rule(request.acting, InstrumentType.ROOM_RULE),
        "licence": LICENCE,
    }
    return render(request, "governance/rules/list.html", context)


def rule(request: HttpRequest, slug: str) -> HttpResponse:
    """The text in force on the day asked for, past or future; today when none is named."""
    found = asked.visible(request, slug)
    form = asked.asof_form(request)
    day = form.cleaned_data["asof"] if form.is_valid() else clock.today()
    standing = found.on(day)
    text = _text(found, standing)
    context = {
        **_frame(found, "text"),
        "form": form,
        "standing": standing,
        "banners": presenting.banners(found, standing, day == clock.today()),
        "facts": presenting.facts(found, standing),
        "articles": text_shapes.articles(text) if text else [],
        "preamble": text.preamble if text else (),
        "appendices": text.appendices if text else (),
        "supplements": exports.supplements(found, standing),
        "citations": _citations(standing),
        "files": presenting.files(found, standing),
        "may_amend": can_propose_rule(request.acting, found.instrument_type)
        and found.status == RuleStatus.IN_FORCE,
        "may_enact": can_enact_rule(request.acting, found),
        "may_abolish": can_abolish_rule(request.acting, found),
    }
    return render(request, "governance/rules/detail.html", context)


def rule_article(request: HttpRequest, slug: str, provision: str) -> HttpResponse:
    """One article under its lasting address, with every wording it has had."""
    found = asked.visible(request, slug)
    form = asked.asof_form(request)
    day = form.cleaned_data["asof"] if form.is_valid() else clock.today()
    wordings = [
        (version, version.main_provision.article_of(provision))
        for version in found.versions.all()
        if version.main_provision and version.main_provision.article_of(provision)
    ]
    standing = found.on(day)
    text = _text(found, standing)
    article = text.article_of(provision) if text else None
    if not wordings and article is None:
        raise Http404
    context = {
        **_frame(found, "text"),
        "form": form,
        "standing": standing,
        "article": text_shapes.article(article) if article else None,
        "no_text": exports.why_no_text(standing),
        "label": (article or wordings[0][1]).label,
        "wordings": [
            {"version": version, "article": text_shapes.article(entry, is_addressed=False)}
            for version, entry in wordings
        ],
    }
    return render(request, "governance/rules/article.html", context)


def rule_versions(request: HttpRequest, slug: str) -> HttpResponse:
    found = asked.visible(request, slug)
    versions = list(found.versions.select_related("resolution__term", "resolution__body").order_by("-number"))
    context = {
        **_frame(found, "versions"),
        "versions": presenting.versions(versions),
        "steps": presenting.history(found.steps.all()),
    }
    return render(request, "governance/rules/versions.html", context)


def rule_compare(request: HttpRequest, slug: str) -> HttpResponse:
    """新旧対照表 of any two versions or days whose text is preserved; the last two versions when none are named."""
    found = asked.visible(request, slug)
    versions = sorted((v for v in found.versions.all() if v.text), key=lambda v: v.number)
    chosen = {"from": versions[-2].number, "to": versions[-1].number} if len(versions) > 1 else {}
    form = CompareForm({**chosen, **request.GET.dict()}, versions)
    days = DaysForm(request.GET if "earlier" in request.GET else None, found)
    context = {**_frame(found, "compare"), "form": form, "days": days, "is_comparable": len(versions) > 1}
    asked_for = days if days.is_bound else form
    if len(versions) > 1 and asked_for.is_valid():
        before, after = asked_for.pair()
        rows = comparison_table.compare(before.main_provision, after.main_provision)
        context |= {
            "caption": _("%(rule)s: comparison table") % {"rule": found.title},
            "before_heading": _("Before (from %(day)s)") % {"day": wareki(before.effective_from)},
            "after_heading": _("After (from %(day)s)") % {"day": wareki(after.effective_from)},
            "rows": text_shapes.comparison(rows),
            "is_same": all(row.is_folded for row in rows),
            "sentences": exports.sentences(before, after),
            "pair": f"?from={before.number}&to={after.number}",
        }
    return render(request, "governance/rules/compare.html", context)


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
def rule_enact(request: HttpRequest, slug: str) -> HttpResponse:
    """The committee, by resolution, or the mayor decides that a draft becomes a rule."""
    found = asked.visible(request, slug)
    form = DecisionForm(request.POST or None, found, resolutions_for(found))
    if request.method == "POST" and form.is_valid():
        actions.enact(found, by=request.acting, **form.cleaned_data)
        messages.success(request, _("The rule has been enacted."))
        return redirect(found)
    context = {**_frame(found, "text"), "form": form, "may": can_enact_rule(request.acting, found)}
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
        **_frame(found, "text"),
        "form": form,
        "may": can_abolish_rule(request.acting, found),
        "citing": Citation.objects.filter(instrument__rule=found).select_related("version__rule"),
    }
    return render(request, "governance/rules/abolish.html", context)


def _text(found: Rule, standing: Standing) -> Any:
    if standing.version is not None:
        return standing.version.main_provision
    return found.draft_text if found.latest is None else None


def _citations(standing: Standing) -> list[dict[str, Any]]:
    """Instruments this text names; those no longer law on the day are flagged."""
    if standing.version is None:
        return []
    cited = standing.version.citations.select_related("instrument__rule")
    return [
        {"citation": entry, "is_abolished": entry.instrument.is_abolished(standing.day)} for entry in cited
    ]


def _frame(found: Rule, tab: str) -> dict[str, Any]:
    return {"page_title": found.title, "rule": found, "tabs": presenting.tabs(found, tab)}
