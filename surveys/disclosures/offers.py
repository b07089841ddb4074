"""What may be handed over, taken from the proof and sealed into the resident's own form until they choose."""

from __future__ import annotations

import base64
import binascii
import json
import re
import unicodedata

from cryptography.exceptions import InvalidTag
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.foundation import sealing
from surveys.certificates.attributes import Attributes
from surveys.envelopes.challenge import digest
from surveys.surveys.models import Survey

SEXES = {"1": _("male"), "2": _("female"), "3": _("not known")}
ITEMS: dict[str, str | Promise] = {
    "name": _("Name"),
    "quarter": _("Address up to the quarter, without house number"),
    "birth_year": _("Year of birth"),
    "sex": _("Sex"),
}


def purpose(survey: Survey) -> str:
    """The survey's own data key; destroying it erases every record of the survey."""
    return f"surveys.disclosures:{survey.pk}"


def values_of(attributes: Attributes) -> dict[str, str]:
    """The coarse forms that are offered; nothing finer can be handed over."""
    address = unicodedata.normalize("NFKC", attributes.address)
    return {
        "name": " ".join(attributes.name.split()),
        "quarter": re.split(r"\d|[一二三四五六七八九十]+丁目", address)[0].strip(),
        "birth_year": str(attributes.birth_date.year) if attributes.birth_date else "",
        "sex": attributes.sex,
    }


def make(survey: Survey, ticket: str, attributes: Attributes) -> str:
    """A form field that only this server can read, good for this ticket alone."""
    text = json.dumps(values_of(attributes))
    sealed = sealing.seal(text, purpose=purpose(survey), bound_to=_bound_to(survey, ticket))
    return base64.b64encode(sealed).decode()


def read(survey: Survey, ticket: str, offer: str) -> dict[str, str] | None:
    """What was offered with this ticket, or None if the field is not ours."""
    try:
        sealed = base64.b64decode(offer, validate=True)
        return json.loads(sealing.unseal(sealed, purpose=purpose(survey), bound_to=_bound_to(survey, ticket)))
    except (binascii.Error, ValueError, InvalidTag, sealing.Erased):
        return None


def _bound_to(survey: Survey, ticket: str) -> str:
    return f"disclosure:{survey.pk}:{digest(ticket)}"
