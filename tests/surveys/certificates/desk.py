"""A desk at which test cards are issued and signatures made, good by default and spoiled on request."""

import subprocess
import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

from cryptography import x509
from cryptography.hazmat import asn1
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from surveys.certificates import cms, signed_data, testca
from surveys.certificates.revocation import ListSource
from surveys.certificates.trust import AUTHENTICATION, SIGNING
from surveys.certificates.verification import Demand, Verdict, verify

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
TEXT = "参画 本人確認のための文書\nアンケート：地域情報化に関するアンケート\n番号：0123\n".encode()
SHA256 = "2.16.840.1.101.3.4.2.1"


def new_key(bits: int = 2048, exponent: int = 65537) -> rsa.RSAPrivateKey:
    if exponent == 65537 and bits >= 2048:
        return rsa.generate_private_key(exponent, bits)
    text = subprocess.run(
        ["openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", f"rsa_keygen_bits:{bits}"]
        + ["-pkeyopt", f"rsa_keygen_pubexp:{exponent}"],
        check=True,
        capture_output=True,
    ).stdout
    return serialization.load_pem_private_key(text, None)


@dataclass
class Card:
    certificate: x509.Certificate
    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey

    @cached_property
    def folder(self) -> Path:
        folder = Path(tempfile.mkdtemp())
        pem = serialization.Encoding.PEM
        (folder / "cert.pem").write_bytes(self.certificate.public_bytes(pem))
        (folder / "key.pem").write_bytes(
            self.key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        )
        return folder

    def openssl(self, *options: str, text: bytes = TEXT, md: str = "sha256", outform: str = "DER") -> bytes:
        """Sign as a resident does, with the real command and further options of it."""
        source, out = self.folder / "text", self.folder / "out"
        source.write_bytes(text)
        command = ["openssl", "cms", "-sign", "-binary", "-md", md, "-in", source, "-signer"]
        command += [self.folder / "cert.pem", "-inkey", self.folder / "key.pem", "-outform", outform]
        subprocess.run([*command, "-out", out, *options], check=True, capture_output=True)
        return out.read_bytes()

    def signed(self, text: bytes = TEXT, **changes) -> bytes:
        """The same signature put together by hand, so that one field can be made wrong."""
        return assemble(self, text, **changes)


def _attribute(oid, value) -> cms.Attribute:
    tlv = asn1.decode_der(asn1.TLV, asn1.encode_der(value))
    return cms.Attribute(type=oid, values=asn1.SetOf([tlv]))


def attributes_for(text: bytes) -> list[cms.Attribute]:
    digest = hashes.Hash(hashes.SHA256())
    digest.update(text)
    return [_attribute(cms.CONTENT_TYPE, cms.DATA), _attribute(cms.MESSAGE_DIGEST, digest.finalize())]


def assemble(
    card: Card,
    text: bytes,
    *,
    attributes: list | None = None,
    signer_key=None,
    signature_algorithm: str = "1.2.840.113549.1.1.11",
    digest_algorithm: str = SHA256,
    content_type=cms.DATA,
    certificates: list | None = None,
    version: int = 1,
    times: int = 1,
) -> bytes:
    key = signer_key or card.key
    signed_attributes = asn1.SetOf(attributes if attributes is not None else attributes_for(text))
    to_sign = asn1.encode_der(signed_attributes)
    if callable(key):
        signature = key(to_sign)  # a key that lies elsewhere
    elif isinstance(key, rsa.RSAPrivateKey):
        signature = key.sign(to_sign, padding.PKCS1v15(), hashes.SHA256())
    else:
        signature = key.sign(to_sign, ec.ECDSA(hashes.SHA256()))
    issuer = asn1.decode_der(asn1.TLV, card.certificate.issuer.public_bytes())
    algorithm = cms.AlgorithmIdentifier(
        algorithm=x509.ObjectIdentifier(digest_algorithm), parameters=asn1.Null()
    )
    signer = cms.SignerInfo(
        version=version,
        sid=cms.IssuerAndSerial(issuer=issuer, serial=card.certificate.serial_number),
        digest_algorithm=algorithm,
        signed_attributes=signed_attributes,
        signature_algorithm=cms.AlgorithmIdentifier(
            algorithm=x509.ObjectIdentifier(signature_algorithm), parameters=asn1.Null()
        ),
        signature=signature,
        unsigned_attributes=None,
    )
    bag = [card.certificate] if certificates is None else certificates
    data = cms.SignedData(
        version=version,
        digest_algorithms=asn1.SetOf([algorithm]),
        content=signed_data.EncapsulatedContent(content_type=content_type, content=None),
        certificates=asn1.SetOf(bag),
        lists=None,
        signers=asn1.SetOf([signer] * times),
    )
    return asn1.encode_der(cms.ContentInfo(content_type=cms.SIGNED_DATA, content=data))


class Desk:
    """Two root generations per kind under one name, their lists, and residents' cards."""

    def __init__(self):
        self.old = testca.Root.create(SIGNING, NOW - timedelta(days=3000))
        self.root = testca.Root.create(SIGNING, NOW - timedelta(days=1500))
        self.auth_root = testca.Root.create(AUTHENTICATION, NOW - timedelta(days=1500))
        self.curve_root = testca.Root.create(
            SIGNING, NOW - timedelta(days=30), key=ec.generate_private_key(ec.SECP384R1())
        )
        self.roots = [self.old, self.root, self.auth_root, self.curve_root]
        self.key, self.other_key = new_key(), new_key()
        self.lists = [root.list(NOW - timedelta(hours=3)) for root in self.roots]
        self.anchors = [root.anchor for root in self.roots]
        self.good = self.card()

    def card(self, root=None, key=None, *, begins=None, ends=None, **person) -> Card:
        root, key = root or self.root, key or self.key
        begins, ends = begins or NOW - timedelta(days=100), ends or NOW + timedelta(days=1000)
        return Card(root.issue(key, begins, ends, replace(testca.Person(), **person)), key)

    def builder(self, root=None, key=None, **options) -> x509.CertificateBuilder:
        root = root or self.root
        builder = root.builder(
            key or self.key, NOW - timedelta(days=100), NOW + timedelta(days=1000), **options
        )
        return builder.add_extension(
            x509.SubjectAlternativeName(testca.Person().other_names()), critical=False
        )

    def seal(self, builder: x509.CertificateBuilder, root=None, key=None) -> Card:
        signer = (root or self.root).key
        return Card(builder.sign(signer, testca._hash_for(signer)), key or self.key)

    def judge(
        self, upload: bytes, *, lists=None, at=NOW, content=TEXT, anchors=None, source=None, **demand
    ) -> Verdict:
        demand = {"kind": SIGNING, "municipality": "デモ県デモ市", **demand}
        held = self.lists if lists is None else lists
        return verify(
            upload,
            content=content,
            demand=Demand(**demand),
            anchors=self.anchors if anchors is None else anchors,
            source=source or ListSource(lambda key_id, scope: held),
            at=at,
        )


def without(builder: x509.CertificateBuilder, kind: type) -> x509.CertificateBuilder:
    """The same certificate lacking one extension."""
    builder._extensions = [e for e in builder._extensions if not isinstance(e.value, kind)]
    return builder


def instead(builder, value, *, critical: bool) -> x509.CertificateBuilder:
    """The same certificate with one extension of another content."""
    return without(builder, type(value)).add_extension(value, critical=critical)
