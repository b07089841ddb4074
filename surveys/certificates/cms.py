"""A strict reader of CMS SignedData (RFC 5652): one signer, signed attributes, nothing else.

`cryptography` cannot verify CMS, so its shape is declared in `signed_data` and decoded by its DER parser.
Everything that can raise is read inside the one try-block of `read`.
"""

import base64
import binascii
import re
from dataclasses import dataclass, field

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat import asn1
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import ObjectIdentifier

from .body import AsRead
from .reasons import Refused
from .signed_data import (
    CONTENT_TYPE,
    DATA,
    MESSAGE_DIGEST,
    RSA_ENCRYPTION,
    SIGNED_DATA,
    AlgorithmIdentifier,
    Attribute,
    ContentInfo,
    IssuerAndSerial,
    SignedData,
    SignerInfo,
)

MAX_BYTES = 32 * 1024
MAX_CERTIFICATES = 5

DIGESTS = {
    "2.16.840.1.101.3.4.2.1": hashes.SHA256(),
    "2.16.840.1.101.3.4.2.2": hashes.SHA384(),
    "2.16.840.1.101.3.4.2.3": hashes.SHA512(),
}
# Signature algorithms that name their hash; plain rsaEncryption takes the digest's.
SIGNATURE_HASHES = {
    "1.2.840.113549.1.1.11": "sha256",
    "1.2.840.113549.1.1.12": "sha384",
    "1.2.840.113549.1.1.13": "sha512",
    "1.2.840.10045.4.3.2": "sha256",
    "1.2.840.10045.4.3.3": "sha384",
    "1.2.840.10045.4.3.4": "sha512",
}


# Calculations that were in use and have become too weak.
OUTDATED = {
    "1.2.840.113549.2.2",
    "1.2.840.113549.2.5",
    "1.3.14.3.2.26",
    "2.16.840.1.101.3.4.2.4",
    "1.2.840.113549.1.1.2",
    "1.2.840.113549.1.1.4",
    "1.2.840.113549.1.1.5",
    "1.2.840.113549.1.1.14",
    "1.2.840.10045.4.1",
    "1.2.840.10045.4.3.1",
    "1.2.840.10040.4.3",
}


@dataclass(frozen=True)
class Signed:
    """What the signer handed in, fully read: nothing below parses again."""

    signer: AsRead = field(repr=False)
    received: bytes = field(repr=False)
    """The upload in DER: the certificate must stand in it as it reads."""
    digest: hashes.HashAlgorithm
    message_digest: bytes
    attached: bytes | None
    signed_bytes: bytes
    signature: bytes

    @property
    def certificate(self) -> x509.Certificate:
        return self.signer.certificate


def unwrap(upload: bytes) -> bytes:
    """Take DER as it is; PEM and pasted base64 are turned into DER."""
    if len(upload) > 2 * MAX_BYTES:
        raise Refused("cms-too-big")
    if upload[:1] == b"\x30":
        return upload
    text = re.sub(rb"-----(BEGIN|END) (CMS|PKCS7)-----", b"", upload)
    try:
        return base64.b64decode(b"".join(text.split()), validate=True)
    except binascii.Error:
        raise Refused("cms-malformed")


def read(upload: bytes) -> Signed:
    """Decode one signature, refusing everything the profile of this portal does not know."""
    der = unwrap(upload)
    if len(der) > MAX_BYTES:
        raise Refused("cms-too-big")
    try:
        return _read(asn1.decode_der(ContentInfo, der), der)
    except Refused:
        raise
    except Exception:
        # The parser reports hostile bytes with several exception types; all mean the same here.
        raise Refused("cms-malformed")


def _read(info: ContentInfo, der: bytes) -> Signed:
    data = info.content
    signers = data.signers.as_list()
    if info.content_type != SIGNED_DATA or data.content.content_type != DATA or len(signers) != 1:
        raise Refused("cms")
    if data.lists is not None:
        raise Refused("cms")  # whether a certificate was revoked is never asked of its holder
    signer = signers[0]
    digest = _digest(signer, data)
    if signer.signed_attributes is None:
        raise Refused("cms")
    message_digest = _message_digest(signer.signed_attributes.as_list())
    return Signed(
        signer=_certificate(signer, data),
        received=der,
        digest=digest,
        message_digest=message_digest,
        attached=data.content.content,
        signed_bytes=asn1.encode_der(signer.signed_attributes),
        signature=signer.signature,
    )


