"""What is asked lies on the answering side too, as it was printed at the opening, and is never changed there."""

from django.db import migrations, models

from portal.foundation.sides import PutOnSide

TRIGGER = "surveys_printedform_no_update"
CHANGE = "UPDATE OF pool, slug, content, sealing_key ON surveys_printedform"
WORDS = "what was printed stays as it is"
FUNCTION = f"""
CREATE OR REPLACE FUNCTION printed_form_stays() RETURNS trigger AS $$
BEGIN
    RAISE EXCEPTION '{WORDS}';
END;
$$ LANGUAGE plpgsql;
"""


def forbid(apps, schema_editor):
    """Status, last day and ballot key follow the survey; what is asked, and how sheets are closed, does not change."""
    vendor = schema_editor.connection.vendor
    if vendor == "postgresql":
        schema_editor.execute(FUNCTION)
        schema_editor.execute(
            f"CREATE TRIGGER {TRIGGER} BEFORE {CHANGE} FOR EACH ROW EXECUTE FUNCTION printed_form_stays()"
        )
    elif vendor == "sqlite":
        schema_editor.execute(
            f"CREATE TRIGGER {TRIGGER} BEFORE {CHANGE} BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
        )


def allow(apps, schema_editor):
    on = " ON surveys_printedform" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(f"DROP TRIGGER IF EXISTS {TRIGGER}{on}")


class Migration(migrations.Migration):

    dependencies = [
        ('surveys', '0009_two_sides_apart'),
    ]

    operations = [
        migrations.CreateModel(
            name='PrintedForm',
            fields=[
                ('pool', models.UUIDField(primary_key=True, serialize=False)),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('content', models.JSONField()),
                ('sealing_key', models.BinaryField()),
                ('ballot_key', models.BinaryField(null=True)),
                ('status', models.CharField(choices=[('planning', 'in planning'), ('review', 'content under review'), ('approved', 'content approved'), ('permitted', 'ready to open'), ('collecting', 'open for answers'), ('suspended', 'interrupted'), ('closed', 'answering closed'), ('tallied', 'being evaluated'), ('published', 'result published'), ('cancelled', 'survey given up')], max_length=20)),
                ('closes_on', models.DateField()),
            ],
        ),
        migrations.AddField(
            model_name='survey',
            name='sheet_key',
            field=models.BinaryField(null=True),
        ),
        migrations.RunPython(forbid, allow),
        PutOnSide("answering", ["surveys_printedform"]),
    ]
