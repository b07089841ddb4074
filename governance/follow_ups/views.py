"""What became of the answers: the public ledger, its data, reports and conclusions."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.answers.views import item_of
from governance.proposals.verb_pages import act, nothing_to_type, visible
from portal.foundation import clock
from portal.foundation.paging import keyset

from . import actions, forms, ledger, open_data, permissions

PAGE = 10


@require_safe
def ledger_page(request: HttpRequest) -> HttpResponse:
    """What was said to the city and what it did, across departments, newest first."""
    today = clock.today()
    form = ledger.FilterForm(request.GET)
    chosen = form.chosen(today)
    loaded = chosen.select_related("proposal__proposed_by", "unit", "answer").prefetch_related("reports")
    page = keyset(loaded, request, size=PAGE)
    context = {
        "page_title": _("You said, we did"),
        "form": form,
        "page": page,
        "rows": ledger.rows(page, today),
        "figures": ledger.figures(chosen, today),
        "licence": open_data.LICENCE,
        "changed_at": open_data.changed_at(),
    }
    return render(request, "governance/follow_ups/ledger.html", context)


@require_safe
def data_json(request: HttpRequest) -> HttpResponse:
    """Every numbered proposal with its items, answers, reports and dates."""
    about = open_data.about(request.build_absolute_uri(reverse("governance:proposal-ledger")))
    proposals = open_data.as_json(request.build_absolute_uri)
    data = {**about, "count": len(proposals), "proposals": proposals}
    return _fresh(JsonResponse(data, json_dumps_params={"ensure_ascii": False}))


@require_safe
def data_csv(request: HttpRequest) -> HttpResponse:
    """The same, one line an item, for spreadsheets."""
    content = open_data.as_csv(open_data.as_json(request.build_absolute_uri))
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="items.csv"'
    answer["Link"] = (
        f'<{reverse("governance:proposal-data-csv-metadata")}>; rel="describedby"; '
        f'type="application/csvm+json", <{open_data.LICENCE["url"]}>; rel="license"'
    )
    return _fresh(answer)


@require_safe
def data_csv_metadata(request: HttpRequest) -> HttpResponse:
    """What the columns of the spreadsheet mean, and under which licence."""
    source = request.build_absolute_uri(reverse("governance:proposal-ledger"))
    metadata = open_data.csv_metadata(reverse("governance:proposal-data-csv"), source)
    answer = JsonResponse(metadata, json_dumps_params={"ensure_ascii": False})
    answer["Content-Type"] = "application/csvm+json"
    return _fresh(answer)


def _fresh(answer: Any) -> HttpResponse:
    """Says when the data last changed, and lets other sites' pages read it."""
    answer["Last-Modified"] = http_date(open_data.changed_at().timestamp())
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


@login_required
def progress_report(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The responsible section says how far it has got."""
    found = visible(request, pk)
    item = item_of(found, number)
    may = permissions.can_report_progress(request.acting, item)
    form = forms.ReportForm(request.POST or None, item)
    title = _("Report on “%(item)s”") % {"item": item.title}
    words = {"title": title, "done": _("The report has been published."), "item": item}
    submit = _("Publish the report")
    return act(request, found, form, may, partial(actions.report, item), **{**words, "submit": submit})


@login_required
def proposal_conclude(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing more is owed."""
    found = visible(request, pk)
    may = permissions.can_conclude_proposal(request.acting, found)
    words = {"title": _("Conclude this proposal"), "done": _("The proposal has been concluded.")}
    form = nothing_to_type(request)
    return act(request, found, form, may, partial(actions.conclude, found), **words)
