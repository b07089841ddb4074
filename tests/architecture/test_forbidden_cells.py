"""What the matrices give to nobody (domain M8, M9, M12) has no question, no action and no reader in the code."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from portal.foundation import audit
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry
from residents.seed_tables import PEOPLE
from surveys import seeds
from surveys.surveys import permissions as surveys
from surveys.tallies import actions as tallies
from surveys.tallies import permissions as results
from tests.factories import surveys as factory

BASE = Path(settings.BASE_DIR)
ROOMS = ("portal", "residents", "disaster", "communities", "surveys", "governance", "home", "search")
CODE = [
    path
    for room in ROOMS
    for path in sorted((BASE / room).rglob("*.py"))
    if not {"migrations", "settings"} & set(path.parts)
]
DEEDS = {
    f"{path.relative_to(BASE)}: {node.name}"
    for path in CODE
    if path.name == "permissions.py" or "actions" in path.stem
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.FunctionDef)
}


def deeds(pattern: str) -> set[str]:
    return {deed for deed in DEEDS if re.search(pattern, deed.split(": ")[1])}


def users_of(name: str) -> set[str]:
    return {
        str(path.relative_to(BASE))
        for path in CODE
        if re.search(rf"\b{name}\b", path.read_text(encoding="utf-8"))
    }


# --- M8: read sealed answers before the end -------------------------------------------------------


def test_answers_are_touched_only_by_those_who_store_mix_and_count_them():
    assert users_of("InnerEnvelope") == {
        "surveys/envelopes/models.py",
        "surveys/envelopes/actions.py",  # stores them, and mixes their order each night
        "surveys/envelopes/sheets.py",  # seals them as they are filed, opens them once the survey is closed
        "surveys/privileges.py",  # says that the answering login may not read them
        "surveys/models.py",
        "surveys/seeds.py",
    }


def test_no_question_and_no_action_reads_answers():
    found = deeds(r"answers|envelope|sheet|(read|open|show|export|reveal|unseal|peek)_?answer")
    assert {deed for deed in found if deed.startswith("surveys/")} == set()


def test_nobody_at_all_reads_or_counts_while_a_survey_runs(town, acting):
    seeds.set_numbers(town)
    survey = factory.opened(acting)
    everybody = [Acting(), CLOCK]
    for key in PEOPLE:
        everybody += [acting(key), acting(key, None)]
    for by in everybody:
        for question in (results.can_read_result, results.can_read_words, surveys.can_tally_survey):
            assert not question(by, survey), (by, question.__name__)
    with pytest.raises(Denied):
        tallies.tally(survey, by=acting("planner_chief"))


# --- M9: read another recruiter's list ------------------------------------------------------------


def test_no_list_of_monitors_is_read_by_a_name_of_its_own():
    """When recruiters get lists, type here by hand which question opens whose list."""
    assert deeds(r"monitor|recruiter|panel_list") == set()


# --- M12: alter or delete the audit log -----------------------------------------------------------


def test_the_only_question_about_the_ledger_is_who_reads_it():
    assert deeds(r"ledger|audit") == {"residents/accounts/permissions.py: can_read_ledger"}


def test_no_code_changes_or_deletes_a_line_of_the_ledger():
    changes = re.compile(r"AuditEntry\.objects\b[^\n]*\.(?:update|delete|bulk_update|update_or_create)\(")
    assert [str(path) for path in CODE if changes.search(path.read_text(encoding="utf-8"))] == []
    record = (BASE / "portal/foundation/audit.py").read_text(encoding="utf-8")
    assert len(re.findall(r"AuditEntry\.objects\.create\(", record)) == 1


@pytest.mark.parametrize(
    "statement", ["UPDATE {table} SET verb = 'another'", "DELETE FROM {table}"], ids=["alter", "delete"]
)
@pytest.mark.django_db
def test_the_database_itself_refuses(statement):
    audit.record("test.thing.done", by=CLOCK)
    before = AuditEntry.objects.count()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table=AuditEntry._meta.db_table))
    assert AuditEntry.objects.count() == before
