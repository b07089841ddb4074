"""The database refuses to delete a version of a rule, too; and its refusal to change one is put back.

SQLite builds a table anew when a constraint on it changes, and its triggers are lost on the way.
"""

from django.db import migrations

TABLE = "governance_ruleversion"
SAYS = {
    "UPDATE": "a version of a rule is never changed",
    "DELETE": "a version of a rule is never deleted",
}

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION rule_versions_never_go() RETURNS trigger AS $$
BEGIN
    RAISE EXCEPTION 'a version of a rule is never deleted';
END;
$$ LANGUAGE plpgsql;
"""
FUNCTIONS = {"UPDATE": "rule_versions_never_change", "DELETE": "rule_versions_never_go"}


def forbid(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    if vendor == "postgresql":
        schema_editor.execute(POSTGRES_FUNCTION)
    for verb, words in SAYS.items():
        name = f"{TABLE}_no_{verb.lower()}"
        _drop(schema_editor, name)
        if vendor == "sqlite":
            schema_editor.execute(
                f"CREATE TRIGGER {name} BEFORE {verb} ON {TABLE} BEGIN SELECT RAISE(ABORT, '{words}'); END"
            )
        elif vendor == "postgresql":
            schema_editor.execute(
                f"CREATE TRIGGER {name} BEFORE {verb} ON {TABLE} "
                f"FOR EACH ROW EXECUTE FUNCTION {FUNCTIONS[verb]}()"
            )


def allow(apps, schema_editor):
    _drop(schema_editor, f"{TABLE}_no_delete")


def _drop(schema_editor, name):
    on = f" ON {TABLE}" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


class Migration(migrations.Migration):
    dependencies = [("governance", "0012_rules_end_in_every_way")]
    operations = [migrations.RunPython(forbid, allow)]
