"""What became of the answers: the public ledger, its data, reports and conclusions."""

from __future__ import annotations

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.answers.views import item_of
from governance.proposals.verb_pages import act, nothing_to_type, visible
from portal.foundation import clock
from portal.foundation.open_data import LICENCE, DataSet, as_csv, csv_answer, csv_metadata, json_answer
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
        "licence": LICENCE,
        "changed_at": open_data.changed_at(),
    }
    return render(request, "governance/follow_ups/ledger.html", context)


@require_safe
def data_json(request: HttpRequest) -> HttpResponse:
    """Every numbered proposal with its items, answers, reports and dates."""
    data = _data_set(request)
    proposals = open_data.as_json(request.build_absolute_uri)
    return json_answer({**data.about(), "count": len(proposals), "proposals": proposals}, data)


@require_safe
def data_csv(request: HttpRequest) -> HttpResponse:
    """The same, one line an item, for spreadsheets."""
    rows = open_data.item_rows(open_data.as_json(request.build_absolute_uri))
    metadata = reverse("governance:proposal-data-csv-metadata")
    content = as_csv(open_data.COLUMNS, rows)
    return csv_answer(content, _data_set(request), name="items.csv", metadata=metadata)


@require_safe
def data_csv_metadata(request: HttpRequest) -> HttpResponse:
    """What the columns of the spreadsheet mean, and under which licence."""
    data, table = _data_set(request), reverse("governance:proposal-data-csv")
    metadata = csv_metadata(data, open_data.COLUMNS, table=table, title="提言と回答(項目ごと)")
    return json_answer(metadata, data, "application/csvm+json")


def _data_set(request: HttpRequest) -> DataSet:
    return open_data.data_set(request.build_absolute_uri(reverse("governance:proposal-ledger")))


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
