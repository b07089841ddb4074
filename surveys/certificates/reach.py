"""Which list of revoked certificates speaks for which certificate (RFC 5280 5.2.5 and 6.3.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.x509.oid import ExtensionOID

from .reasons import Refused

ALL, RESIDENTS, AUTHORITIES = "all", "residents", "authorities"


@dataclass(frozen=True)
class Reach:
    """Which certificates a list speaks for: of which distribution points (None: of all), and of whom."""

    names: frozenset[bytes] | None = None
    covers: str = ALL

    def includes(self, certificate: x509.Certificate, points: frozenset[bytes]) -> bool:
        """Does the list speak for this certificate, whose `points_of` are given?"""
        if self.covers != ALL and (self.covers == AUTHORITIES) != is_authority(certificate):
            return False
        return self.names is None or bool(self.names & points)


def reach_of(crl: x509.CertificateRevocationList) -> Reach:
    """What the list says it speaks for; lists of changes, of some reasons or for other issuers are refused.

    The number of a list serves lists of changes only; a list without one is read all the same (RFC 5280 5.2.3
    asks it of authorities, not of readers).
    """
    reach = Reach()
    for extension in crl.extensions:
        if extension.oid == ExtensionOID.DELTA_CRL_INDICATOR:
            raise Refused("crl-scope")
        if extension.oid == ExtensionOID.ISSUING_DISTRIBUTION_POINT:
            reach = _stated(extension.value)
        elif extension.critical:
            raise Refused("crl-critical")
    return reach


def _stated(point: x509.IssuingDistributionPoint) -> Reach:
    if point.indirect_crl or point.only_some_reasons or point.only_contains_attribute_certs:
        raise Refused("crl-scope")
    names = _comparable(point.full_name) if point.full_name else None
    if point.relative_name or names == frozenset():
        raise Refused("crl-scope")
    if point.only_contains_ca_certs:
        return Reach(names, AUTHORITIES)
    return Reach(names, RESIDENTS if point.only_contains_user_certs else ALL)


def points_of(certificate: x509.Certificate, issuer_name: bytes) -> frozenset[bytes]:
    """The names of the lists that speak for this certificate; the issuer's own name is always one of them.

    A point for some reasons only, or at another issuer, names no list we could use (RFC 5280 6.3.3).
    """
    names = {issuer_name}
    try:
        points = certificate.extensions.get_extension_for_class(x509.CRLDistributionPoints).value
    except x509.ExtensionNotFound:
        return frozenset(names)
    for point in points:
        if point.full_name and not point.reasons and not point.crl_issuer:
            names |= _comparable(point.full_name)
    return frozenset(names)


def is_authority(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False


def _comparable(names: Iterable[x509.GeneralName]) -> frozenset[bytes]:
    """Names of a point as bytes, for they must be written identically; an address is a name and never fetched."""
    found = set()
    for name in names:
        if isinstance(name, x509.DirectoryName):
            found.add(name.value.public_bytes(serialization.Encoding.DER))
        elif isinstance(name, x509.UniformResourceIdentifier):
            found.add(b"uri:" + name.value.encode())
    return frozenset(found)
