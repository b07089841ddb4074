"""The inner part of a certificate in its own bytes: names are compared as they were written, and fast."""

from typing import Annotated

from cryptography import x509
from cryptography.hazmat import asn1
from cryptography.x509.oid import ObjectIdentifier


@asn1.sequence
class Algorithm:
    algorithm: ObjectIdentifier
    parameters: asn1.Null | None


@asn1.sequence
class Extension:
    identifier: ObjectIdentifier
    critical: Annotated[bool, asn1.Default(False)]
    value: bytes


@asn1.sequence
class Body:
    version: Annotated[int | None, asn1.Explicit(0)]
    serial: int
    signature: Algorithm
    issuer: asn1.TLV
    validity: asn1.TLV
    subject: asn1.TLV
    public_key: asn1.TLV
    issuer_number: Annotated[asn1.BitString | None, asn1.Implicit(1)]
    subject_number: Annotated[asn1.BitString | None, asn1.Implicit(2)]
    extensions: Annotated[list[Extension] | None, asn1.Explicit(3)]


def body_of(certificate: x509.Certificate) -> Body:
    """Decode the signed part strictly; raises what the decoder raises."""
    return asn1.decode_der(Body, certificate.tbs_certificate_bytes)
