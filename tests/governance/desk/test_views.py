"""The secretariat's desk: what is overdue, due today, coming and waiting, for those whose desk it is."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.module_loading import import_string

from governance.honoraria import actions as honoraria
from governance.themes import actions as themes
from portal.foundation import agenda, clock
from residents.models import Contract
from residents.roles import actions as roles
from tests.factories import governance as a
from tests.factories.proposals import a_proposal_in, set_deadlines


@pytest.fixture
def today(town, frozen):
    frozen("2026-11-22 09:00")
    a.a_committee_in_office()
    return clock.today()


def titles(client, section):
    return [row["title"] for row in client.get("/desk/").context[section]]


def waiting_for(client, who):
    groups = client.get("/desk/").context["waiting"]
    return [row["title"] for group in groups if group["who"] == who for row in group["items"]]


def test_a_promised_answer_moves_from_the_days_to_come_to_the_overdue(today, client_as, frozen):
    proposal = a_proposal_in("routed")
    due = proposal.answer_due_on
    client = client_as("secretary")
    assert proposal.title not in titles(client, "coming")  # ninety days away
    for day, section in [
        (due - timedelta(days=30), "coming"),
        (due, "due_today"),
        (due + timedelta(days=1), "overdue"),
    ]:
        frozen(f"{day} 09:00")
        assert proposal.title in titles(client, section), day
    page = client.get("/desk/").content.decode()
    assert "1日超過" in page and proposal.get_absolute_url() in page


def test_a_contract_s_end_its_next_year_and_its_certificate(today, client_as, frozen):
    contract = Contract.objects.get(title="市民電子会議室運営業務委託")
    client = client_as("secretary")
    frozen(f"{contract.until_on} 09:00")
    assert contract.title in titles(client, "due_today")
    assert contract.title in waiting_for(client, "事務局")  # the next year is undecided
    from residents.contracts.tasks import follow_the_calendar

    frozen(f"{contract.until_on + timedelta(days=1)} 09:00")
    follow_the_calendar()
    assert contract.title in titles(client, "overdue")


def test_a_table_of_roles_waits_for_the_mayor_and_then_for_its_day(today, client_as, acting):
    table = roles.draft_next(title="次の表", effective_from=today + timedelta(days=7), by=acting("secretary"))
    client = client_as("secretary")
    assert "次の表" in titles(client, "coming")
    roles.check(table, by=acting("secretary"))
    rows = {row["title"]: row for row in client.get("/desk/").context["coming"]}
    assert "市長" in rows["次の表"]["meta"]


def test_a_raised_theme_waits_for_the_secretariat(today, client_as, acting):
    themes.raise_theme(by=acting("resident_1"), title="駅前の自転車", description="置き場を増やしたい。")
    assert "駅前の自転車" in waiting_for(client_as("secretary"), "事務局")


@pytest.mark.parametrize("who", ["resident_1", "chair", "caretaker_1", "planner_author", "npo_author"])
def test_it_is_nobody_else_s_desk(today, client_as, who):
    assert client_as(who).get("/desk/").status_code == 403
    assert "/desk/" not in client_as(who).get("/accounts/").content.decode()


def test_a_guest_signs_in_first_and_the_secretariat_finds_the_way(today, client_as):
    assert "/accounts/login/" in Client().get("/desk/")["Location"]
    assert "/desk/" in client_as("secretary").get("/accounts/").content.decode()
    assert client_as("mayor").get("/desk/").status_code == 200


def test_whoever_may_not_read_a_register_is_told_nothing_of_it(today, acting):
    rates = {f"honorarium.{name}": 1 for name in ("chair", "vice_chair", "member", "facilitator")}
    a.set_numbers(**rates, **{"honorarium.untaxed_limit": 10_000})
    honoraria.draft(a.steering_committee(), by=acting("secretary"), fiscal_year=2026)
    for path in ("residents.contracts.agenda", "governance.honoraria.agenda"):
        matters = import_string(f"{path}.matters")
        assert matters(acting("planner_author"), date(2020, 1, 1), date(2040, 1, 1)) == [], path
        assert matters(acting("secretary"), date(2026, 11, 22), date(2040, 1, 1)) != [], path


def test_the_desk_asks_no_more_when_more_is_due(today, client_as, acting):
    client = client_as("secretary")
    client.get("/desk/")
    with CaptureQueriesContext(connection) as few:
        client.get("/desk/")
    for number in range(4):
        themes.raise_theme(by=acting("resident_1"), title=f"題{number}", description="文を書きます。")
        roles.draft_next(
            title=f"表{number}", effective_from=today + timedelta(days=number + 1), by=acting("secretary")
        )
        a_proposal_in("handed_over", title=f"提言{number}")
    with CaptureQueriesContext(connection) as many:
        client.get("/desk/")
    assert len(many) <= len(few)


def test_a_returned_proposal_waits_for_the_committee(today, client_as, frozen):
    set_deadlines()
    proposal = a_proposal_in("returned")
    frozen(f"{proposal.step_due_on + timedelta(days=1)} 09:00")
    rows = {row["title"]: row for row in client_as("secretary").get("/desk/").context["overdue"]}
    assert "委員会" in rows[proposal.title]["meta"]


@pytest.mark.parametrize(
    ("status", "who"), [("adopted", "委員長"), ("received", "事務局"), ("presented", "市長")]
)
def test_a_late_step_stands_on_the_desk_with_whoever_has_to_act(today, client_as, frozen, status, who):
    set_deadlines()
    proposal = a_proposal_in(status)
    client = client_as("secretary")
    frozen(f"{proposal.step_due_on} 09:00")
    assert proposal.title not in titles(client, "overdue")
    frozen(f"{proposal.step_due_on + timedelta(days=1)} 09:00")
    rows = {row["title"]: row for row in client.get("/desk/").context["overdue"]}
    assert who in rows[proposal.title]["meta"]


def test_a_late_report_names_the_item_and_its_section(today, client_as, frozen):
    set_deadlines()
    item = a_proposal_in("published").items.first()
    frozen(f"{item.report_due_on + timedelta(days=1)} 09:00")
    rows = [
        row for row in client_as("secretary").get("/desk/").context["overdue"] if item.title in row["title"]
    ]
    assert len(rows) == 1 and "企画課" in rows[0]["meta"]


def test_every_shelf_named_in_the_settings_answers(today, acting):
    for path in settings.AGENDA:
        found = import_string(f"{path}.matters")(acting("secretary"), today, today + timedelta(days=400))
        assert all(isinstance(matter, agenda.Matter) and matter.url.startswith("/") for matter in found), path
