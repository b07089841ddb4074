"""The step of a migration after which a text that rested readable rests sealed; it goes back too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models import CheckConstraint, Field, Model

from .sealing import Sealed, SealedTextField, seal


class SealFields(Operation):
    """Columns keep their names and change what they hold; many at one time, for each change of the state is dear.

    ``constraints`` are those, by model, whose words change with it because they ask whether such a text is empty.
    Triggers of the tables are the migration's: on SQLite they are lost with the table that is made anew.
    """

    reduces_to_sql = False

    def __init__(
        self,
        fields: Mapping[str, Mapping[str, SealedTextField]],
        constraints: Mapping[str, Sequence[CheckConstraint]] | None = None,
    ) -> None:
        self.fields, self.constraints = fields, constraints or {}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        for model, fields in self.fields.items():
            found = state.models[app_label, model]
            found.fields.update({name: deepcopy(field) for name, field in fields.items()})
            changed = {one.name: one for one in self.constraints.get(model, [])}
            kept = found.options.get("constraints", [])
            found.options["constraints"] = [changed.get(one.name, one) for one in kept]
        state.reload_models([(app_label, model) for model in self.fields], delay=True)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute("PRAGMA secure_delete = ON")
        else:  # a table cannot be changed while keys of its rows wait to be checked
            schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for model, fields in self.fields.items():
            before, after = (state.apps.get_model(app_label, model) for state in (from_state, to_state))
            changed = {one.name for one in self.constraints.get(model, [])}
            _move(schema_editor, before, after, list(fields), changed)

    database_backwards = database_forwards

    def describe(self) -> str:
        return f"Seal {sum(len(fields) for fields in self.fields.values())} texts"

    @property
    def migration_name_fragment(self) -> str:
        return "seal_texts"


def _move(
    editor: BaseDatabaseSchemaEditor,
    before: type[Model],
    after: type[Model],
    names: list[str],
    changed: set[str],
) -> None:
    """Take the words out, change the columns while they are empty, put the words in again."""
    rows = before._base_manager.iterator()
    words = {row.pk: {name: _plain(getattr(row, name)) for name in names} for row in rows}
    old, new = (_columns(model, names) for model in (before, after))
    asked = [one for one in after._meta.constraints if one.name in changed]
    if editor.connection.vendor != "sqlite":
        for one in before._meta.constraints:
            if one.name in changed:
                editor.remove_constraint(before, one)
        before._base_manager.update(**{field.name: _kept("", field, before()) for field in old})
    kept = after._meta.constraints
    after._meta.constraints = [one for one in kept if one.name not in changed]
    for field, other in zip(old, new, strict=True):  # SQLite makes the table anew, and without what is asked
        editor.alter_field(after, field, other)
    for pk, texts in words.items():
        row = after(pk=pk)
        values = {field.name: _kept(texts[field.name], field, row) for field in new}
        after._base_manager.filter(pk=pk).update(**values)
    after._meta.constraints = kept
    for one in asked:
        editor.add_constraint(after, one)


def _columns(model: type[Model], names: list[str]) -> list[Field]:
    return [field for field in model._meta.concrete_fields if field.name in names]


def _plain(value: Any) -> str:
    return value.carried() if isinstance(value, Sealed) else value


def _kept(text: str, field: Field, row: Model) -> Any:
    """The text as a field keeps it in a row."""
    if not isinstance(field, SealedTextField):
        return text
    return seal(text, purpose=field.purpose, bound_to=field._bound_to(row)) if text else b""
