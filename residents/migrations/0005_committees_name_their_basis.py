"""A committee that named no legal basis says so, before the database begins to ask for one."""

from django.db import migrations


def say_so(apps, schema_editor):
    bodies = apps.get_model("residents.Body").objects.filter(kind="committee", legal_basis="")
    bodies.update(legal_basis="根拠未登録")


class Migration(migrations.Migration):
    dependencies = [("residents", "0004_functions_left_open_for_a_reason")]

    operations = [migrations.RunPython(say_so, migrations.RunPython.noop)]
