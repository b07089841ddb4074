"""The four vectors of RFC 9474, and what a signer must never answer."""

from __future__ import annotations

import json
import secrets

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from surveys.ballots import blind_rsa
from tests.realdata import realdata

VARIANTS = {
    "RSABSSA-SHA384-PSS-Randomized": 48,
    "RSABSSA-SHA384-PSSZERO-Randomized": 0,
    "RSABSSA-SHA384-PSS-Deterministic": 48,
    "RSABSSA-SHA384-PSSZERO-Deterministic": 0,
}


@pytest.fixture(scope="module")
def key():
    return rsa.generate_private_key(65537, 2048)


def number(text):
    return int(text, 16)


@pytest.mark.parametrize("name", VARIANTS)
def test_the_vectors_of_the_rfc_come_out_byte_for_byte(name):
    vectors = json.loads(realdata("rfc9474", "rfc9474.json").read_text())
    (vector,) = [one for one in vectors if one["name"] == name]
    p, q, n, e, d = (number(vector[part]) for part in "pqned")
    public = rsa.RSAPublicNumbers(e, n)
    private = rsa.RSAPrivateNumbers(
        p, q, d, d % (p - 1), d % (q - 1), rsa.rsa_crt_iqmp(p, q), public
    ).private_key()
    message, salt = bytes.fromhex(vector["input_msg"]), bytes.fromhex(vector["salt"])
    assert message == bytes.fromhex(vector["msg_prefix"]) + bytes.fromhex(vector["msg"])
    if "encoded_msg" in vector:
        encoded = blind_rsa.encode(message, n.bit_length() - 1, salt)
        assert encoded == bytes.fromhex(vector["encoded_msg"])
    factor = pow(number(vector["inv"]), -1, n)
    blinded = blind_rsa.blind(private.public_key(), message, salt=salt, factor=factor)
    assert blinded.message == bytes.fromhex(vector["blinded_msg"])
    signed = blind_rsa.blind_sign(private, blinded.message)
    assert signed == bytes.fromhex(vector["blind_sig"])
    final = blind_rsa.finalize(
        private.public_key(), message, signed, blinded.inverse, salt_bytes=VARIANTS[name]
    )
    assert final == bytes.fromhex(vector["sig"])


def test_what_the_signer_sees_and_what_it_meets_again_have_nothing_in_common(key):
    message = blind_rsa.prepare(b"survey:x")
    assert len(message) == 40 and message != blind_rsa.prepare(b"survey:x")
    first, second = (blind_rsa.blind(key.public_key(), message) for _time in range(2))
    assert first.message != second.message
    signature = blind_rsa.finalize(
        key.public_key(), message, blind_rsa.blind_sign(key, first.message), first.inverse
    )
    assert blind_rsa.verify(key.public_key(), message, signature)
    assert not blind_rsa.verify(key.public_key(), message + b"!", signature)
    with pytest.raises(blind_rsa.Refused):
        blind_rsa.finalize(
            key.public_key(), message, blind_rsa.blind_sign(key, first.message), second.inverse
        )


@pytest.mark.parametrize("text", [0, 1, -1, None, "short", "long"])
def test_numbers_that_would_give_something_away_are_not_signed(key, text):
    n = key.public_key().public_numbers().n
    raw = {None: n, "short": 5, "long": 5}.get(text, text if isinstance(text, int) and text >= 0 else n - 1)
    length = {"short": 255, "long": 257}.get(text, 256)
    with pytest.raises(blind_rsa.Refused, match="out of range"):
        blind_rsa.blind_sign(key, raw.to_bytes(length))


def test_a_wrong_bit_while_signing_lets_nothing_out(key, monkeypatch):
    """With one half of the signature wrong, gcd(s^e - m, n) would be a prime of the key."""
    real, calls = blind_rsa.gmpy2.powmod_sec, []

    def faulty(base, exponent, modulus):
        calls.append(modulus)
        return real(base, exponent, modulus) ^ (1 if len(calls) == 1 else 0)

    monkeypatch.setattr(blind_rsa.gmpy2, "powmod_sec", faulty)
    with pytest.raises(blind_rsa.Refused, match="signing failure"):
        blind_rsa.blind_sign(key, secrets.token_bytes(255).rjust(256, b"\0"))
    assert len(calls) == 2
