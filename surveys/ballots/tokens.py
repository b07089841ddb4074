"""The ballot token in its holder's hands: a random number for one survey, and the signature over it.

As text it is one long word, so that it can be copied, printed and kept in any note. Nothing in it names a person.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass

from .blind_rsa import PREFIX_BYTES

KIND = "ballot1"
SHAPE = re.compile(rf"^{KIND}\.(?P<survey>[-\w]+)\.(?P<number>[-\w]+)\.(?P<signature>[-\w]+)$", re.ASCII)


@dataclass(frozen=True)
class Token:
    """What spends one ballot: `number` is the random part of the signed message."""

    survey: str
    number: bytes
    signature: bytes

    @property
    def message(self) -> bytes:
        return self.number + words(self.survey)

    @property
    def digest(self) -> str:
        """Under which the token is noted as spent."""
        return hashlib.sha256(self.message).hexdigest()

    @property
    def receipt(self) -> str:
        """What stands in the public list once the token is spent; its holder can work it out alone."""
        return hashlib.sha256(self.message + self.signature).hexdigest()

    @property
    def code(self) -> str:
        return ".".join((KIND, self.survey, _text(self.number), _text(self.signature)))


def words(slug: str) -> bytes:
    """What is signed besides the random number: for which survey."""
    return f"survey:{slug}".encode()


def read(code: str) -> Token | None:
    """The token in a text somebody pasted; blanks and line ends do not matter."""
    found = SHAPE.match("".join(code.split()))
    if found is None:
        return None
    try:
        number, signature = _bytes(found["number"]), _bytes(found["signature"])
    except binascii.Error:
        return None
    return Token(found["survey"], number, signature) if len(number) == PREFIX_BYTES else None


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
