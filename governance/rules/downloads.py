"""The text of a day, and the comparison of two versions, as files to take away."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.foundation.open_data import DataSet, as_csv, csv_answer, csv_metadata, json_answer
from portal.foundation.wareki import wareki

from . import comparison_table, exports, law_document, open_data, printing, text_shapes, word_file
from .asked import text_of_day, visible
from .comparison_styles import style_of_the_town
from .forms import CompareForm
from .models import Rule
from .pdf_file import NoPrinter, pdf_file

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KEPT = 24 * 3600  # seconds a typeset page is kept; versions never change


def rule_text(request: HttpRequest, slug: str) -> HttpResponse:
    """The text of a day without any markup."""
    found, standing = text_of_day(request, slug)
    return HttpResponse(exports.plain(found, standing), content_type="text/plain; charset=utf-8")


def rule_xml(request: HttpRequest, slug: str) -> HttpResponse:
    """The text of a day as the national law XML."""
    found, standing = text_of_day(request, slug)
    content = law_document.law_xml(found, standing)
    if content is None:
        raise Http404
    return _file(content, "application/xml", f"{slug}-{standing.day.isoformat()}.xml")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=kind, headers=headers)


def rule_json(request: HttpRequest, slug: str) -> HttpResponse:
    """The text of a day as data, with licence and freshness."""
    found, standing = text_of_day(request, slug)
    data = open_data.data_set(request.build_absolute_uri(found.get_absolute_url()), found)
    return json_answer({"meta": data.about(), **exports.data(found, standing)}, data)


@require_safe
def register_json(request: HttpRequest) -> HttpResponse:
    """Every rule with all its versions, and where their files are."""
    data, rules = _register(request)
    return json_answer({**data.about(), "count": len(rules), "rules": rules}, data)


@require_safe
def register_csv(request: HttpRequest) -> HttpResponse:
    """The same, one line a version, for spreadsheets."""
    data, rules = _register(request)
    content = as_csv(open_data.COLUMNS, open_data.lines(rules))
    metadata = reverse("governance:rule-data-csv-metadata")
    return csv_answer(content, data, name="rules.csv", metadata=metadata)


@require_safe
def register_csv_metadata(request: HttpRequest) -> HttpResponse:
    """What the columns of the spreadsheet mean, and under which licence."""
    data, table = _data_set(request), reverse("governance:rule-data-csv")
    metadata = csv_metadata(data, open_data.COLUMNS, table=table, title="ルールの一覧(版ごと)")
    return json_answer(metadata, data, "application/csvm+json")


def _data_set(request: HttpRequest) -> DataSet:
    return open_data.data_set(request.build_absolute_uri(reverse("governance:rule-list")))


def _register(request: HttpRequest) -> tuple[DataSet, list[dict[str, Any]]]:
    rules = Rule.objects.visible_to(request.acting).with_versions().order_by("slug")
    return _data_set(request), open_data.register(rules, request.build_absolute_uri)


def rule_docx(request: HttpRequest, slug: str) -> HttpResponse:
    """The text of a day as a Word file."""
    found, standing = text_of_day(request, slug)
    content = word_file.text_file(found.title, printing.blocks(found, standing))
    return _file(content, WORD, f"{slug}-{standing.day.isoformat()}.docx")


def rule_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The text of a day on paper."""
    found, standing = text_of_day(request, slug)
    context = {"title": found.title, "blocks": printing.blocks(found, standing)}
    name = f"{slug}-{standing.day.isoformat()}.pdf"
    version = standing.version.digest if standing.version else standing.state
    return _typeset(request, "governance/rules/print/text.html", context, name, f"{name}:{version}")


def rule_compare_docx(request: HttpRequest, slug: str) -> HttpResponse:
    """新旧対照表 of two versions as a Word file."""
    shown = _compared(request, slug)
    content = word_file.comparison_file(
        shown["title"], shown["headings"], shown["rows"], shown["style"], shown["opening"]
    )
    return _file(content, WORD, f"{slug}-comparison.docx")


def rule_compare_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """新旧対照表 of two versions on paper."""
    shown = _compared(request, slug)
    drawn = f"{shown['style']}:{request.GET.get('from')}:{request.GET.get('to')}"
    key = f"{slug}:{':'.join(shown['headings'])}:{drawn}"
    return _typeset(request, "governance/rules/print/comparison.html", shown, f"{slug}-comparison.pdf", key)


def _compared(request: HttpRequest, slug: str) -> dict[str, Any]:
    found = visible(request, slug)
    form = CompareForm(request.GET, [version for version in found.versions.all() if version.text])
    if not form.is_valid():
        raise Http404
    before, after = form.pair()
    rows = comparison_table.compare(before.main_provision, after.main_provision)
    style = style_of_the_town()
    headings = style.ordered(
        _("Before (from %(day)s)") % {"day": wareki(before.effective_from)},
        _("After (from %(day)s)") % {"day": wareki(after.effective_from)},
    )
    return {
        "title": _("%(rule)s: comparison table") % {"rule": found.title},
        "opening": style.opening(found.title),
        "headings": headings,
        "rows": printing.compared(text_shapes.comparison(rows), style),
        "style": style,
    }


def _typeset(
    request: HttpRequest, template: str, context: dict[str, Any], name: str, key: str
) -> HttpResponse:
    """Typesetting takes seconds for a long text, so the same page is not set twice."""
    try:
        content = cache.get_or_set(
            f"rules:pdf:{sha256(key.encode()).hexdigest()}", lambda: pdf_file(template, context), KEPT
        )
    except NoPrinter:
        return render(request, "governance/rules/no_printer.html", {"page_title": _("PDF")}, status=503)
    return _file(content, "application/pdf", name)
