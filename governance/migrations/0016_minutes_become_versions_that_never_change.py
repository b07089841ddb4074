"""The minutes written so far become first versions; from now on the database refuses to change a version."""

from django.db import migrations

TABLES = ("governance_minutesversion", "governance_minutesact")

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION minutes_never_change() RETURNS trigger AS $$
BEGIN
    RAISE EXCEPTION 'a version of minutes is never changed';
END;
$$ LANGUAGE plpgsql;
"""


def write_first_versions(apps, schema_editor):
    """Open meetings keep their words public. A closed meeting's full text stops being public:
    it is confirmed, and published anew with a text for the public."""
    Meeting = apps.get_model("governance.Meeting")
    MeetingStep = apps.get_model("governance.MeetingStep")
    MinutesVersion = apps.get_model("governance.MinutesVersion")
    MinutesAct = apps.get_model("governance.MinutesAct")
    people = {str(pk): pk for pk in apps.get_model("residents.User").objects.values_list("pk", flat=True)}
    for meeting in Meeting.objects.exclude(minutes="").filter(minutes_versions__isnull=True):
        steps = {
            step.verb: step
            for step in MeetingStep.objects.filter(subject_id=meeting.pk).order_by("at", "pk")
        }
        drafted = steps.get("draft_minutes")
        version = MinutesVersion.objects.create(
            meeting_id=meeting.pk,
            number=1,
            text=meeting.minutes,
            public_text=meeting.minutes if meeting.is_open else "",
            written_by_id=people.get(drafted.person_id) if drafted else None,
            written_at=drafted.at if drafted else meeting.ends_at,
        )
        if not meeting.is_open and meeting.status == "published":
            meeting.status = "minutes_confirmed"
            meeting.save(update_fields=["status"])
        done = {"minutes_confirmed": ["confirm_minutes"], "published": ["confirm_minutes", "publish_minutes"]}
        for verb in done.get(meeting.status, []):
            step = steps.get(verb)
            MinutesAct.objects.create(
                version=version,
                kind="confirmed" if verb == "confirm_minutes" else "published",
                person_id=people.get(step.person_id) if step else None,
                at=step.at if step else meeting.ends_at,
            )


def forbid(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    if vendor == "postgresql":
        schema_editor.execute(POSTGRES_FUNCTION)
    for table in TABLES:
        if vendor == "sqlite":
            schema_editor.execute(
                f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'a version of minutes is never changed'); END"
            )
        elif vendor == "postgresql":
            schema_editor.execute(
                f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION minutes_never_change()"
            )


def allow(apps, schema_editor):
    for table in TABLES:
        on = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_update{on}")


class Migration(migrations.Migration):
    dependencies = [("governance", "0015_minutes_in_versions_recusals_and_ways_of_voting")]
    operations = [
        migrations.RunPython(write_first_versions, migrations.RunPython.noop),
        migrations.RunPython(forbid, allow),
    ]