def _digest(signer: SignerInfo, data: SignedData) -> hashes.HashAlgorithm:
    digest = DIGESTS.get(signer.digest_algorithm.algorithm.dotted_string)
    if digest is None:
        raise _unusable(signer.digest_algorithm)
    declared = [algorithm.algorithm for algorithm in data.digest_algorithms.as_list()]
    if declared != [signer.digest_algorithm.algorithm]:
        raise Refused("cms")
    signature_oid = signer.signature_algorithm.algorithm
    if signature_oid != RSA_ENCRYPTION:
        named = SIGNATURE_HASHES.get(signature_oid.dotted_string)
        if named is None:
            raise _unusable(signer.signature_algorithm)
        if named != digest.name:
            raise Refused("cms")
    return digest


def _unusable(algorithm: AlgorithmIdentifier) -> Refused:
    return Refused("weak-hash" if algorithm.algorithm.dotted_string in OUTDATED else "cms")


def _message_digest(attributes: list[Attribute]) -> bytes:
    by_type = {attribute.type: attribute.values.as_list() for attribute in attributes}
    if len(by_type) != len(attributes) or any(len(values) != 1 for values in by_type.values()):
        raise Refused("cms")
    if CONTENT_TYPE not in by_type or MESSAGE_DIGEST not in by_type:
        raise Refused("cms")
    if by_type[CONTENT_TYPE][0].parse(ObjectIdentifier) != DATA:
        raise Refused("cms")
    return by_type[MESSAGE_DIGEST][0].parse(bytes)


def _certificate(signer: SignerInfo, data: SignedData) -> AsRead:
    """The one certificate the signer names; others in the bag are never looked at again."""
    bag = data.certificates.as_list() if data.certificates is not None else []
    if len(bag) > MAX_CERTIFICATES:
        raise Refused("cms")
    found = [read for certificate in bag if (read := _named(certificate, signer)) is not None]
    if len(found) != 1:
        raise Refused("cms")
    expected_version = 1 if isinstance(signer.sid, IssuerAndSerial) else 3
    if (signer.version, data.version) != (expected_version, expected_version):
        raise Refused("cms")
    return found[0]


def _named(certificate: x509.Certificate, signer: SignerInfo) -> AsRead | None:
    if isinstance(signer.sid, IssuerAndSerial):
        if certificate.serial_number != signer.sid.serial:
            return None
        read = AsRead(certificate)
        return read if _whole(read.body.issuer) == _whole(signer.sid.issuer) else None
    try:
        extension = certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier)
    except x509.ExtensionNotFound:
        return None  # another certificate that came along, such as an old root
    return AsRead(certificate) if extension.value.digest == signer.sid else None


def _whole(tlv: asn1.TLV) -> bytes:
    """A value with its tag and length again, to compare names byte by byte."""
    return asn1.encode_der(tlv)


def check_content(signed: Signed, content: bytes) -> None:
    """The signed words must be the server's own words, byte for byte."""
    if signed.attached is not None and signed.attached != content:
        raise Refused("cms-content")
    digest = hashes.Hash(signed.digest)
    digest.update(content)
    if digest.finalize() != signed.message_digest:
        raise Refused("challenge")


def check_signature(signed: Signed, key: object) -> None:
    """The key of the attached certificate made this signature."""
    try:
        verify_signature(key, signed.signature, signed.signed_bytes, signed.digest)
    except InvalidSignature:
        raise Refused("signature")


def verify_signature(key: object, signature: bytes, data: bytes, digest: hashes.HashAlgorithm) -> None:
    """One signature by one key of the two kinds in use; raises `InvalidSignature` if it is not its own."""
    if isinstance(key, rsa.RSAPublicKey):
        key.verify(signature, data, padding.PKCS1v15(), digest)
    elif isinstance(key, ec.EllipticCurvePublicKey):
        key.verify(signature, data, ec.ECDSA(digest))
    else:
        raise Refused("weak-key")
