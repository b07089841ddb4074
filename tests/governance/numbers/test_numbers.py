"""Numbers that rest on a decision: who enters which, from which day, and what stays as it was."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from governance.numbers import actions
from governance.numbers.permissions import can_enter_number
from governance.rules.notation import parse
from portal.foundation import clock, parameters
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, Parameter
from tests.factories import governance, rules

RATE, CHAIR, PART = "honorarium.withholding_rate", "honorarium.chair", "honorarium.part_year_rule"
MAY = {("mayor", CHAIR), ("mayor", PART), ("secretary", RATE)}


@pytest.fixture(autouse=True)
def today(town, frozen):
    frozen("2026-11-22 09:00")


@pytest.mark.parametrize("name", [RATE, CHAIR, PART, "committee.max_members"])
@pytest.mark.parametrize("who", ["mayor", "secretary", "chair", "caretaker_1", "resident_1", "guest"])
def test_who_may_enter_which_number(acting, who, name):
    assert bool(can_enter_number(acting(who), name)) == ((who, name) in MAY)


def test_a_number_holds_from_its_day_and_earlier_days_keep_theirs(acting):
    secretary = acting("secretary")
    actions.enter(
        RATE, by=secretary, value=3063, valid_from=date(2026, 11, 22), basis="月額表 乙欄 令和8年分"
    )
    actions.enter(RATE, by=secretary, value=3100, valid_from=date(2027, 1, 1), basis="月額表 乙欄 令和9年分")
    assert parameters.value(RATE, on=date(2026, 12, 31)) == 3063
    assert parameters.value(RATE, on=date(2027, 1, 1)) == 3100
    entry = AuditEntry.objects.filter(verb="foundation.parameter.set").latest("pk")
    assert entry.reference == "月額表 乙欄 令和9年分"


@pytest.mark.parametrize(
    ("who", "name", "day"), [("secretary", RATE, date(2026, 11, 21)), ("secretary", CHAIR, date(2027, 4, 1))]
)
def test_denied_changes_nothing(acting, who, name, day):
    before = Parameter.objects.count()
    with pytest.raises(Denied):
        actions.enter(name, by=acting(who), value=1, valid_from=day, basis="x")
    assert Parameter.objects.count() == before


def test_the_secretariat_enters_the_rate_on_the_page(client_as):
    client = client_as("secretary")
    assert f"/numbers/{RATE}/" in client.get("/numbers/").content.decode()
    assert f"/numbers/{CHAIR}/" not in client.get("/numbers/").content.decode()
    words = {"value": "3063", "valid_from": "2027-01-01", "basis": "月額表 乙欄 令和9年分"}
    assert client.post(f"/numbers/{RATE}/", words)["Location"] == "/numbers/"
    assert parameters.value(RATE, on=date(2027, 1, 1)) == 3063
    page = client.get("/numbers/").content.decode()
    assert "3,063" in page and "2027年1月1日" in page
    assert "月額表 乙欄 令和9年分" in client.get(f"/numbers/{RATE}/").content.decode()


@pytest.mark.parametrize(
    "words",
    [
        {"value": "-1", "valid_from": "2027-01-01", "basis": "x"},
        {"value": "many", "valid_from": "2027-01-01", "basis": "x"},
        {"value": "1", "valid_from": "2026-11-21", "basis": "x"},
        {"value": "1", "valid_from": "2027-01-01", "basis": ""},
        {"value": "1", "valid_from": "", "basis": "x"},
    ],
)
def test_a_wrong_entry_is_told_beside_its_field_and_not_stored(client_as, words):
    answer = client_as("secretary").post(f"/numbers/{RATE}/", words)
    assert answer.status_code == 200 and answer.context["form"].errors
    assert not Parameter.objects.filter(name=RATE).exists()


def test_a_rule_is_chosen_from_its_answers(client_as):
    client = client_as("mayor")
    words = {"value": "often", "valid_from": "2027-04-01", "basis": "市長決定 令和9年第1号"}
    assert client.post(f"/numbers/{PART}/", words).context["form"].errors
    assert client.post(f"/numbers/{PART}/", words | {"value": "monthly"}).status_code == 302
    assert parameters.value(PART, on=date(2027, 4, 1)) == "monthly"


def test_everybody_reads_and_nobody_else_enters(client_as):
    page = Client().get("/numbers/").content.decode()
    assert "未定" in page and f"/numbers/{RATE}/" not in page
    assert "/accounts/login/" in Client().get(f"/numbers/{RATE}/")["Location"]
    assert client_as("resident_1").get(f"/numbers/{RATE}/").status_code == 403
    assert client_as("secretary").get("/numbers/committee.max_members/").status_code == 404


def test_the_page_asks_no_more_with_more_values(acting):
    def count() -> int:
        with CaptureQueriesContext(connection) as found:
            assert Client().get("/numbers/").status_code == 200
        return len(found)

    count()
    few = count()
    for year in range(2027, 2031):
        actions.enter(RATE, by=acting("secretary"), value=year, valid_from=date(year, 1, 1), basis=f"{year}")
    assert count() == few


COMMENT = "rules.comment_days"
RULE = """(意見の募集)
第1条 ルールの案は、20日の間、意見を募集する。
(回答)
第2条 寄せられた意見には、要旨ごとに回答する。
"""


def test_a_number_a_rule_fixes_is_not_entered_beside_it(acting, client_as):
    governance.a_committee_in_office()
    assert "honorarium.payment_days" in client_as("mayor").get("/numbers/").content.decode()
    actions.enter(
        COMMENT, by=acting("mayor"), value=30, valid_from=date(2026, 11, 22), basis="市長決定 第1号"
    )
    rule = rules.an_enacted_rule(
        slug="comments",
        title="意見公募のルール",
        text=parse(RULE),
        numbers={COMMENT: 20},
        effective_from=date(2026, 11, 23),
    )
    with pytest.raises(Denied, match="「意見公募のルール」第1条"):
        actions.enter(
            COMMENT, by=acting("mayor"), value=10, valid_from=date(2027, 1, 1), basis="市長決定 第2号"
        )
    mayor = client_as("mayor")
    words = {"value": "10", "valid_from": "2027-01-01", "basis": "市長決定 第2号"}
    answer = mayor.post(f"/numbers/{COMMENT}/", words)  # today the mayor's own number holds still
    assert answer.status_code == 200 and "「意見公募のルール」第1条" in answer.content.decode()
    with clock.at(date(2026, 11, 23)):
        page = mayor.get("/numbers/").content.decode()
        assert f"/numbers/{COMMENT}/" not in page and rule.get_absolute_url() in page
        refused = mayor.get(f"/numbers/{COMMENT}/")
        assert refused.status_code == 403 and "「意見公募のルール」第1条" in refused.content.decode()
    assert parameters.value(COMMENT, on=date(2027, 1, 1)) == 20


def test_every_number_has_a_name_people_read():
    assert {name for name, number in parameters.DECLARED.items() if not number.label} == set()
