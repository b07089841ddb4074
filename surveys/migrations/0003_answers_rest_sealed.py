"""Answer sheets filed in plain words are sealed under a key of their survey."""

import base64
import json
import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap
from django.conf import settings
from django.db import migrations, models

PADDED_TO = 1024


def seal_answers(apps, schema_editor):
    """Pool by pool, as the portal does from now on (surveys/envelopes/sheets.py)."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("PRAGMA secure_delete = ON")
    InnerEnvelope = apps.get_model("surveys.InnerEnvelope")
    for pool in InnerEnvelope.objects.values_list("pool", flat=True).distinct().order_by():
        purpose = f"surveys.answers:{pool}"
        cipher = AESGCM(_data_key(apps, purpose))
        rows = list(InnerEnvelope.objects.filter(pool=pool))
        for row in rows:
            text, nonce = json.dumps(row.answers), os.urandom(12)
            padded = text.ljust(-(-len(text) // PADDED_TO) * PADDED_TO)
            row.sealed_answers = b"\x01" + nonce + cipher.encrypt(nonce, padded.encode(), purpose.encode())
            row.answers = {}
        InnerEnvelope.objects.bulk_update(rows, ["sealed_answers", "answers"], batch_size=200)


def _data_key(apps, purpose):
    wrapping = [base64.b64decode(key) for key in settings.SEALING_KEYS]
    SealingKey = apps.get_model("foundation.SealingKey")
    row, _created = SealingKey.objects.get_or_create(
        purpose=purpose, defaults={"wrapped": aes_key_wrap(wrapping[0], os.urandom(32))}
    )
    for key in wrapping:
        try:
            return aes_key_unwrap(key, bytes(row.wrapped))
        except InvalidUnwrap:
            continue
    raise RuntimeError(f"no key in SEALING_KEYS opens the data key of {purpose}")


class Migration(migrations.Migration):
    dependencies = [
        ("foundation", "__first__"),
        ("surveys", "0002_revocation_service"),
    ]

    operations = [
        migrations.AddField(
            model_name="innerenvelope",
            name="sealed_answers",
            field=models.BinaryField(default=b""),
            preserve_default=False,
        ),
        migrations.RunPython(seal_answers, elidable=True),
        migrations.RemoveField(model_name="innerenvelope", name="answers"),
    ]
