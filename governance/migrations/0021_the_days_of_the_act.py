"""An Act, not a rule of the town, says how long an author has to answer a claim: seven days.

情報流通プラットフォーム対処法 (平成13年法律第137号) 第3条第2項第2号, under its present name since 1 April 2025.
"""

from datetime import date

from django.db import migrations

NAME = "rights_claim.reply_days"


def set_days(apps, schema_editor):
    Parameter = apps.get_model("foundation.Parameter")
    if not Parameter.objects.filter(name=NAME).exists():
        Parameter.objects.create(
            name=NAME,
            value=7,
            valid_from=date(2002, 5, 27),
            basis="情報流通プラットフォーム対処法第3条第2項第2号",
        )


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0020_evidence_never_changes"),
        ("foundation", "0002_ledger_only_grows"),
    ]
    operations = [migrations.RunPython(set_days, migrations.RunPython.noop)]
