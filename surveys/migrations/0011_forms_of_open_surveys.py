"""Surveys opened before forms were printed get theirs, and a key pair for the sheets still to come."""

import base64
import os
from datetime import date

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap
from django.conf import settings
from django.db import migrations

OPENED = ["collecting", "suspended", "closed", "tallied", "published"]


def print_forms(apps, schema_editor):
    """Sheets already filed stay as they are; the portal opens both kinds (surveys/envelopes/sheets.py)."""
    Survey, PrintedForm = apps.get_model("surveys.Survey"), apps.get_model("surveys.PrintedForm")
    grace = _grace(apps)
    for survey in Survey.objects.filter(status__in=OPENED, sheet_key__isnull=True):
        closing, survey.sheet_key = _pair(apps, survey)
        survey.save(update_fields=["sheet_key"])
        key = getattr(survey, "ballot_key", None)
        PrintedForm.objects.create(
            pool=survey.pool,
            slug=survey.slug,
            content=_content(survey, grace),
            sealing_key=closing,
            ballot_key=bytes(key.public_key) if key else None,
            status=survey.status,
            closes_on=survey.closes_on,
        )


def _content(survey, grace):
    return {
        "title": survey.title,
        "is_gated": survey.mode == "certificate",
        "grace_minutes": grace,
        "questions": [
            {
                "pk": question.pk,
                "position": question.position,
                "kind": question.kind,
                "text": question.text,
                "help": question.help,
                "is_required": question.is_required,
                "may_decline": question.may_decline,
                "choices": [
                    {"pk": choice.pk, "position": choice.position, "text": choice.text}
                    for choice in question.choices.order_by("position")
                ],
            }
            for question in survey.questions.order_by("position")
        ],
    }


def _grace(apps):
    rows = apps.get_model("foundation.Parameter").objects.filter(name="survey.grace_minutes")
    row = rows.filter(valid_from__lte=date.today()).order_by("-valid_from").first()
    return int(row.value) if row is not None and row.value is not None else 0


def _pair(apps, survey):
    """The half that closes, and the half that opens, sealed as the portal seals it (surveys/surveys/sheet_keys.py)."""
    pair, nonce = X25519PrivateKey.generate(), os.urandom(12)
    cipher = AESGCM(_data_key(apps, f"surveys.answers:{survey.pool}"))
    opening = cipher.encrypt(nonce, pair.private_bytes_raw().hex().encode(), f"sheet key:{survey.pool}".encode())
    return pair.public_key().public_bytes_raw(), b"\x01" + nonce + opening


def _data_key(apps, purpose):
    wrapping = [base64.b64decode(key) for key in settings.SEALING_KEYS]
    row, _created = apps.get_model("foundation.SealingKey").objects.get_or_create(
        purpose=purpose, defaults={"wrapped": aes_key_wrap(wrapping[0], os.urandom(32))}
    )
    if row.wrapped is None:  # erased: what is sealed from here on opens for nobody either
        return os.urandom(32)
    for key in wrapping:
        try:
            return aes_key_unwrap(key, bytes(row.wrapped))
        except InvalidUnwrap:
            continue
    raise RuntimeError(f"no key in SEALING_KEYS opens the data key of {purpose}")


class Migration(migrations.Migration):
    dependencies = [
        ("foundation", "__first__"),
        ("surveys", "0010_printed_forms"),
    ]

    operations = [migrations.RunPython(print_forms, migrations.RunPython.noop, elidable=True)]
