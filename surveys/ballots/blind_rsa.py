"""RFC 9474: RSA blind signatures, RSABSSA-SHA384-PSS-Randomized. Plain arithmetic: no model, no request.

The signer signs what it cannot see: the holder multiplies the message by a random factor, and divides the
signature by it again. Names follow the RFC (section 4). A secret exponent is used by `powmod_sec` only, which
takes the same time whatever its digits are, and on a message multiplied by yet another random number.
"""

from __future__ import annotations

import hashlib
import math
import secrets
from dataclasses import dataclass
from typing import Any

import gmpy2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey

PREFIX_BYTES = 32
SALT_BYTES = 48


class Refused(Exception):
    """The number to sign is out of range, or the signature made or received is not one."""


@dataclass(frozen=True)
class Blinded:
    """What goes to the signer, and what the holder keeps to take the blinding off again."""

    message: bytes
    inverse: int


def prepare(message: bytes) -> bytes:
    """PrepareRandomize (4.1): a random beginning, so that the signer cannot choose what is signed."""
    return secrets.token_bytes(PREFIX_BYTES) + message


def blind(
    key: RSAPublicKey,
    message: bytes,
    *,
    salt_bytes: int = SALT_BYTES,
    salt: bytes | None = None,
    factor: int | None = None,
) -> Blinded:
    """Blind (4.2). Salt and factor are drawn here; only the test vectors bring their own."""
    n, e = _numbers(key)
    encoded = encode(message, n.bit_length() - 1, secrets.token_bytes(salt_bytes) if salt is None else salt)
    m = int.from_bytes(encoded)
    if math.gcd(m, n) != 1:
        raise Refused("invalid input")
    r = _unit(n) if factor is None else factor
    return Blinded(_bytes(m * pow(r, e, n) % n, n), pow(r, -1, n))


def blind_sign(key: RSAPrivateKey, blinded: bytes) -> bytes:
    """BlindSign (4.3): by the two primes apart, under another random factor, and checked before it leaves.

    The check keeps one wrong bit of the machine from giving the primes away (RFC 9474, 7.1).
    """
    private = key.private_numbers()
    n, e = private.public_numbers.n, private.public_numbers.e
    m = int.from_bytes(blinded)
    if len(blinded) != _length(n) or not 1 < m < n - 1:
        raise Refused("unexpected message representative out of range")
    r = _unit(n)
    hidden = m * pow(r, e, n) % n
    by_p = int(gmpy2.powmod_sec(hidden % private.p, private.dmp1, private.p))
    by_q = int(gmpy2.powmod_sec(hidden % private.q, private.dmq1, private.q))
    s = (by_q + private.q * ((by_p - by_q) * private.iqmp % private.p)) * pow(r, -1, n) % n
    if pow(s, e, n) != m:
        raise Refused("signing failure")
    return _bytes(s, n)


def finalize(
    key: RSAPublicKey, message: bytes, blind_signature: bytes, inverse: int, *, salt_bytes: int = SALT_BYTES
) -> bytes:
    """Finalize (4.4): take the blinding off; what comes out must be an ordinary PSS signature."""
    n, _e = _numbers(key)
    if len(blind_signature) != _length(n):
        raise Refused("unexpected input size")
    signature = _bytes(int.from_bytes(blind_signature) * inverse % n, n)
    if not verify(key, message, signature, salt_bytes=salt_bytes):
        raise Refused("invalid signature")
    return signature


def verify(key: RSAPublicKey, message: bytes, signature: bytes, *, salt_bytes: int = SALT_BYTES) -> bool:
    """RSASSA-PSS-VERIFY with SHA-384 for text and mask (RFC 8017, 8.1.2)."""
    scheme = padding.PSS(padding.MGF1(hashes.SHA384()), salt_bytes)
    try:
        key.verify(signature, message, scheme, hashes.SHA384())
    except InvalidSignature:
        return False
    return True


def encode(message: bytes, bits: int, salt: bytes) -> bytes:
    """EMSA-PSS-ENCODE with SHA-384 (RFC 8017, 9.1.1)."""
    length = -(-bits // 8)
    size = hashlib.sha384().digest_size
    if length < size + len(salt) + 2:
        raise Refused("encoding error")
    h = hashlib.sha384(bytes(8) + hashlib.sha384(message).digest() + salt).digest()
    block = bytes(length - len(salt) - size - 2) + b"\x01" + salt
    masked = bytearray(a ^ b for a, b in zip(block, _mask(h, len(block)), strict=True))
    masked[0] &= 0xFF >> (8 * length - bits)
    return bytes(masked) + h + b"\xbc"


def _mask(seed: bytes, length: int) -> bytes:
    """MGF1 (RFC 8017, B.2.1)."""
    rounds = range(-(-length // 48))
    return b"".join(hashlib.sha384(seed + n.to_bytes(4)).digest() for n in rounds)[:length]


def _unit(n: int) -> int:
    """A random number below n that has an inverse."""
    while True:
        r = secrets.randbelow(n - 1) + 1
        if math.gcd(r, n) == 1:
            return r


def _numbers(key: RSAPublicKey) -> tuple[int, int]:
    numbers: Any = key.public_numbers()
    return numbers.n, numbers.e


def _length(n: int) -> int:
    return -(-n.bit_length() // 8)


def _bytes(number: int, n: int) -> bytes:
    return number.to_bytes(_length(n))
