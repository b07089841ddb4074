"""Reading the answer of a responder (RFC 6960): who signed it, for which certificate, how fresh, alive or not.

`cryptography` parses such answers and checks nothing in them, so every check is here, in a fixed order,
each with a reason of its own. An answer that cannot be believed is never a pass.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID

from .cms import SIGNATURE_HASHES, verify_signature
from .reasons import Refused
from .revocation import ListSource, Standing
from .trust import load_certificate

MAX_BYTES = 64 * 1024
MAX_CERTIFICATES = 5
MAX_AGE = timedelta(minutes=20)
"""The service refreshes its answers every 15 minutes; an older one is stale, whatever it promises."""

# How an answer names its certificate; a name only, so SHA-1 is no weakness here.
NAME_HASHES = ("sha1", "sha256", "sha384", "sha512")
DER = serialization.Encoding.DER


def judge(
    answer: bytes,
    certificate: x509.Certificate,
    issuer: x509.Certificate,
    at: datetime,
    *,
    nonce: bytes | None = None,
    skew: timedelta = timedelta(0),
    lists: ListSource | None = None,
) -> Standing:
    """The standing an answer gives a certificate; `skew` is what the responder's clock may be ahead.

    `lists` tell whether a responder is itself still appointed, where its certificate does not spare us the
    question (id-pkix-ocsp-nocheck).
    """
    if len(answer) > MAX_BYTES:
        raise Refused("ocsp-malformed")
    try:
        response = ocsp.load_der_ocsp_response(answer)
        if response.response_status is not ocsp.OCSPResponseStatus.SUCCESSFUL:
            raise Refused("ocsp-status")
        _check_signer(response, issuer, at, lists)
        _check_extensions(response, nonce)
        return _standing(_singles_for(response, certificate, issuer), at, skew)
    except Refused:
        raise
    except Exception:
        # The parser is lazy: a bad field may first complain when it is looked at.
        raise Refused("ocsp-malformed")


def _standing(singles: list[ocsp.OCSPSingleResponse], at: datetime, skew: timedelta) -> Standing:
    """All entries about the certificate (it may be named by two digests) must be fresh and good."""
    for single in singles:
        _check_freshness(single, at, skew)
    found = {single.certificate_status for single in singles}
    if ocsp.OCSPCertStatus.REVOKED in found:
        raise Refused("revoked")  # a hold counts as well: only "good" is alive
    if found != {ocsp.OCSPCertStatus.GOOD}:
        raise Refused("ocsp-unknown")
    return Standing("ocsp", min(single.this_update_utc for single in singles))


def _check_signer(
    response: ocsp.OCSPResponse, issuer: x509.Certificate, at: datetime, lists: ListSource | None
) -> None:
    """The issuer itself, or a responder it appointed directly, made this answer with a sound hash."""
    if response.signature_algorithm_oid.dotted_string not in SIGNATURE_HASHES:
        raise Refused("ocsp-signer")
    enclosed = response.certificates
    if len(enclosed) > MAX_CERTIFICATES:
        raise Refused("ocsp-malformed")
    for candidate in (issuer, *enclosed):
        if not _names_itself(response, candidate) or not _may_answer(candidate, issuer, at, lists):
            continue
        try:
            verify_signature(
                candidate.public_key(),
                response.signature,
                response.tbs_response_bytes,
                response.signature_hash_algorithm,
            )
        except InvalidSignature:
            continue
        return
    raise Refused("ocsp-signer")


def _names_itself(response: ocsp.OCSPResponse, candidate: x509.Certificate) -> bool:
    if response.responder_name is not None:
        return candidate.subject == response.responder_name
    return _hash(_key_bits(candidate), hashes.SHA1()) == response.responder_key_hash


def _may_answer(
    candidate: x509.Certificate, issuer: x509.Certificate, at: datetime, lists: ListSource | None
) -> bool:
    if candidate == issuer:
        return True
    if not candidate.not_valid_before_utc <= at <= candidate.not_valid_after_utc:
        return False
    if not _is_appointed(candidate.public_bytes(DER), issuer.public_bytes(DER)):
        return False
    return _spares_the_question(candidate) or _is_alive(candidate, issuer, at, lists)


def _spares_the_question(candidate: x509.Certificate) -> bool:
    return any(isinstance(extension.value, x509.OCSPNoCheck) for extension in candidate.extensions)


def _is_alive(
    candidate: x509.Certificate, issuer: x509.Certificate, at: datetime, lists: ListSource | None
) -> bool:
    """Asked only of lists: a responder cannot vouch for itself (RFC 6960 4.2.2.2.1)."""
    if lists is None:
        return False
    try:
        lists.check(candidate, issuer, at)
    except Refused:
        return False
    return True


@lru_cache(maxsize=64)
def _is_appointed(der: bytes, issuer_der: bytes) -> bool:
    """Did this very issuer make the certificate, for answering?"""
    try:
        responder, issuer = x509.load_der_x509_certificate(der), load_certificate(issuer_der)
        extensions = responder.extensions
        purposes = extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
        if ExtendedKeyUsageOID.OCSP_SIGNING not in purposes or not _may_sign(extensions):
            return False
        if responder.signature_algorithm_oid.dotted_string not in SIGNATURE_HASHES:
            return False
        key = responder.public_key()
        if isinstance(key, rsa.RSAPublicKey) and key.key_size < 2048:
            return False
        responder.verify_directly_issued_by(issuer)
    except (x509.ExtensionNotFound, InvalidSignature, UnsupportedAlgorithm, ValueError, TypeError):
        return False
    return True


def _may_sign(extensions: x509.Extensions) -> bool:
    try:
        return extensions.get_extension_for_class(x509.KeyUsage).value.digital_signature
    except x509.ExtensionNotFound:
        return True


def _check_extensions(response: ocsp.OCSPResponse, nonce: bytes | None) -> None:
    """An answer to our own question repeats its number; a recorded one from earlier cannot."""
    repeated = None
    for extension in response.extensions:
        if isinstance(extension.value, x509.OCSPNonce):
            repeated = extension.value.nonce
        elif extension.critical:
            raise Refused("ocsp-malformed")
    if nonce is not None and repeated != nonce:
        raise Refused("ocsp-nonce")


def _singles_for(
    response: ocsp.OCSPResponse, certificate: x509.Certificate, issuer: x509.Certificate
) -> list[ocsp.OCSPSingleResponse]:
    """The entries that speak of this serial of this issuer, by name and by key."""
    issuer_der = issuer.public_bytes(DER)
    found = [
        single
        for single in response.responses
        if single.serial_number == certificate.serial_number
        and single.hash_algorithm.name in NAME_HASHES
        and (single.issuer_name_hash, single.issuer_key_hash)
        == _issuer_hashes(issuer_der, single.hash_algorithm.name)
    ]
    if not found:
        raise Refused("ocsp-wrong-cert")
    return found


def _check_freshness(single: ocsp.OCSPSingleResponse, at: datetime, skew: timedelta) -> None:
    if single.this_update_utc > at + skew:
        raise Refused("ocsp-future")
    until = single.next_update_utc
    if (until is not None and until <= at) or at - single.this_update_utc > MAX_AGE:
        raise Refused("ocsp-stale")


@lru_cache(maxsize=64)
def _issuer_hashes(issuer_der: bytes, name: str) -> tuple[bytes, bytes]:
    issuer, algorithm = load_certificate(issuer_der), getattr(hashes, name.upper())()
    return _hash(issuer.subject.public_bytes(), algorithm), _hash(_key_bits(issuer), algorithm)


def _key_bits(certificate: x509.Certificate) -> bytes:
    """The public key as the bit string of the certificate holds it."""
    key = certificate.public_key()
    if isinstance(key, ec.EllipticCurvePublicKey):
        return key.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
    return key.public_bytes(DER, serialization.PublicFormat.PKCS1)


def _hash(data: bytes, algorithm: hashes.HashAlgorithm) -> bytes:
    digest = hashes.Hash(algorithm)
    digest.update(data)
    return digest.finalize()
