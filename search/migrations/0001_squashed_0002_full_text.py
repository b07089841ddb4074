"""The tables of the index, and its full-text side, kept in step with the table by triggers of the database.

PostgreSQL: a tsvector whose positions are those of the tokens, made without the parser (which would split and
drop as the server's locale pleases). SQLite: an FTS5 table with external content, because SQLite 3.40 cannot delete
from a contentless one. Altering ``search_entry`` on SQLite remakes it and drops its triggers: write them again then.
"""

from django.db import migrations, models

SQLITE = [
    """CREATE VIRTUAL TABLE search_entry_fts USING fts5(
        tokens, content='search_entry', content_rowid='id', tokenize="unicode61 remove_diacritics 0")""",
    """CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN
        INSERT INTO search_entry_fts(rowid, tokens) VALUES (new.id, new.tokens); END""",
    """CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN
        INSERT INTO search_entry_fts(search_entry_fts, rowid, tokens) VALUES ('delete', old.id, old.tokens); END""",
    """CREATE TRIGGER search_entry_changed AFTER UPDATE OF tokens ON search_entry BEGIN
        INSERT INTO search_entry_fts(search_entry_fts, rowid, tokens) VALUES ('delete', old.id, old.tokens);
        INSERT INTO search_entry_fts(rowid, tokens) VALUES (new.id, new.tokens); END""",
]
SQLITE_BACK = [
    "DROP TRIGGER search_entry_added",
    "DROP TRIGGER search_entry_removed",
    "DROP TRIGGER search_entry_changed",
    "DROP TABLE search_entry_fts",
]
POSTGRESQL = [
    "ALTER TABLE search_entry ADD COLUMN vector tsvector",
    "CREATE INDEX search_entry_vector ON search_entry USING gin (vector)",
    """CREATE FUNCTION search_entry_vector() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        NEW.vector := (
            SELECT string_agg('''' || token || ''':' || least(position, 16383), ' ')
            FROM unnest(string_to_array(NEW.tokens, ' ')) WITH ORDINALITY AS t(token, position)
            WHERE token <> ''
        )::tsvector;
        RETURN NEW;
    END $$""",
    """CREATE TRIGGER search_entry_vector BEFORE INSERT OR UPDATE OF tokens ON search_entry
        FOR EACH ROW EXECUTE FUNCTION search_entry_vector()""",
]
POSTGRESQL_BACK = [
    "DROP TRIGGER search_entry_vector ON search_entry",
    "DROP FUNCTION search_entry_vector()",
    "ALTER TABLE search_entry DROP COLUMN vector",
]


def run(statements):
    def apply(apps, schema_editor):
        for statement in statements.get(schema_editor.connection.vendor, []):
            schema_editor.execute(statement)

    return apply


class Migration(migrations.Migration):
    replaces = [
        ("search", "0001_initial"),
        ("search", "0002_full_text"),
    ]

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("object_id", models.CharField(max_length=40)),
                ("place", models.CharField(blank=True, max_length=40)),
                ("passage", models.PositiveSmallIntegerField(default=0)),
                ("audience", models.BigIntegerField()),
                ("locale", models.CharField(blank=True, max_length=10)),
                ("created_at", models.DateTimeField()),
                ("title", models.CharField(max_length=300)),
                ("reading", models.CharField(blank=True, max_length=600)),
                ("text", models.TextField(blank=True)),
                ("url", models.CharField(max_length=500)),
                ("label", models.CharField(blank=True, max_length=40)),
                ("tokens", models.TextField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("kind", "object_id", "place", "passage"), name="entry_once")],
            },
        ),
        migrations.CreateModel(
            name="IndexState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ledger_seen", models.JSONField(default=list)),
                ("pages_seen", models.BigIntegerField(default=0)),
                ("dictionary", models.CharField(blank=True, max_length=60)),
            ],
        ),
        migrations.RunPython(
            run({"sqlite": SQLITE, "postgresql": POSTGRESQL}),
            run({"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK}),
        ),
    ]
