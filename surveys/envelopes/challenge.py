"""The words a resident signs: readable, bound to survey, place and moment, usable once."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.template.loader import render_to_string
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive, make_aware

from portal.foundation import clock, parameters
from surveys.surveys.models import Survey

from .models import Challenge


def compose(survey: Survey, *, origin: str, nonce: str, at: datetime) -> str:
    """Survey, origin, time and number in plain words; what you see is what you sign."""
    context = {"survey": survey, "origin": origin, "nonce": nonce, "at": at}
    return render_to_string("surveys/envelopes/challenge.txt", context).strip() + "\n"


def issue(survey: Survey, *, origin: str) -> Challenge:
    """Make a new text for signing; anybody may ask for one, it grants nothing."""
    nonce = secrets.token_hex(32)
    now = clock.now()
    return Challenge.objects.create(
        nonce=nonce,
        survey=survey,
        text=compose(survey, origin=origin, nonce=nonce, at=now),
        expires_at=now + timedelta(minutes=parameters.value("survey.challenge_minutes")),
    )


def consume(survey: Survey, nonce: str) -> bytes | None:
    """Take the text away for good and return it, or None if it was used, lapsed or never ours.

    One statement, so that two at once cannot both have it; it runs before any cryptography and stands
    even when the proof then fails.
    """
    table = Challenge._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {table} WHERE nonce = %s AND survey_id = %s RETURNING text, expires_at",
            [nonce, _column(survey)],
        )
        row = cursor.fetchone()
    if row is None or _moment(row[1]) < clock.now():
        return None
    return row[0].encode()


def _column(survey: Survey) -> Any:
    return Challenge._meta.get_field("survey").get_db_prep_value(survey.pk, connection)


def _moment(value: Any) -> datetime:
    moment = parse_datetime(value) if isinstance(value, str) else value
    return make_aware(moment, connection.timezone) if is_naive(moment) else moment


def digest(secret: str) -> str:
    """What is stored in place of a secret that was handed out."""
    return hashlib.sha256("".join(secret.split()).upper().replace("-", "").encode()).hexdigest()
