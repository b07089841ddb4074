"""What a token's holder does alone, as their browser does it (static/ballot.js): for tests, seeds and other programs."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from . import blind_rsa
from .tokens import Token, words


@dataclass(frozen=True)
class Holder:
    """Between asking for the signature and having it."""

    key: RSAPublicKey
    survey: str
    message: bytes
    blinded: blind_rsa.Blinded

    @classmethod
    def begin(cls, key: RSAPublicKey, slug: str) -> Holder:
        message = blind_rsa.prepare(words(slug))
        return cls(key, slug, message, blind_rsa.blind(key, message))

    def finish(self, blind_signature: bytes) -> Token:
        signature = blind_rsa.finalize(self.key, self.message, blind_signature, self.blinded.inverse)
        return Token(self.survey, self.message[: blind_rsa.PREFIX_BYTES], signature)
