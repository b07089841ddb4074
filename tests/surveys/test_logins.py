"""Two logins of PostgreSQL: the answering one sees nothing of the town, and each does only what it needs."""

from __future__ import annotations

import secrets

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction

from portal.foundation.sides import places
from surveys.envelopes import actions
from surveys.tallies import actions as tallies
from tests.factories import surveys as factory

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
VERBS = {
    "SELECT": "SELECT * FROM {0}",
    "INSERT": "INSERT INTO {0} DEFAULT VALUES",
    "UPDATE": "UPDATE {0} SET {1} = {1}",
    "DELETE": "DELETE FROM {0}",
}
ANSWERING_MAY = {
    "surveys_boardpage": {"SELECT"},
    "surveys_innerenvelope": {"INSERT"},
    "surveys_printedform": {"SELECT"},
    "surveys_receipt": {"INSERT"},
    "surveys_spenttoken": {"SELECT", "INSERT"},
    "surveys_ticket": {"SELECT", "INSERT", "DELETE"},
}
TOWN_MAY = {
    "surveys_boardpage": {"SELECT", "INSERT"},
    "surveys_innerenvelope": {"SELECT", "INSERT", "DELETE"},
    "surveys_printedform": {"SELECT", "INSERT"},
    "surveys_receipt": {"SELECT", "INSERT", "DELETE"},
    "surveys_spenttoken": {"SELECT", "INSERT", "DELETE"},
    "surveys_ticket": {"SELECT", "INSERT", "DELETE"},
}


@pytest.fixture
def logins(db):
    """Two real roles with what `grant_sides` gives them; they go when the test's transaction is rolled back."""
    town, answering = (f"two_sides_{name}_{secrets.token_hex(4)}" for name in ("town", "answering"))
    with connection.cursor() as cursor:
        for name in (town, answering):
            cursor.execute(f"CREATE ROLE {name} LOGIN")
    call_command("grant_sides", town=town, answering=answering)
    yield {"town": town, "answering": answering}
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


def become(role):
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {role}" if role else "RESET ROLE")


def is_refused(statement):
    """Does the database say “permission denied”? Whatever else it says about the statement is another matter."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
            transaction.set_rollback(True)
    except ProgrammingError as error:
        return "permission denied" in str(error)
    except Exception:
        return False
    return False


def may(table, column="pool"):
    return {verb for verb, statement in VERBS.items() if not is_refused(statement.format(table, column))}


def test_the_answering_login_reads_no_table_of_the_town_and_none_of_the_issuing_side(logins):
    lying = places(connection)
    become(logins["answering"])
    closed = {table: place for table, place in lying.items() if place in ("public", "issuing")}
    assert len(closed) > 100 and {"issuing", "public"} == set(closed.values())
    for table, place in closed.items():
        for verb in VERBS.values():
            assert is_refused(verb.format(f'"{place}"."{table}"', "id")), (table, verb)


@pytest.mark.parametrize(("login", "expected"), [("answering", ANSWERING_MAY), ("town", TOWN_MAY)])
def test_what_each_login_may_do_on_the_answering_side(logins, login, expected):
    become(logins[login])
    assert {table: may(f"answering.{table}") for table in expected} == expected


def test_brackets_confine_a_verb_to_columns(logins):
    become(logins["answering"])
    assert is_refused("SELECT sealed_answers FROM answering.surveys_innerenvelope")
    assert not is_refused("SELECT id FROM answering.surveys_innerenvelope")
    assert is_refused("SELECT digest FROM answering.surveys_receipt")
    become(logins["town"])
    assert not is_refused("UPDATE answering.surveys_ticket SET mark = mark")
    assert is_refused("UPDATE answering.surveys_ticket SET digest = digest")


def test_the_town_does_all_its_verbs_with_its_own_login(numbers, logins, acting):
    become(logins["town"])
    survey = factory.opened(acting)
    for choice in ("1", "2", "3"):
        factory.answer_open(survey, {"1": {"choices": [int(choice)]}})
    actions.shuffle_open_surveys()
    closed = actions.close(survey, by=acting("planner_chief"))
    assert closed.answered_count == 3
    assert tallies.tally(closed, by=acting("planner_chief")).base == 3


def test_logins_that_would_not_be_apart_are_refused(logins):
    def trouble(**names):
        with pytest.raises(CommandError) as refused:
            call_command("grant_sides", **{**logins, **names})
        return str(refused.value)

    assert "two logins" in trouble(answering=logins["town"])
    assert "No such login: nobody_here" in trouble(answering="nobody_here")
    assert "superuser" in trouble(town="postgres")
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT {logins['town']} TO {logins['answering']}")
    assert f"is a member of {logins['town']}" in trouble()


def test_granting_again_takes_back_what_was_given_by_hand(logins):
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT SELECT ON surveys_survey, surveys_receipt TO {logins['answering']}")
    call_command("grant_sides", **logins)
    become(logins["answering"])
    assert is_refused("SELECT * FROM public.surveys_survey")
    assert is_refused("SELECT * FROM answering.surveys_receipt")
