"""Whoever gave words under seal reads who opened them; what was looked at of accounts until now is taken over."""

from django.db import migrations, models
from django.db.models import F

from portal.foundation.never import never

TABLE = "foundation_openedwords"
SAYS = {"words": "the ledger only grows", "function": "ledger_only_grows"}


def take_over(apps, schema_editor):
    OpenedWords = apps.get_model("foundation", "OpenedWords")
    looks = apps.get_model("foundation", "AuditEntry").objects.filter(
        verb="residents.personal_data.viewed", target_type="residents.user"
    )
    of_others = looks.exclude(person_id=F("target_id")).values_list("pk", "target_id")
    OpenedWords.objects.bulk_create(
        (OpenedWords(entry_id=line, person_id=person) for line, person in of_others.iterator()), batch_size=500
    )


class Migration(migrations.Migration):
    dependencies = [("foundation", "0001_squashed_0003_numbers_end_with_their_text")]

    operations = [
        migrations.CreateModel(
            name="OpenedWords",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("entry_id", models.BigIntegerField()),
                ("person_id", models.CharField(max_length=40)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("person_id", "entry_id"), name="opened_words_once")
                ],
            },
        ),
        migrations.RunPython(take_over, migrations.RunPython.noop),
        migrations.RunPython(never("UPDATE", TABLE, **SAYS), migrations.RunPython.noop),
        migrations.RunPython(never("DELETE", TABLE, **SAYS), migrations.RunPython.noop),
    ]
