"""The inner part of a certificate in its own bytes: names are compared as they were written, and fast."""

from functools import cached_property
from typing import Annotated

from cryptography import x509
from cryptography.hazmat import asn1
from cryptography.hazmat.primitives import serialization
from cryptography.x509.oid import ObjectIdentifier

from .signed_data import AlgorithmIdentifier


@asn1.sequence
class Extension:
    identifier: ObjectIdentifier
    critical: Annotated[bool, asn1.Default(False)]
    value: bytes


@asn1.sequence
class Body:
    version: Annotated[int | None, asn1.Explicit(0)]
    serial: int
    signature: AlgorithmIdentifier
    issuer: asn1.TLV
    validity: asn1.TLV
    subject: asn1.TLV
    public_key: asn1.TLV
    issuer_number: Annotated[asn1.BitString | None, asn1.Implicit(1)]
    subject_number: Annotated[asn1.BitString | None, asn1.Implicit(2)]
    extensions: Annotated[list[Extension] | None, asn1.Explicit(3)]


@asn1.sequence
class Whole:
    body: Body
    algorithm: AlgorithmIdentifier
    signature: asn1.BitString


class AsRead:
    """A certificate with its bytes and its inner part, each made once for all the checks that look at them."""

    def __init__(self, certificate: x509.Certificate):
        self.certificate = certificate
        self.der = certificate.public_bytes(serialization.Encoding.DER)

    @cached_property
    def body(self) -> Body:
        """The signed part, decoded strictly; raises what the decoder raises."""
        return asn1.decode_der(Whole, self.der).body
