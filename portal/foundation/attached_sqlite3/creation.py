"""Test databases are made, copied and dropped with both their files."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import creation

from .files import answers_file, beside


class DatabaseCreation(creation.DatabaseCreation):
    def _create_test_db(self, verbosity: int, autoclobber: bool, keepdb: bool = False) -> str:
        name = super()._create_test_db(verbosity, autoclobber, keepdb)  # type: ignore[misc]
        if not keepdb:
            self._forget(name)
        return name

    def _clone_test_db(self, suffix: str, verbosity: int, keepdb: bool = False) -> None:
        super()._clone_test_db(suffix, verbosity, keepdb)  # type: ignore[misc]
        source, target = self.connection.settings_dict, self.get_test_db_clone_settings(suffix)
        if not self.is_in_memory_db(source["NAME"]):
            shutil.copy(answers_file(source), answers_file(target))

    def _destroy_test_db(self, test_database_name: str, verbosity: int) -> None:
        super()._destroy_test_db(test_database_name, verbosity)  # type: ignore[misc]
        self._forget(test_database_name)

    def _forget(self, name: Any) -> None:
        if not self.is_in_memory_db(name):
            for end in ("", "-wal", "-shm"):
                Path(beside(name) + end).unlink(missing_ok=True)
