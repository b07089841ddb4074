"""Answers of a responder, good by default and spoiled in one thing on request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from surveys.certificates import testca

from .desk import NOW, Card, instead, without

MINUTE = timedelta(minutes=1)
GOOD, REVOKED, UNKNOWN = (
    ocsp.OCSPCertStatus.GOOD,
    ocsp.OCSPCertStatus.REVOKED,
    ocsp.OCSPCertStatus.UNKNOWN,
)


@dataclass(frozen=True)
class Responder:
    """Somebody who answers, rightly or not."""

    certificate: x509.Certificate
    key: object


def appoint(root: testca.Root, key, *, change=lambda builder: builder, **dates) -> Responder:
    """A responder appointed by a root; `change` spoils the appointment."""
    name = testca.name((NameOID.COUNTRY_NAME, "JP"), (NameOID.COMMON_NAME, "OCSP JPKI-TEST"))
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(root.certificate.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(dates.get("begins", NOW - timedelta(days=20)))
        .not_valid_after(dates.get("ends", NOW + timedelta(days=20)))
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.OCSP_SIGNING]), critical=False)
        .add_extension(x509.OCSPNoCheck(), critical=False)
    )
    return Responder(change(builder).sign(root.key, testca._hash_for(root.key)), key)


def for_another_purpose(builder):
    return instead(builder, x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), critical=False)


def to_be_asked_about(builder):
    return without(builder, x509.OCSPNoCheck)


def answer(
    card: Card,
    root: testca.Root,
    responder: Responder,
    *,
    status=GOOD,
    this_update=NOW - 5 * MINUTE,
    next_update=NOW + 10 * MINUTE,
    nonce: bytes | None = None,
    name_hash=None,
    enclosed: list | None = None,
    by_name: bool = False,
) -> bytes:
    """One answer about one card; each keyword changes one thing of a good one."""
    encoding = ocsp.OCSPResponderEncoding.NAME if by_name else ocsp.OCSPResponderEncoding.HASH
    builder = (
        ocsp.OCSPResponseBuilder()
        .add_response(
            card.certificate,
            root.certificate,
            name_hash or hashes.SHA1(),
            status,
            this_update,
            next_update,
            NOW - timedelta(days=1) if status is REVOKED else None,
            x509.ReasonFlags.certificate_hold if status is REVOKED else None,
        )
        .responder_id(encoding, responder.certificate)
    )
    enclosed = [responder.certificate] if enclosed is None else enclosed
    if enclosed:
        builder = builder.certificates(enclosed)
    if nonce is not None:
        builder = builder.add_extension(x509.OCSPNonce(nonce), critical=False)
    return builder.sign(responder.key, testca._hash_for(responder.key)).public_bytes(
        serialization.Encoding.DER
    )


def failure(status: ocsp.OCSPResponseStatus) -> bytes:
    return ocsp.OCSPResponseBuilder.build_unsuccessful(status).public_bytes(serialization.Encoding.DER)
