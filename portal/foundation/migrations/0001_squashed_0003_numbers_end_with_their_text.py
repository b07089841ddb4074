"""The tables of the floor as they stand, and the ledger that only grows: the database itself refuses anything else."""

from django.db import migrations, models

import portal.foundation.clock
from portal.foundation.never import never

LEDGER = ("foundation_auditentry", "foundation_auditseal")
SAYS = {"words": "the ledger only grows", "function": "ledger_only_grows"}


class Migration(migrations.Migration):
    replaces = [
        ("foundation", "0001_initial"),
        ("foundation", "0002_ledger_only_grows"),
        ("foundation", "0003_numbers_end_with_their_text"),
    ]

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("verb", models.CharField(max_length=120)),
                ("person_id", models.CharField(blank=True, max_length=40)),
                ("body_id", models.CharField(blank=True, max_length=40)),
                ("body_name", models.CharField(blank=True, max_length=200)),
                ("target_type", models.CharField(blank=True, max_length=100)),
                ("target_id", models.CharField(blank=True, max_length=40)),
                ("target_label", models.CharField(blank=True, max_length=300)),
                ("from_status", models.CharField(blank=True, max_length=40)),
                ("to_status", models.CharField(blank=True, max_length=40)),
                ("reason", models.TextField(blank=True)),
                ("reference", models.CharField(blank=True, max_length=120)),
                ("is_public", models.BooleanField(default=False)),
                ("details", models.JSONField(default=dict)),
                ("request_id", models.CharField(blank=True, max_length=64)),
            ],
            options={
                "indexes": [models.Index(fields=["target_type", "target_id"], name="audit_target"), models.Index(fields=["is_public", "-at"], name="audit_public")],
            },
        ),
        migrations.CreateModel(
            name="AuditSeal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("entry_id", models.BigIntegerField(unique=True)),
                ("previous_hash", models.CharField(max_length=64, unique=True)),
                ("chain_hash", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="OutboxMessage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=120)),
                ("recipient_id", models.CharField(db_index=True, max_length=40)),
                ("url", models.CharField(blank=True, max_length=500)),
                ("context", models.JSONField(default=dict)),
                ("once", models.CharField(max_length=200, null=True, unique=True)),
                ("at", models.DateTimeField(default=portal.foundation.clock.now)),
                ("delivered_at", models.DateTimeField(null=True)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("read_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [models.Index(condition=models.Q(("delivered_at__isnull", True)), fields=["id"], name="outbox_undelivered"), models.Index(fields=["recipient_id", "-id"], name="outbox_inbox")],
            },
        ),
        migrations.CreateModel(
            name="Parameter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120)),
                ("value", models.JSONField(null=True)),
                ("valid_from", models.DateField()),
                ("basis", models.CharField(max_length=300, verbose_name="basis")),
                ("rests_on", models.CharField(blank=True, db_index=True, max_length=120)),
                ("url", models.CharField(blank=True, max_length=500)),
                ("valid_until", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ("name", "-valid_from"),
                "constraints": [models.UniqueConstraint(fields=("name", "valid_from"), name="parameter_one_value_a_day")],
            },
        ),
        migrations.CreateModel(
            name="SealingKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("purpose", models.CharField(max_length=120, unique=True)),
                ("wrapped", models.BinaryField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="KeptMail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=portal.foundation.clock.now)),
                ("to", models.CharField(max_length=320)),
                ("subject", models.CharField(max_length=300)),
                ("body", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="Heartbeat",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.RunPython(never("UPDATE", *LEDGER, **SAYS), migrations.RunPython.noop),
        migrations.RunPython(never("DELETE", *LEDGER, **SAYS), migrations.RunPython.noop),
    ]
