"""Rules for other people's programs: the register as JSON and CSV, each with licence and freshness."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import governance, rules

JSON, CSV = "/rules/open-data/rules.json", "/rules/open-data/rules.csv"


@pytest.fixture(autouse=True)
def committee_in_office(town, frozen):
    frozen("2026-11-22 09:00")
    return governance.a_committee_in_office()


def test_the_register_names_every_rule_its_versions_and_files():
    rules.an_ending_rule(date(2027, 1, 1))
    rules.the_guideline()
    rules.a_draft(slug="draft", title="新しい案")
    answer = Client().get(JSON)
    data = answer.json()
    assert data["license"]["name"] == "CC BY 4.0" and data["as_of"] == "2026-11-22"
    assert answer["Last-Modified"].startswith("Sun, 22 Nov 2026 00:00") and data["publisher"]
    assert data["count"] == 3
    found = {row["slug"]: row for row in data["rules"]}
    assert set(found) == {"room-rule", "guideline", "draft"}
    assert (found["room-rule"]["status"], found["room-rule"]["ends_on"]) == ("ending", "2027-01-01")
    assert found["draft"]["versions"] == [] and found["draft"]["in_force_since"] is None
    assert [row["has_text"] for row in found["guideline"]["versions"]] == [False, False, True]
    assert found["guideline"]["in_force_since"] == "2004-01-26"
    for url in (found["guideline"]["url"], found["guideline"]["files"]["json"]):
        assert Client().get(url).status_code == 200, url


def test_one_line_a_version_and_what_the_columns_mean():
    rules.the_guideline()
    rules.a_draft(slug="draft", title="=1+1")
    answer = Client().get(CSV)
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["slug"], row["version"]) for row in rows] == [
        ("draft", ""),
        ("guideline", "1"),
        ("guideline", "2"),
        ("guideline", "3"),
    ]
    assert rows[0]["title"] == "'=1+1"
    assert rows[3]["effective_from"] == "2004-01-26" and rows[3]["has_text"] == "true"
    metadata = Client().get(f"{CSV}-metadata.json")
    assert metadata["Content-Type"] == "application/csvm+json"
    assert [column["name"] for column in metadata.json()["tableSchema"]["columns"]] == list(rows[0])
    assert "rules.csv-metadata.json" in answer["Link"]


def test_the_text_of_one_rule_says_licence_and_freshness():
    rules.the_guideline()
    answer = Client().get("/rules/guideline.json")
    meta = answer.json()["meta"]
    assert meta["license"]["url"] == "https://creativecommons.org/licenses/by/4.0/"
    assert meta["source"].endswith("/rules/guideline/") and meta["last_changed_at"]
    assert answer["Last-Modified"] and answer.json()["slug"] == "guideline"


def test_the_page_of_the_rules_leads_there():
    page = Client().get("/rules/").content.decode()
    assert JSON in page and CSV in page


def test_the_register_costs_the_same_with_more_rules():
    def count(url: str) -> int:
        Client().get(url)
        with CaptureQueriesContext(connection) as found:
            assert Client().get(url).status_code == 200
        return len(found)

    rules.the_guideline()
    rules.a_draft(slug="first", title="案")
    few = [count(url) for url in (JSON, CSV)]
    for number in range(3):
        rules.a_draft(slug=f"draft-{number}", title=f"案{number}")
    assert [count(url) for url in (JSON, CSV)] == few
