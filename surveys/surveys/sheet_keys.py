"""The key pair of a survey's answer sheets: whoever takes answers can close sheets with it and open none.

HPKE (RFC 9180, X25519, HKDF-SHA256, AES-256-GCM). The half that opens rests sealed under the survey's own data key, so
that destroying that still erases the answers, and changing the wrapping keys touches no sheet.
"""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from portal.foundation import sealing

from .models import Survey

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def purpose(survey: Survey) -> str:
    """The name of the survey's own data key; setting that to NULL erases its answers for good."""
    return f"surveys.answers:{survey.pool}"


def new_pair(survey: Survey) -> tuple[bytes, bytes]:
    """The half that closes, in the open, and the half that opens, sealed."""
    pair = X25519PrivateKey.generate()
    opening = sealing.seal(pair.private_bytes_raw().hex(), purpose=purpose(survey), bound_to=_place(survey))
    return pair.public_key().public_bytes_raw(), opening


def close(text: str, public_key: bytes, *, bound_to: str) -> bytes:
    """Encrypt so that only the half in the town's keeping opens it, and only in the place it was closed for."""
    return SUITE.encrypt(text.encode(), X25519PublicKey.from_public_bytes(public_key), bound_to.encode())


class Opener:
    """The opening half, taken out for as long as sheets are counted."""

    def __init__(self, survey: Survey) -> None:
        """Raises Erased: the data key was destroyed, and no sheet of this survey can be opened any more."""
        sealed = bytes(survey.sheet_key or b"")
        raw = bytes.fromhex(sealing.unseal(sealed, purpose=purpose(survey), bound_to=_place(survey)))
        self._key, self._place = X25519PrivateKey.from_private_bytes(raw), purpose(survey).encode()

    def open(self, closed: bytes) -> str:
        return SUITE.decrypt(closed, self._key, self._place).decode()


def _place(survey: Survey) -> str:
    return f"sheet key:{survey.pool}"
