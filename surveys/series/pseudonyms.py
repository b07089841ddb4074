"""The one thing that joins two answers of one person: a keyed mark that leads back to nobody."""

from __future__ import annotations

from portal.foundation import custody
from surveys.certificates.person import VerifiedPerson
from surveys.surveys.models import Anonymity, Survey

from .models import Wave


def mark_for(survey: Survey, person: VerifiedPerson) -> str:
    """The person's pseudonym in this survey's series; empty where the survey promises anonymity or asks for names.

    It is made from what stays equal when a certificate is renewed, under a key that only the custodian holds.
    """
    if survey.anonymity != Anonymity.PSEUDONYMOUS:
        return ""
    wave = Wave.objects.select_related("series").get(survey=survey)
    return custody.mark(wave.series.key_name, f"pseudonym\x1f{person.same_person_text}")[:32]
