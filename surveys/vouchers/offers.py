"""What a resident is offered to leave with us: sealed, in their own hands, until they say yes.

Nothing is stored before that. The offer carries the code it will be collected with, so that a second press of the
same button changes nothing.
"""

from __future__ import annotations

import base64
import binascii
import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography.exceptions import InvalidTag

from portal.foundation import clock, parameters, sealing
from surveys.surveys.models import Survey


@dataclass(frozen=True)
class Offer:
    """A signature over our own text, and the code under which it would be kept."""

    code: str
    content: bytes
    upload: bytes


def purpose(survey: Survey) -> str:
    return f"surveys.vouchers:{survey.pk}"


def new_code() -> str:
    """140 random bits in groups a person can copy by hand."""
    text = base64.b32encode(secrets.token_bytes(20)).decode()[:28]
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def make(survey: Survey, *, content: bytes, upload: bytes) -> str:
    """Seal text and signature into a form field; good as long as a text for signing is."""
    lapses = clock.now() + timedelta(minutes=parameters.value("survey.challenge_minutes"))
    told = {
        "code": new_code(),
        "content": base64.b64encode(content).decode(),
        "upload": base64.b64encode(upload).decode(),
        "lapses_at": lapses.isoformat(),
    }
    sealed = sealing.seal(json.dumps(told), purpose=purpose(survey), bound_to=f"offer:{survey.pk}")
    return base64.b64encode(sealed).decode()


def read(survey: Survey, text: str) -> Offer | None:
    """Our own offer for this survey, or None if it is none or has lapsed."""
    try:
        sealed = base64.b64decode(text, validate=True)
        told = json.loads(sealing.unseal(sealed, purpose=purpose(survey), bound_to=f"offer:{survey.pk}"))
    except (binascii.Error, ValueError, InvalidTag, sealing.Erased):
        return None
    if datetime.fromisoformat(told["lapses_at"]) < clock.now():
        return None
    return Offer(told["code"], base64.b64decode(told["content"]), base64.b64decode(told["upload"]))
