"""The key that lives as long as a survey takes answers: of the identity digests, and of whatever must end with them."""

from __future__ import annotations

from portal.foundation import sealing
from surveys.surveys.actions import KEY_PURPOSE
from surveys.surveys.models import Survey


def key_of(survey: Survey) -> bytes:
    """Opened for the moment.

    Raises:
        sealing.Erased: the survey was closed, and there is nothing left to open.
    """
    if survey.envelope_key is None:
        raise sealing.Erased(KEY_PURPOSE)
    sealed = bytes(survey.envelope_key)
    return bytes.fromhex(sealing.unseal(sealed, purpose=KEY_PURPOSE, bound_to=f"survey:{survey.pk}"))
