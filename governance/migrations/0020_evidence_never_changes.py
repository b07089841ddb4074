"""The database itself refuses to change frozen evidence and published months."""

from django.db import migrations

TABLES = ("governance_evidence", "governance_claimevidence", "governance_publishedmonth")
WORDS = "frozen evidence and published months are never changed"

POSTGRES_FUNCTION = f"""
CREATE OR REPLACE FUNCTION evidence_never_changes() RETURNS trigger AS $$
BEGIN
    RAISE EXCEPTION '{WORDS}';
END;
$$ LANGUAGE plpgsql;
"""


def forbid(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    if vendor == "postgresql":
        schema_editor.execute(POSTGRES_FUNCTION)
    for table in TABLES:
        if vendor == "sqlite":
            schema_editor.execute(
                f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
            )
        elif vendor == "postgresql":
            schema_editor.execute(
                f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION evidence_never_changes()"
            )


def allow(apps, schema_editor):
    for table in TABLES:
        on = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_update{on}")


class Migration(migrations.Migration):
    dependencies = [("governance", "0019_rights_claims_and_published_months")]
    operations = [migrations.RunPython(forbid, allow)]
