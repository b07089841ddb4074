"""The key pair of one survey: public half in the list, secret half sealed under the survey's own key."""

from __future__ import annotations

import hashlib
import hmac
import os

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from portal.foundation import clock
from surveys.envelopes.survey_key import key_of
from surveys.surveys.models import Survey
from surveys.surveys.printed_forms import PrintedForm

from . import blind_rsa
from .models import NOTHING_BEFORE, BallotKey

BITS = 3072
"""Offline forging is the risk of a key that lives for weeks (NIST SP 800-57: 128 bits of strength)."""
DER = serialization.Encoding.DER
LABEL = b"ballot key"


def new_pair() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, BITS)


def entry_for(survey: Survey) -> BallotKey:
    """A new key, as the next entry of the public list; not yet saved."""
    pair = new_pair()
    public = pair.public_key().public_bytes(DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    last = BallotKey.objects.select_for_update().order_by("-number").first()
    entry = BallotKey(
        number=last.number + 1 if last else 1,
        survey=survey,
        public_key=public,
        fingerprint=hashlib.sha256(public).hexdigest(),
        published_on=clock.today(),
        previous_hash=last.entry_hash if last else NOTHING_BEFORE,
        sealed_private=_sealed(survey, pair),
    )
    entry.entry_hash = hash_of(entry)
    return entry


def hash_of(entry: BallotKey) -> str:
    """SHA-256 over five lines, so that anybody can work it out with any tool."""
    return hashlib.sha256(lines(entry).encode()).hexdigest()


def lines(entry: BallotKey) -> str:
    parts = (entry.number, entry.survey.slug, entry.fingerprint, entry.published_on, entry.previous_hash)
    return "".join(f"{part}\n" for part in parts)


def chain_holds(entries: list[BallotKey]) -> bool:
    """Does every entry name the one before, is every hash right, and every fingerprint that of its key?"""
    before = NOTHING_BEFORE
    for number, entry in enumerate(entries, start=1):
        shown = (entry.number, entry.previous_hash, entry.entry_hash)
        if shown != (number, before, hash_of(entry)):
            return False
        if entry.fingerprint != hashlib.sha256(bytes(entry.public_key)).hexdigest():
            return False
        before = entry.entry_hash
    return True


def public(entry: BallotKey) -> rsa.RSAPublicKey:
    return _read(bytes(entry.public_key))


def of_form(form: PrintedForm) -> rsa.RSAPublicKey | None:
    """The key as it was printed beside the questions; the list of keys stays with the town."""
    return _read(bytes(form.ballot_key)) if form.ballot_key else None


def _read(der: bytes) -> rsa.RSAPublicKey:
    key = serialization.load_der_public_key(der)
    assert isinstance(key, rsa.RSAPublicKey)
    return key


def sign(entry: BallotKey, survey: Survey, blinded: bytes) -> bytes:
    """Sign what nobody here can read.

    Raises:
        blind_rsa.Refused: this is no number that may be signed.
    """
    sealed = bytes(entry.sealed_private or b"")
    content = _cipher(survey).decrypt(sealed[:12], sealed[12:], _place(survey))
    pair = serialization.load_der_private_key(content, None, unsafe_skip_rsa_key_validation=True)
    assert isinstance(pair, rsa.RSAPrivateKey)
    return blind_rsa.blind_sign(pair, blinded)


def _sealed(survey: Survey, pair: rsa.RSAPrivateKey) -> bytes:
    content = pair.private_bytes(DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    nonce = os.urandom(12)
    return nonce + _cipher(survey).encrypt(nonce, content, _place(survey))


def _cipher(survey: Survey) -> AESGCM:
    return AESGCM(hmac.new(key_of(survey), LABEL, hashlib.sha256).digest())


def _place(survey: Survey) -> bytes:
    return f"survey:{survey.pk}".encode()
