"""A history written anew is taken whole: a town in the middle of the old one is told, not passed over."""

from __future__ import annotations

import pytest
from django.core.checks import Tags, run_checks
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

pytestmark = pytest.mark.django_db


def complaints():
    found = run_checks(tags=[Tags.database], databases=["default"])
    return [problem.msg for problem in found if problem.id == "foundation.E010"]


def forget(name):
    """As if the town had never taken the step."""
    rows = MigrationRecorder(connection).migration_qs.filter(app="search", name__endswith=name)
    assert rows.delete()[0]


def test_a_town_at_the_last_state_before_counts_as_migrated():
    forget("0001_squashed_0002_full_text")
    assert complaints() == []
    call_command("migrate", check_unapplied=True, skip_checks=False, verbosity=0)


def test_a_town_in_the_middle_of_the_old_history_is_not_migrated():
    forget("0002_full_text")
    told = "search lacks 0002_full_text: migrate with the version before this one first."
    assert complaints() == [told]
    with pytest.raises(CommandError, match="lacks 0002_full_text"):
        call_command("migrate", skip_checks=False, verbosity=0)
