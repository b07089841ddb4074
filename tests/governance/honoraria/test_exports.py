"""The payment list as files, what is kept back, and people who are paid nothing."""

import re
import zlib
from io import BytesIO

import pytest
from openpyxl import load_workbook

from governance.honoraria import actions
from governance.honoraria.accrual import withheld
from governance.honoraria.models import HonorariumList
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry
from tests.factories import governance as a

RATES = {
    "honorarium.chair": 50_000,
    "honorarium.vice_chair": 50_000,
    "honorarium.member": 30_000,
    "honorarium.facilitator": 5_000,
    "honorarium.untaxed_limit": 10_000,
}


@pytest.fixture
def term(town, frozen):
    frozen("2026-04-01 09:00")
    a.set_numbers(guideline=False, committee_rule=False, **RATES, **{"honorarium.withholding_rate": 3_063})
    return a.a_committee_in_office()  # chair, one vice-chair, one member


@pytest.fixture
def drawn_up(term, acting) -> HonorariumList:
    return actions.draft(term.body, by=acting("secretary"), fiscal_year=2026)


@pytest.mark.parametrize(("gross", "kept"), [(30_000, 918), (50_000, 1_531), (35_000, 1_072), (0, 0)])
def test_column_b_keeps_back_3_063_percent_without_parts_of_a_yen(gross, kept):
    assert withheld(gross, 3_063) == kept


def test_gross_withheld_and_net_of_each_line(drawn_up):
    lines = {line.entitlement: (line.amount, line.withheld, line.net) for line in drawn_up.lines.all()}
    assert lines == {
        "chair": (50_000, 1_531, 48_469),
        "vice_chair": (50_000, 1_531, 48_469),
        "member": (30_000, 918, 29_082),
    }


def test_while_nobody_entered_a_rate_nothing_is_kept_back_and_the_page_says_so(
    town, frozen, acting, client_as
):
    frozen("2026-04-01 09:00")
    a.set_numbers(guideline=False, committee_rule=False, **RATES)
    body = a.a_committee_in_office().body
    page = client_as("secretary").get(f"/committees/{body.code}/honoraria/").content.decode()
    assert "源泉徴収の率が登録されていない" in page
    drawn_up = actions.draft(body, by=acting("secretary"), fiscal_year=2026)
    assert {line.withheld for line in drawn_up.lines.all()} == {0}


def test_whoever_waives_stays_on_the_list_with_zero_yen_and_the_reason(term, acting, people, client_as):
    client = client_as("secretary")
    address = f"/committees/{term.body.code}/honoraria/"
    words = {"person": people["member_1"].pk, "kind": "waived", "reason": "本人の申し出(4月1日)"}
    for key in ("chair", "member_1", "mayor", "resident_1", "planner_author"):
        assert client_as(key).post(f"{address}exempt/", words).status_code == 403, key
    assert client.post(f"{address}exempt/", words)["Location"] == address
    assert client.post(f"{address}exempt/", words)["Location"] == address  # pressed twice
    assert "本人の申し出" in client.get(address).content.decode()
    drawn_up = actions.draft(term.body, by=acting("secretary"), fiscal_year=2026)
    line = drawn_up.lines.get(person=people["member_1"])
    assert (line.amount, line.withheld) == (0, 0) and line.remark == "本人の辞退"
    assert sum(one.amount for one in drawn_up.lines.all()) == 100_000


def test_an_exemption_is_lifted_until_the_list_is_approved(term, acting, people):
    exemption = actions.exempt(
        term.body,
        person=people["chair"],
        fiscal_year=2026,
        kind="suspended",
        reason="確認中",
        by=acting("secretary"),
    )
    drawn_up = actions.draft(term.body, by=acting("secretary"), fiscal_year=2026)
    drawn_up = actions.check(drawn_up, by=acting("secretary_chief"))
    actions.approve(drawn_up, by=acting("mayor"))
    with pytest.raises(Denied):
        actions.lift_exemption(exemption, by=acting("secretary"))


def test_the_workbook_holds_the_list_and_its_sums(drawn_up, client_as):
    answer = client_as("secretary").get(f"/committees/honoraria/{drawn_up.pk}/list.xlsx")
    sheet = load_workbook(BytesIO(answer.content)).active
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    assert len(rows) == 4  # three people and the sums
    assert rows[0][3:6] == (50_000, 1_531, 48_469)
    assert rows[-1][0] == "合計" and rows[-1][3:6] == (130_000, 3_980, 126_020)
    assert 'filename="honoraria-steering-committee-2026.xlsx"' in answer["Content-Disposition"]
    assert answer["Cache-Control"] == "no-store"
    assert AuditEntry.objects.get(verb="governance.honorarium_list.exported").details == {"form": "xlsx"}


def test_a_name_that_looks_like_a_formula_stays_a_name(drawn_up, people, client_as):
    people["chair"].display_name = '=HYPERLINK("http://example.jp")'
    people["chair"].save()
    answer = client_as("secretary").get(f"/committees/honoraria/{drawn_up.pk}/list.xlsx")
    cell = load_workbook(BytesIO(answer.content)).active["A5"]
    assert cell.data_type == "s" and cell.value.startswith("=HYPERLINK")


def test_the_paper_is_a_tagged_pdf_in_japanese(drawn_up, client_as):
    pytest.importorskip("weasyprint", exc_type=(ImportError, OSError))
    answer = client_as("secretary").get(f"/committees/honoraria/{drawn_up.pk}/list.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-1.7")
    inside = b"".join(
        opened(part) for part in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", answer.content, re.S)
    )
    assert b"/Lang (ja)" in inside and b"/MarkInfo <</Marked true>>" in inside


def opened(part: bytes) -> bytes:
    """One part of a PDF without its compression; pictures and fonts may use another one."""
    try:
        return zlib.decompress(part)
    except zlib.error:
        return b""


@pytest.mark.parametrize("who", ["chair", "member_1", "resident_1", "planner_author", "caretaker_1"])
def test_files_are_for_the_secretariat_and_the_mayor_only(drawn_up, client_as, who):
    for ending in ("xlsx", "pdf"):
        assert client_as(who).get(f"/committees/honoraria/{drawn_up.pk}/list.{ending}").status_code == 403
    assert not AuditEntry.objects.filter(verb="governance.honorarium_list.exported").exists()


def test_tax_slips_are_issued_over_the_page_and_name_each_person_once(drawn_up, acting, client_as):
    drawn_up = actions.check(drawn_up, by=acting("secretary_chief"))
    drawn_up = actions.approve(drawn_up, by=acting("mayor"))
    client = client_as("secretary")
    url = drawn_up.get_absolute_url()
    assert "源泉徴収票" not in client.get(url).content.decode()
    client.post(f"{url}pay/", {"paid_on": "2027-04-30"})
    assert "源泉徴収票を交付したことを記録する" in client.get(url).content.decode()
    sheet = load_workbook(BytesIO(client.get(f"{url}slips.xlsx").content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert [row[1:4] for row in rows] == [
        ["2027-04-30", 50_000, 1_531],
        ["2027-04-30", 50_000, 1_531],
        ["2027-04-30", 30_000, 918],
    ]
    client.post(f"{url}report/", {"reported_on": "2028-01-20"})
    page = client.get(url).content.decode()
    assert "2028年1月20日" in page and "源泉徴収票を交付したことを記録する" not in page
    assert client_as("member_1").get(f"{url}slips.xlsx").status_code == 403
