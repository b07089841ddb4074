"""Is the certificate still alive? The port, and its first adapter: lists of revoked certificates (RFC 5280).

Further sources (`sources`) implement `RevocationSource` and nothing else changes. Every adapter fails
closed: silence is a reason, never a pass.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Protocol

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.x509.oid import CRLEntryExtensionOID

from .reach import Reach, points_of, reach_of
from .reasons import Refused
from .trust import key_id

MAX_LIST_BYTES = 32 * 1024 * 1024
LIST_HASHES = ("sha256", "sha384", "sha512")
KNOWN_ENTRY_EXTENSIONS = {CRLEntryExtensionOID.CRL_REASON, CRLEntryExtensionOID.INVALIDITY_DATE}


@dataclass(frozen=True)
class Standing:
    """The answer of a source that the certificate is alive, and since when that is known."""

    source: str
    known_at: datetime


class RevocationSource(Protocol):
    """Whoever can say whether a certificate is revoked; raises `Refused` unless it is alive."""

    def check(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Standing: ...


@dataclass(frozen=True)
class LoadedList:
    """One list whose form and signature were found good, kept so that both are checked once."""

    reach: Reach
    this_update: datetime
    next_update: datetime
    serials: frozenset[int]


Held = Callable[[bytes, frozenset[bytes]], Iterable[bytes]]
"""Finds the lists we hold for an issuer's key id and the names of distribution points (or others, if none fits)."""


class ListSource:
    """Answers from the lists the portal holds, one per municipality and root generation."""

    name = "crl"

    def __init__(self, held: Held, known_keys: frozenset[bytes] | None = None):
        self._held = held
        self._known_keys = known_keys
        """Keys of all trusted authorities, where lists were not held against them when taken in."""

    def check(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Standing:
        found = self._in_force(certificate, issuer, at)
        if certificate.serial_number in found.serials:
            raise Refused("revoked")
        return Standing(self.name, found.this_update)

    def _in_force(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> LoadedList:
        points = points_of(certificate, _name_of(issuer))
        loaded = self._loaded(issuer, points)
        covering = [entry for entry in loaded if entry.reach.includes(certificate, points)]
        if not covering:
            raise Refused("crl-scope")
        begun = [entry for entry in covering if entry.this_update <= at]
        if not begun:
            raise Refused("crl-future")
        newest = max(begun, key=lambda entry: entry.this_update)
        if newest.next_update <= at:
            raise Refused("crl-stale")
        return newest

    def _loaded(self, issuer: x509.Certificate, points: frozenset[bytes]) -> tuple[LoadedList, ...]:
        """The issuer's sound lists; without one, the fault of those that claim to be the issuer's."""
        held = tuple(self._held(key_id(issuer), points))
        sound, fault = _sound(held, issuer, self._known_keys)
        if not sound:
            raise Refused(fault)
        return sound


@lru_cache(maxsize=64)
def _sound(
    lists: tuple[bytes, ...], issuer: x509.Certificate, known_keys: frozenset[bytes] | None
) -> tuple[tuple[LoadedList, ...], str]:
    """What is found of these lists holds as long as they are the same: day and certificate are asked of it later."""
    sound, fault = [], "crl-missing"
    for der in lists:
        try:
            if _is_of(der, issuer, known_keys):
                sound.append(load(der, issuer))
        except Refused as refused:
            fault = refused.code
    return tuple(sound), fault


def _is_of(der: bytes, issuer: x509.Certificate, known_keys: frozenset[bytes] | None) -> bool:
    named = _key_named(der, issuer)
    if known_keys is not None and named and named not in known_keys:
        raise Refused("crl-signature")  # a stranger's list under our issuer's name
    return named in (b"", key_id(issuer))


def key_named_by(der: bytes, issuer: x509.Certificate) -> bytes | None:
    """Which key a list of this issuer's name says signed it: root generations share one name.

    None if the list is of another name, empty if it names no key; then its signature alone decides.
    """
    try:
        crl = parse_list(der)
        if crl.issuer != issuer.subject:
            return None
        try:
            authority = crl.extensions.get_extension_for_class(x509.AuthorityKeyIdentifier).value
        except x509.ExtensionNotFound:
            return b""
        return authority.key_identifier or b""
    except Exception:
        raise Refused("crl-malformed")


@lru_cache(maxsize=64)
def _name_of(issuer: x509.Certificate) -> bytes:
    return issuer.subject.public_bytes(serialization.Encoding.DER)


@lru_cache(maxsize=256)
def _key_named(der: bytes, issuer: x509.Certificate) -> bytes | None:
    return key_named_by(der, issuer)


@lru_cache(maxsize=256)
def parse_list(der: bytes) -> x509.CertificateRevocationList:
    """A list parsed once; the same bytes are always the same list."""
    if len(der) > MAX_LIST_BYTES:
        raise Refused("crl-malformed")
    return x509.load_der_x509_crl(der)


@lru_cache(maxsize=256)
def load(der: bytes, issuer: x509.Certificate) -> LoadedList:
    """Read one list completely and check that this issuer signed it; kept, for it never changes."""
    try:
        return _read(parse_list(der), issuer)
    except Refused:
        raise
    except Exception:
        raise Refused("crl-malformed")


def _read(crl: x509.CertificateRevocationList, issuer: x509.Certificate) -> LoadedList:
    algorithm = crl.signature_hash_algorithm
    if algorithm is None or algorithm.name not in LIST_HASHES or crl.issuer != issuer.subject:
        raise Refused("crl-signature")
    if not issuer.extensions.get_extension_for_class(x509.KeyUsage).value.crl_sign:
        raise Refused("crl-signature")
    if not crl.is_signature_valid(issuer.public_key()):
        raise Refused("crl-signature")
    reach = reach_of(crl)
    if crl.next_update_utc is None:
        raise Refused("crl-malformed")
    serials = set()
    for entry in crl:
        if any(e.critical and e.oid not in KNOWN_ENTRY_EXTENSIONS for e in entry.extensions):
            raise Refused("crl-critical")
        serials.add(entry.serial_number)
    return LoadedList(reach, crl.last_update_utc, crl.next_update_utc, frozenset(serials))
