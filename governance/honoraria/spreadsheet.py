"""The payment list as a workbook for the accounts section (XLSX)."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from .lifecycle import Entitlement
from .models import HonorariumList
from .rows import head, taxed, totals

WIDTHS = (24, 16, 8, 14, 14, 14, 44)
YEN = "#,##0"


def workbook(drawn_up: HonorariumList, lines: list[Any]) -> bytes:
    """One sheet: title, state of the list, a line per person, the sums as formulas."""
    book = Workbook()
    sheet = book.active
    sheet.title = _("Honoraria")
    _text(sheet, 1, 1, _("Honoraria of %(committee)s") % {"committee": drawn_up.body}, bold=True)
    _text(sheet, 2, 1, _("Fiscal year %(year)s") % {"year": drawn_up.fiscal_year})
    _text(sheet, 2, 3, drawn_up.get_status_display())
    _text(sheet, 3, 1, drawn_up.get_kind_display())
    for column, name in enumerate(head(), start=1):
        _text(sheet, 4, column, name, bold=True)
    for row, line in enumerate(lines, start=5):
        _text(sheet, row, 1, str(line.person))
        _text(sheet, row, 2, str(Entitlement(line.entitlement).label))
        _yen(sheet, row, 3, line.months)
        _yen(sheet, row, 4, line.amount)
        _yen(sheet, row, 5, line.withheld)
        _yen(sheet, row, 6, line.net)
        _text(sheet, row, 7, taxed(line))
    _sums(sheet, 5 + len(lines), totals(lines))
    for column, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A5"
    sheet.print_title_rows = "4:4"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def slip_book(drawn_up: HonorariumList, slips: list[dict[str, Any]]) -> bytes:
    """One row a person: what the accounts section copies onto the tax slips."""
    book = Workbook()
    sheet = book.active
    sheet.title = _("Tax slips")
    _text(
        sheet,
        1,
        1,
        _("Tax slips for the honoraria of %(committee)s") % {"committee": drawn_up.body},
        bold=True,
    )
    _text(sheet, 2, 1, _("Fiscal year %(year)s") % {"year": drawn_up.fiscal_year})
    paid_on = drawn_up.paid_on.isoformat() if drawn_up.paid_on else ""
    for column, name in enumerate(
        (_("Name"), _("Paid on"), _("Amount (yen)"), _("Withheld (yen)"), _("Tax")), start=1
    ):
        _text(sheet, 4, column, name, bold=True)
    for row, slip in enumerate(slips, start=5):
        _text(sheet, row, 1, str(slip["person"]))
        _text(sheet, row, 2, paid_on)
        _yen(sheet, row, 3, slip["amount"])
        _yen(sheet, row, 4, slip["withheld"])
        _text(sheet, row, 5, slip["tax"])
    for column, width in enumerate((24, 14, 14, 14, 44), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A5"
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _text(sheet: Worksheet, row: int, column: int, words: Any, *, bold: bool = False) -> None:
    """Words stay words: a name that begins with an equals sign is no formula."""
    cell = sheet.cell(row, column, str(words))
    cell.data_type = "s"
    cell.font = Font(bold=bold)
    cell.alignment = Alignment(vertical="top", wrap_text=column == len(WIDTHS))


def _yen(sheet: Worksheet, row: int, column: int, number: int) -> None:
    cell = sheet.cell(row, column, number)
    cell.number_format = YEN


def _sums(sheet: Worksheet, row: int, sums: tuple[int, int, int]) -> None:
    _text(sheet, row, 1, _("Total"), bold=True)
    for column, number in enumerate(sums, start=4):
        _yen(sheet, row, column, number)
        sheet.cell(row, column).font = Font(bold=True)
