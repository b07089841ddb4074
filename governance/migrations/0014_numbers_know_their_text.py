"""Numbers that a version of a rule had fixed learn which one it was, and end where that rule has ended."""

from django.db import migrations


def connect(apps, schema_editor):
    Parameter = apps.get_model("foundation.Parameter")
    RuleVersion = apps.get_model("governance.RuleVersion")
    for version in RuleVersion.objects.exclude(numbers={}).select_related("rule"):
        rows = Parameter.objects.filter(
            name__in=list(version.numbers),
            valid_from=version.effective_from,
            basis=version.rule.title,
            rests_on="",
        )
        rows.update(
            rests_on=f"governance.ruleversion:{version.pk}",
            url=f"/rules/{version.rule.slug}/?asof={version.effective_from.isoformat()}",
            valid_until=version.rule.ends_on,
        )


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0013_rule_versions_are_never_deleted"),
        ("foundation", "0003_numbers_end_with_their_text"),
    ]
    operations = [migrations.RunPython(connect, migrations.RunPython.noop)]
