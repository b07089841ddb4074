"""The authorities the portal trusts, as plain facts the checks can hold without a database."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache

from cryptography import x509

SIGNING = "signing"
AUTHENTICATION = "authentication"

# Certificate policies of the public certification service (a production and a test arc).
SIGNING_POLICY = "1.2.392.200149.8.5.1.1.20"
AUTHENTICATION_POLICY = "1.2.392.200149.8.5.1.3.30"
TEST_SIGNING_POLICY = "1.2.392.200149.8.5.1.0.20"


@dataclass(frozen=True)
class Anchor:
    """One root certificate held by the server; every root generation is an anchor of its own."""

    der: bytes
    kind: str
    policy: str
    valid_from: datetime
    valid_until: datetime
    is_test: bool = False
    further_policies: tuple[str, ...] = ()

    @cached_property
    def policies(self) -> frozenset[str]:
        """The certificate policies under which this authority is trusted."""
        return frozenset((self.policy, *self.further_policies))

    @property
    def certificate(self) -> x509.Certificate:
        return load_certificate(self.der)

    @property
    def key_id(self) -> bytes:
        return _key_id_of(self.der)

    @property
    def is_root(self) -> bool:
        """A root names itself as its issuer; any other authority stands below one."""
        return _names_itself(self.der)

    def trusted_at(self, at: datetime) -> bool:
        return self.valid_from <= at <= self.valid_until


def may_issue(certificate: x509.Certificate) -> bool:
    """Is this an authority at all: called one, and allowed to sign certificates?"""
    try:
        extensions = certificate.extensions
        constraints = extensions.get_extension_for_class(x509.BasicConstraints)
        usage = extensions.get_extension_for_class(x509.KeyUsage).value
    except (x509.ExtensionNotFound, ValueError):
        return False
    return constraints.critical and constraints.value.ca and usage.key_cert_sign


@lru_cache(maxsize=256)
def load_certificate(der: bytes) -> x509.Certificate:
    """An authority's certificate, parsed once; the same bytes are always the same certificate."""
    return x509.load_der_x509_certificate(der)


@lru_cache(maxsize=256)
def _key_id_of(der: bytes) -> bytes:
    return key_id(load_certificate(der))


@lru_cache(maxsize=256)
def _names_itself(der: bytes) -> bool:
    certificate = load_certificate(der)
    return certificate.subject == certificate.issuer


def key_id(certificate: x509.Certificate) -> bytes:
    """The identifier by which leaves name their issuer's key; roots of one name differ only here.

    An authority that states none is named by the digest of its key, as is usual (RFC 5280 4.2.1.2).
    """
    try:
        return certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest
    except x509.ExtensionNotFound:
        return x509.SubjectKeyIdentifier.from_public_key(certificate.public_key()).digest  # type: ignore[arg-type]


def fingerprint(der: bytes) -> str:
    """SHA-256 over the certificate, to be compared by eye with the authority's published sheet."""
    return hashlib.sha256(der).hexdigest()
