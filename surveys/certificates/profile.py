"""The first gate: is this a resident's certificate of the public certification service?

Written against the profile in use (RSA-2048 today, P-256/P-384 announced). Anything a certificate may
carry that this page does not know is refused rather than ignored, if the certificate calls it critical.
"""

import re
from base64 import b64decode

from cryptography import x509
from cryptography.hazmat import asn1
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import PublicKeyTypes
from cryptography.x509.oid import ExtensionOID

from .body import AsRead, Body
from .cms import SIGNATURE_HASHES
from .reasons import Refused
from .trust import AUTHENTICATION, SIGNING

MAX_CERTIFICATE_BYTES = 8 * 1024
KNOWN_CRITICAL = {ExtensionOID.KEY_USAGE, ExtensionOID.CERTIFICATE_POLICIES, ExtensionOID.BASIC_CONSTRAINTS}
# Exactly these bits, no more: (digitalSignature, nonRepudiation).
KEY_USAGE = {SIGNING: {"digital_signature", "content_commitment"}, AUTHENTICATION: {"digital_signature"}}
KEY_USAGE_BITS = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
)
DECIDING = {ExtensionOID.KEY_USAGE, ExtensionOID.BASIC_CONSTRAINTS}
Extensions = dict[x509.ObjectIdentifier, x509.Extension]
CURVES = ("secp256r1", "secp384r1")


def read(upload: bytes) -> tuple[x509.Certificate, bytes]:
    """One certificate in DER or PEM, as a help desk receives it; also its bytes as received."""
    try:
        if upload.lstrip()[:11] == b"-----BEGIN ":
            return x509.load_pem_x509_certificate(upload), _unwrapped(upload)
        return x509.load_der_x509_certificate(upload), upload
    except Exception:
        # The parser reports hostile bytes with several exception types; all mean the same here.
        raise Refused("certificate-malformed")


def _unwrapped(pem: bytes) -> bytes:
    block = re.search(rb"-----BEGIN [A-Z0-9 ]*CERTIFICATE-----(.*?)-----END", pem, re.DOTALL)
    return b64decode(block.group(1)) if block else b""


def check(read: AsRead, *, received: bytes, kind: str, policies: set[str]) -> PublicKeyTypes:
    """Read every field once and hold it against the profile; raises `Refused` with the first fault.

    `received` is what was handed in: the certificate as read must stand in it byte for byte, so that no
    other reader sees another one in it. Gives the key, for reading it again would cost as much as using it.
    """
    try:
        certificate = read.certificate
        _check_encoding(read, received)
        extensions = {extension.oid: extension for extension in certificate.extensions}
        _check_criticals(extensions)
        _check_not_an_authority(extensions)
        _check_key_usage(extensions, kind)
        _check_policy(extensions, policies)
        return _checked_key(certificate)
    except Refused:
        raise
    except Exception:
        # The certificate parser is lazy: a bad field may first complain here.
        raise Refused("profile")


def _check_encoding(read: AsRead, received: bytes) -> None:
    certificate, der = read.certificate, read.der
    if len(der) > MAX_CERTIFICATE_BYTES or certificate.version is not x509.Version.v3:
        raise Refused("profile")
    if der not in received:
        raise Refused("profile")
    serial = certificate.serial_number
    if serial <= 0 or serial.bit_length() > 160:
        raise Refused("profile")
    if certificate.not_valid_before_utc >= certificate.not_valid_after_utc:
        raise Refused("profile")
    body = read.body
    if body.signature.algorithm != certificate.signature_algorithm_oid:
        raise Refused("profile")
    if asn1.encode_der(body.issuer) == asn1.encode_der(body.subject):
        raise Refused("profile")
    if body.issuer_number is not None or body.subject_number is not None:
        raise Refused("profile")
    _check_extensions_as_written(certificate, body)


def _check_extensions_as_written(certificate: x509.Certificate, body: Body) -> None:
    """What decides about the certificate must be written in the one way DER allows."""
    written = {extension.identifier: extension.value for extension in body.extensions or ()}
    for extension in certificate.extensions:
        if extension.oid in DECIDING and extension.value.public_bytes() != written[extension.oid]:
            raise Refused("profile")


def _check_criticals(extensions: Extensions) -> None:
    if any(extension.critical and extension.oid not in KNOWN_CRITICAL for extension in extensions.values()):
        raise Refused("unknown-critical")


def _check_not_an_authority(extensions: Extensions) -> None:
    constraints = extensions.get(ExtensionOID.BASIC_CONSTRAINTS)
    if constraints is not None and constraints.value.ca:
        raise Refused("profile")


def _check_key_usage(extensions: Extensions, kind: str) -> None:
    usage = extensions.get(ExtensionOID.KEY_USAGE)
    if usage is None or not usage.critical:
        raise Refused("key-usage")
    if {bit for bit in KEY_USAGE_BITS if getattr(usage.value, bit)} != KEY_USAGE[kind]:
        raise Refused("key-usage")


def _check_policy(extensions: Extensions, policies: set[str]) -> None:
    stated = extensions.get(ExtensionOID.CERTIFICATE_POLICIES)
    if stated is None or not stated.critical:
        raise Refused("policy")
    identifiers = [policy.policy_identifier.dotted_string for policy in stated.value]
    if len(identifiers) != 1 or identifiers[0] not in policies:
        raise Refused("policy")


def _checked_key(certificate: x509.Certificate) -> PublicKeyTypes:
    if certificate.signature_algorithm_oid.dotted_string not in SIGNATURE_HASHES:
        raise Refused("weak-hash")
    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey):
        strong = 2048 <= key.key_size <= 8192 and key.public_numbers().e == 65537
    else:
        strong = isinstance(key, ec.EllipticCurvePublicKey) and key.curve.name in CURVES
    if not strong:
        raise Refused("weak-key")
    return key
