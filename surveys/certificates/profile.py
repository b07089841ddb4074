"""The first gate: is this a resident's certificate of the public certification service?

Written against the profile in use (RSA-2048 today, P-256/P-384 announced). Anything a certificate may
carry that this page does not know is refused rather than ignored, if the certificate calls it critical.
"""

from cryptography import x509
from cryptography.hazmat import asn1
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import PublicKeyTypes
from cryptography.x509.oid import ExtensionOID

from .body import body_of
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
Extensions = dict[x509.ObjectIdentifier, x509.Extension]
CURVES = ("secp256r1", "secp384r1")


def read(upload: bytes) -> x509.Certificate:
    """One certificate in DER or PEM, as a help desk receives it."""
    try:
        if upload.lstrip()[:11] == b"-----BEGIN ":
            return x509.load_pem_x509_certificate(upload)
        return x509.load_der_x509_certificate(upload)
    except Exception:
        # The parser reports hostile bytes with several exception types; all mean the same here.
        raise Refused("certificate-malformed")


def check(certificate: x509.Certificate, *, kind: str, policies: set[str]) -> PublicKeyTypes:
    """Read every field once and hold it against the profile; raises `Refused` with the first fault.

    Gives the key, for reading it again would cost as much as using it.
    """
    try:
        _check_encoding(certificate)
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


def _check_encoding(certificate: x509.Certificate) -> None:
    der = certificate.public_bytes(serialization.Encoding.DER)
    if len(der) > MAX_CERTIFICATE_BYTES or certificate.version is not x509.Version.v3:
        raise Refused("profile")
    serial = certificate.serial_number
    if serial <= 0 or serial.bit_length() > 160:
        raise Refused("profile")
    if certificate.not_valid_before_utc >= certificate.not_valid_after_utc:
        raise Refused("profile")
    body = body_of(certificate)
    if body.signature.algorithm != certificate.signature_algorithm_oid:
        raise Refused("profile")
    if asn1.encode_der(body.issuer) == asn1.encode_der(body.subject):
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
