"""Whoever was verified, whichever way they came: what the next step needs, and no more.

By certificate (`verification`), by the Digital Agency's app, or at a counter: each way ends in a `VerifiedPerson`,
and nothing behind it asks which way it was, except the proof's own note.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from .attributes import Attributes
from .verification import Verdict


class Way(models.TextChoices):
    """How somebody proved who they are (本人確認の方法)."""

    CERTIFICATE = "certificate", _("by certificate")
    APP = "app", _("by the Digital Authentication App")
    COUNTER = "counter", _("at the counter, before two members of staff")


@dataclass(frozen=True)
class VerifiedPerson:
    """One living resident who fulfils what the survey demands; lives as long as the request, never stored.

    `identity_text` names the means of proof (issuer key and serial, or issuer and subject of the app);
    `same_person_text` stays equal when the means is renewed or another way is taken.
    Both only ever leave as keyed digests.
    """

    way: str
    identity_text: str = field(repr=False)
    same_person_text: str = field(default="", repr=False)
    attributes: Attributes | None = field(default=None, repr=False)
    source: str = ""
    known_at: datetime | None = None


def of(verdict: Verdict) -> VerifiedPerson:
    """The person behind an accepted certificate."""
    return VerifiedPerson(
        way=Way.CERTIFICATE,
        identity_text=verdict.certificate_text,
        same_person_text=verdict.attributes.same_person_text if verdict.attributes is not None else "",
        attributes=verdict.attributes,
        source=verdict.source,
        known_at=verdict.known_at,
    )
