"""The register of a rule as the secretariat keeps it: what it cites, and which amendment is expected."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.foundation import clock
from portal.foundation.verb_page import posted, verb_page

from . import asked, following, transcriptions
from .asked import framed
from .models import Rule, RuleVersion
from .permissions import can_announce_amendment, can_keep_citation
from .register_forms import CitationForm, InstrumentEndForm, PlannedAmendmentForm
from .register_models import Citation, CitedInstrument
from .texts import Text


@login_required
def rule_citations(request: HttpRequest, slug: str) -> HttpResponse:
    """What the present text cites, and the place to enter what the portal did not see."""
    found, version = _citing(request, slug)
    form = CitationForm(request.POST or None, _places(version.main_provision), _instruments(found))
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        transcriptions.cite(
            version,
            by=request.acting,
            provision=cleaned["provision"],
            label=version.main_provision.label(cleaned["provision"]),
            instrument=cleaned["instrument"] or _named(cleaned["title"], cleaned["number"]),
        )
        messages.success(request, _("The citation has been entered."))
        return redirect("governance:rule-citations", slug)
    today = clock.today()
    cited = version.citations.select_related("instrument__rule").order_by("pk")
    context = {
        **framed(found, "text"),
        "version": version,
        "citations": [{"citation": c, "is_abolished": c.instrument.is_abolished(today)} for c in cited],
        "form": form,
        "end_form": InstrumentEndForm(None, _outside()),
        "may": can_keep_citation(request.acting, version),
    }
    return render(request, "governance/rules/citations.html", context)


@require_POST
@login_required
def rule_uncite(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take a citation out of the register."""
    found = asked.visible(request, slug)
    citations = Citation.objects.select_related("version__rule", "instrument")
    transcriptions.uncite(get_object_or_404(citations, pk=pk, version__rule=found), by=request.acting)
    messages.success(request, _("The citation has been taken out."))
    return redirect("governance:rule-citations", slug)


@login_required
def rule_mark_abolished(request: HttpRequest, slug: str) -> HttpResponse:
    """A cited law or ordinance outside the portal has ended."""
    found, version = _citing(request, slug)
    return verb_page(
        request,
        may=can_keep_citation(request.acting, version),
        perform=partial(transcriptions.mark_abolished, by=request.acting),
        form=InstrumentEndForm(posted(request), _outside()),
        question=_("A cited law or ordinance has ended"),
        submit=_("Mark as ended"),
        done=_("Whoever cites it is flagged from that day on."),
        back=reverse("governance:rule-citations", args=[found.slug]),
    )


@login_required
def rule_announce_amendment(request: HttpRequest, slug: str) -> HttpResponse:
    """改正予定: an amendment is expected in a month."""
    found = asked.visible(request, slug)
    form = PlannedAmendmentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        month = form.cleaned_data["expected_month"]
        if found.planned_amendments.filter(expected_month=month).exists():
            form.add_error("expected_month", _("An amendment is already announced for this month."))
        else:
            transcriptions.announce_amendment(found, by=request.acting, **form.cleaned_data)
            messages.success(request, _("The amendment has been announced."))
            return redirect(found)
    context = {**framed(found, "text"), "form": form, "may": can_announce_amendment(request.acting, found)}
    return render(request, "governance/rules/announce.html", context)


def _citing(request: HttpRequest, slug: str) -> tuple[Rule, RuleVersion]:
    """The rule and its present text; 404 where there is none that could cite."""
    found = asked.visible(request, slug)
    version = found.latest
    if version is None or not asked.has_register(found):
        raise Http404
    return found, version


def _places(text: Text) -> list[tuple[str, str]]:
    lines = [line[0] for article in text.articles for line in article.lines()]
    return [(id, text.label(id)) for id in lines if ".r" not in id]


def _instruments(found: Rule):
    return CitedInstrument.objects.exclude(rule=found).order_by("title")


def _outside():
    """Only what stands outside the portal is marked by hand; what has ended may be corrected."""
    return CitedInstrument.objects.filter(rule__isnull=True).order_by("title")


def _named(title: str, number: str) -> CitedInstrument:
    """The instrument of that name, or a new one that points at the rule of the portal with this title."""
    entered = CitedInstrument.objects.filter(title=title, number=number).first()
    rule = Rule.objects.filter(title=title).first()
    return entered or CitedInstrument(
        title=title, number=number, rule=rule, abolished_on=rule.ended_on if rule else None
    )


@require_POST
@login_required
def rule_follow(request: HttpRequest, slug: str) -> HttpResponse:
    """Hear early of what is planned for the rule, or no longer."""
    found = asked.visible(request, slug)
    if "stop" in request.POST:
        following.unfollow(found, by=request.acting)
        messages.success(request, _("You no longer follow this rule."))
    else:
        following.follow(found, by=request.acting)
        messages.success(request, _("You follow this rule and hear early what is planned for it."))
    return redirect(found)
