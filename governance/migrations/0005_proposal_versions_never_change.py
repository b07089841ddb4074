"""The database itself refuses to change the words a resolution rested on."""

from django.db import migrations

TABLE = "governance_proposalversion"
NAME = f"{TABLE}_no_update"

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION proposal_versions_never_change() RETURNS trigger AS $$
BEGIN
    RAISE EXCEPTION 'the frozen words of a proposal are never changed';
END;
$$ LANGUAGE plpgsql;
"""


def forbid(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    if vendor == "sqlite":
        schema_editor.execute(
            f"CREATE TRIGGER {NAME} BEFORE UPDATE ON {TABLE} "
            "BEGIN SELECT RAISE(ABORT, 'the frozen words of a proposal are never changed'); END"
        )
    elif vendor == "postgresql":
        schema_editor.execute(POSTGRES_FUNCTION)
        schema_editor.execute(
            f"CREATE TRIGGER {NAME} BEFORE UPDATE ON {TABLE} "
            "FOR EACH ROW EXECUTE FUNCTION proposal_versions_never_change()"
        )


def allow(apps, schema_editor):
    on = f" ON {TABLE}" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(f"DROP TRIGGER IF EXISTS {NAME}{on}")


class Migration(migrations.Migration):
    dependencies = [("governance", "0004_proposals_are_followed_to_the_end")]
    operations = [migrations.RunPython(forbid, allow)]
