"""Reading rules as of any day, and deciding about them."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from portal.foundation import clock
from portal.foundation.open_data import LICENCE
from portal.foundation.templatetags.ui import wareki

from . import asked, banners, comparison_table, dependants, exports, numbers, presenting, text_shapes
from .asked import framed
from .comparison_styles import style_of_the_town
from .following import follows
from .forms import CompareForm, DaysForm
from .lifecycle import InstrumentType, RuleStatus
from .models import Rule
from .permissions import can_follow_rule, can_propose_rule, can_transcribe_rule, what_one_may
from .standing import Standing, not_repealed


def rule_list(request: HttpRequest) -> HttpResponse:
    """Every rule, or those of one kind, told apart by whether it binds today, is coming or is past."""
    every = Rule.objects.visible_to(request.acting).select_related("enacted_by")
    kind = request.GET.get("kind", "")
    rules = every.filter(instrument_type=kind) if kind in InstrumentType.values else every
    context = {
        "page_title": _("Rules"),
        "kinds": presenting.kinds(every, kind),
        "in_force": presenting.listed(rules.binding()),
        "coming": presenting.listed(rules.coming()),
        "abolished": presenting.listed(rules.abolished()),
        "never": presenting.listed(rules.never_in_force()),
        "may_propose": can_propose_rule(request.acting, InstrumentType.ROOM_RULE),
        "may_delegate": can_propose_rule(request.acting, InstrumentType.DELEGATED),
        "licence": LICENCE,
    }
    return render(request, "governance/rules/list.html", context)


def rule_numbers(request: HttpRequest) -> HttpResponse:
    """The town's numbers on a day: how many, how long, how much, and which text says so."""
    form = asked.asof_form(request)
    day = form.cleaned_data["asof"] if form.is_valid() else clock.today()
    context = {
        "page_title": _("The town's numbers"),
        "form": form,
        "day": day,
        "head": [_("What is fixed"), _("Value"), _("Holds from"), _("Rests on")],
        "groups": numbers.number_groups(day),
    }
    return render(request, "governance/rules/numbers.html", context)


def rule(request: HttpRequest, slug: str) -> HttpResponse:
    """The text in force on the day asked for, past or future; today when none is named."""
    found = asked.visible(request, slug)
    form = asked.asof_form(request)
    day = form.cleaned_data["asof"] if form.is_valid() else clock.today()
    standing = found.on(day)
    text, citations = _text(found, standing), _citations(standing)
    context = {
        **framed(found, "text"),
        "form": form,
        "standing": standing,
        "banners": banners.banners(found, standing, day == clock.today(), citations),
        "facts": presenting.facts(found, standing),
        "articles": text_shapes.articles(text) if text else [],
        "preamble": text.preamble if text else (),
        "appendices": text.appendices if text else (),
        "supplements": exports.supplements(found, standing),
        "citations": citations,
        "files": presenting.files(found, standing),
        "numbers": numbers.shown(numbers.fixed_until(found, day)),
        "subordinate": dependants.subordinate(found, day),
        "may_follow": can_follow_rule(request.acting),
        "follows": follows(request.acting.person, found),
        "comment_periods": presenting.comment_periods(found.comment_periods.all()),
        "may": what_one_may(request.acting, found),
        "may_amend": can_propose_rule(request.acting, found.instrument_type)
        and found.status == RuleStatus.IN_FORCE,
        "may_keep_register": can_transcribe_rule(request.acting) and asked.has_register(found),
    }
    return render(request, "governance/rules/detail.html", context)


def rule_article(request: HttpRequest, slug: str, provision: str) -> HttpResponse:
    """One article under its lasting address, with every wording it has had."""
    found = asked.visible(request, slug)
    form = asked.asof_form(request)
    day = form.cleaned_data["asof"] if form.is_valid() else clock.today()
    wordings = [
        (version, version.main_provision.article_of(provision))
        for version in not_repealed(found.versions.all())
        if version.main_provision and version.main_provision.article_of(provision)
    ]
    standing = found.on(day)
    text = _text(found, standing)
    article = text.article_of(provision) if text else None
    if not wordings and article is None:
        raise Http404
    context = {
        **framed(found, "text"),
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
        **framed(found, "versions"),
        "versions": presenting.versions(versions),
        "steps": presenting.history(found.steps.all()),
    }
    return render(request, "governance/rules/versions.html", context)


def rule_compare(request: HttpRequest, slug: str) -> HttpResponse:
    """新旧対照表 of any two versions or days whose text is preserved; the last two versions when none are named."""
    found = asked.visible(request, slug)
    versions = sorted((v for v in not_repealed(found.versions.all()) if v.text), key=lambda v: v.number)
    chosen = {"from": versions[-2].number, "to": versions[-1].number} if len(versions) > 1 else {}
    form = CompareForm({**chosen, **request.GET.dict()}, versions)
    days = DaysForm(request.GET if "earlier" in request.GET else None, found)
    context = {**framed(found, "compare"), "form": form, "days": days, "is_comparable": len(versions) > 1}
    asked_for = days if days.is_bound else form
    if len(versions) > 1 and asked_for.is_valid():
        before, after = asked_for.pair()
        rows = comparison_table.compare(before.main_provision, after.main_provision)
        context |= {
            "caption": _("%(rule)s: comparison table") % {"rule": found.title},
            "before_heading": _("Before (from %(day)s)") % {"day": wareki(before.effective_from)},
            "after_heading": _("After (from %(day)s)") % {"day": wareki(after.effective_from)},
            "rows": text_shapes.comparison(rows),
            "style": (style := style_of_the_town()),
            "opening": style.opening(found.title),
            "is_same": all(row.is_folded for row in rows),
            "sentences": exports.sentences(before, after),
            "pair": f"?from={before.number}&to={after.number}",
        }
    return render(request, "governance/rules/compare.html", context)


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
