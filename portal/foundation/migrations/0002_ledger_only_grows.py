"""The database itself refuses to change or remove a line of the ledger."""

from django.db import migrations

TABLES = ("foundation_auditentry", "foundation_auditseal")

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION ledger_only_grows() RETURNS trigger AS $$
BEGIN
    RAISE EXCEPTION 'the ledger only grows';
END;
$$ LANGUAGE plpgsql;
"""


def forbid(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    if vendor == "postgresql":
        schema_editor.execute(POSTGRES_FUNCTION)
    for table in TABLES:
        for verb in ("UPDATE", "DELETE"):
            name = f"{table}_no_{verb.lower()}"
            if vendor == "sqlite":
                schema_editor.execute(
                    f"CREATE TRIGGER {name} BEFORE {verb} ON {table} "
                    "BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END"
                )
            elif vendor == "postgresql":
                schema_editor.execute(
                    f"CREATE TRIGGER {name} BEFORE {verb} ON {table} "
                    "FOR EACH ROW EXECUTE FUNCTION ledger_only_grows()"
                )


def allow(apps, schema_editor):
    on = {"sqlite": "", "postgresql": " ON {table}"}[schema_editor.connection.vendor]
    for table in TABLES:
        for verb in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}" + on.format(table=table))


class Migration(migrations.Migration):
    dependencies = [("foundation", "0001_initial")]
    operations = [migrations.RunPython(forbid, allow)]
