"""藤沢市's five tables, cell by cell: what the page shows is what the source prints."""

import html
import json
import re

import pytest
from django.test import Client

from home import presets
from residents.models import Body, Contract
from residents.roles import printed_tables
from residents.roles.models import RoleTable

pytestmark = pytest.mark.django_db
IDS = [
    "fujisawa_overview",
    "fujisawa_detail",
    "fujisawa_department_functions",
    "fujisawa_internal_roles",
    "fujisawa_section_staffing",
]


@pytest.fixture
def source():
    found = json.loads((presets.DEMO / "role_tables.json").read_text(encoding="utf-8"))["tables"]
    return {table["id"]: table for table in found}


@pytest.fixture
def table(unfounded):
    return presets.load("fujisawa")


def words(text):
    """What a reader sees, without the breaks inside a cell."""
    return re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]*>", "", text)))


def test_all_five_tables_are_kept_exactly_as_printed(table, source):
    kept = {printed["id"]: printed for printed in RoleTable.objects.get(pk=table.pk).printed}
    assert list(kept) == IDS
    for name in IDS:
        assert kept[name] == source[name], name


@pytest.mark.parametrize("name", ["fujisawa_overview", "fujisawa_detail", "fujisawa_internal_roles"])
def test_every_cell_of_a_table_stands_on_the_page(table, source, name):
    page = Client().get(table.get_absolute_url()).content.decode()
    printed = source[name]
    (shown,) = (t for t in printed_tables.shown(table.printed) if t["caption"] == printed["title"])
    for row, printed_row in zip(shown["rows"], printed["rows"], strict=True):
        cells = [words(cell) for cell in row]
        assert cells == [words(printed_row[column["key"]]) for column in printed["columns"]]
    seen = words(page)
    for printed_row in printed["rows"]:
        for cell in printed_row.values():
            assert words(cell) in seen, cell
    for note in printed.get("footnotes", []):
        assert words(note["text"]) in seen


def test_the_duties_stand_on_the_page_with_their_numbers_and_at_their_bodies(table, source):
    page = words(Client().get(table.get_absolute_url()).content.decode())
    department, section = source["fujisawa_department_functions"]["groups"]
    assert (len(department["functions"]), len(section["functions"])) == (8, 15)
    for duty in [*department["functions"], *section["functions"]]:
        assert f"{duty['num']}{words(duty['text'])}" in page
    for code, group in (("civic-affairs", department), ("civic-autonomy", section)):
        assert Body.objects.get(code=code).duties == [duty["text"] for duty in group["functions"]]
    profile = Body.objects.get(code="civic-autonomy").profile
    assert "共生的自治推進" in profile and "2003年4月一部改正" in profile


def test_the_staff_adds_up_to_one_and_three_and_ten(table, source):
    root = source["fujisawa_section_staffing"]["root"]
    (shown,) = (t for t in printed_tables.shown(table.printed) if t["caption"] == "市民自治推進課の執行体制")
    assert [row[3] for row in shown["rows"]] == [1, 1 + 2, 1 + 5, 1 + 3]
    assert shown["foot"][3] == printed_tables.headcount(root) == 1 + 3 + 10 == 14
    page = words(Client().get(table.get_absolute_url()).content.decode())
    for child in root["children"]:
        assert words(child["team"]) in page
        for duty in child["duties"]:
            assert words(duty) in page


def test_the_five_sections_say_what_they_do(table, source):
    for row in source["fujisawa_internal_roles"]["rows"]:
        assert row["role"] in Body.objects.get(name=row["section"]).profile


def test_every_function_quotes_a_line_of_the_source(table, source):
    lines = {
        line
        for name in ("fujisawa_overview", "fujisawa_detail", "fujisawa_internal_roles")
        for row in source[name]["rows"]
        for cell in row.values()
        for line in cell.split("\n")
    }
    quoted = {task for row in table.rows.all() for task in row.tasks}
    assert quoted - lines == {"第16条 市長が別に定める"}  # the guideline's own words
    assert table.rows.count() == 13


def test_the_three_contracts_of_the_source_run_for_a_year(table, source):
    found = {
        (c.title, c.contractor.name, c.from_on.isoformat(), c.until_on.isoformat(), c.status)
        for c in Contract.objects.all()
    }
    sfc = "慶応義塾大学湘南藤沢研究協力機構(SFCコンソーシアム)"
    year = ("2005-04-01", "2006-03-31", "concluded")
    assert found == {
        ("市民電子会議室用機器等管理運営業務委託", "藤沢市産業振興財団", *year),
        ("市民電子会議室運営業務委託", "VCOM", *year),
        ("地域情報化課題解決業務委託", sfc, *year),
    }
    printed = {row["name"]: row["role"] for row in source["fujisawa_detail"]["rows"]}
    assert Contract.objects.get(contractor__name="VCOM").scope_items == printed["VCOM (※)"].split("\n")


def test_loading_again_changes_nothing(table):
    presets.load("fujisawa")
    assert (RoleTable.objects.count(), Contract.objects.count()) == (1, 3)


def test_the_other_cities_keep_the_tables_of_the_trial(unfounded):
    kept = [printed["id"] for printed in presets.load("nagaoka").printed]
    assert kept == ["trial_sns_operation", "esurvey_roles", "trial_role_assignment"]


def test_the_joint_town_has_the_duties_too(town):
    presets.set_duties()
    presets.set_duties()
    assert len(Body.objects.get(code="civic-affairs").duties) == 8
    section = Body.objects.get(code="civic-autonomy")
    assert len(section.duties) == 15 and section.profile.count("2000年4月組織改正") == 1
