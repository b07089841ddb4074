"""Another authority than the desk's, of other keys and shapes, asked about through the help desk's command."""

from __future__ import annotations

from contextlib import redirect_stdout
from datetime import timedelta
from io import StringIO
from itertools import count
from json import loads
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat import asn1
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.x509 import ocsp
from cryptography.x509.oid import NameOID, ObjectIdentifier
from django.core.management import call_command

from surveys.certificates import testca
from surveys.certificates.trust import SIGNING, key_id

from .answers import appoint
from .desk import NOW, TEXT, Card, instead, new_key, without

TOWN = "デモ県デモ市"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DER, PEM = serialization.Encoding.DER, serialization.Encoding.PEM


class Elsewhere:
    """Roots of RSA-3072 and P-256 under one name, two authorities below, a responder, and cards."""

    def __init__(self, folder: Path):
        self.folder, self.numbers = folder, count()
        self.root = testca.Root.create(SIGNING, NOW - 1200 * DAY, key=new_key(3072))
        self.older = testca.Root.create(
            SIGNING, NOW - 2400 * DAY, key=ec.generate_private_key(ec.SECP256R1())
        )
        self.key, self.short = new_key(3072), ec.generate_private_key(ec.SECP256R1())
        self.sub = self.below(self.root)
        self.responder = appoint(self.root, self.short)
        self.trust = folder / "trust"
        self.trust.mkdir()
        for name, root in {"root": self.root, "older": self.older, "sub": self.sub}.items():
            (self.trust / f"{name}.pem").write_bytes(root.certificate.public_bytes(PEM))
        self.good = self.card()

    def below(
        self, above: testca.Root, *, name="Demo-ken", path_length=0, policy=True, **dates
    ) -> testca.Root:
        """An authority below another one."""
        key = ec.generate_private_key(ec.SECP256R1())
        usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
        subject = testca.name((NameOID.COUNTRY_NAME, "JP"), (NameOID.ORGANIZATION_NAME, f"JPKI-TEST {name}"))
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(above.certificate.subject)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(dates.get("begins", NOW - 900 * DAY))
            .not_valid_after(dates.get("ends", NOW + 900 * DAY))
            .add_extension(x509.BasicConstraints(ca=True, path_length=path_length), critical=True)
            .add_extension(usage, critical=True)
            .add_extension(x509.AuthorityKeyIdentifier(key_id(above.certificate), None, None), critical=False)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        )
        if policy:
            stated = x509.PolicyInformation(ObjectIdentifier(testca.POLICIES[SIGNING]), None)
            builder = builder.add_extension(x509.CertificatePolicies([stated]), critical=True)
        return testca.Root(SIGNING, key, builder.sign(above.key, testca._hash_for(above.key)))

    def builder(self, root=None, key=None) -> x509.CertificateBuilder:
        builder = (root or self.root).builder(key or self.key, NOW - 50 * DAY, NOW + 500 * DAY)
        return builder.add_extension(
            x509.SubjectAlternativeName(testca.Person().other_names()), critical=False
        )

    def card(self, root=None, key=None, *, change=lambda builder: builder) -> Card:
        root, key = root or self.root, key or self.key
        made = change(self.builder(root, key)).sign(root.key, testca._hash_for(root.key))
        return Card(made, key)

    def list(self, root=None, *, change=lambda builder: builder, revoked=(), at=NOW - HOUR) -> bytes:
        """A root's list, good for its municipality by default."""
        root = root or self.root
        marked = testca.Root(root.kind, root.key, root.certificate, {n: NOW - DAY for n in revoked})
        return change(marked.list_builder(at)).sign(root.key, testca._hash_for(root.key)).public_bytes(DER)

    def complete(self, root=None, **options) -> bytes:
        """A list that speaks of everything the root ever issued."""
        return self.list(root, change=lambda b: without(b, x509.IssuingDistributionPoint), **options)

    def ask(
        self, subject: Card | bytes, *, signed=None, lists=None, answer=None, trust=None, **options
    ) -> str:
        """The code the command ends with; a card is asked about by the signature made with it."""
        arguments: list = ["--trust", *(trust or [self.trust]), "--municipality", TOWN]
        arguments += ["--time", NOW.isoformat()]
        if signed is None and isinstance(subject, Card):
            signed = subject.openssl()
        if signed is None:
            arguments += ["--certificate", self._file(subject)]
        else:
            arguments += ["--cms", self._file(signed), "--challenge", self._file(TEXT)]
        lists = [self.list()] if lists is None and answer is None else lists
        if lists:
            arguments += ["--crl", *(self._file(der) for der in lists)]
        if answer is not None:
            arguments += ["--ocsp-response", self._file(answer)]
        for name, value in options.items():
            arguments += [f"--{name}", value]
        return look(arguments)

    def _file(self, content: bytes) -> Path:
        path = self.folder / f"{next(self.numbers)}"
        path.write_bytes(content)
        return path


def look(arguments: list) -> str:
    out = StringIO()
    with redirect_stdout(out), pytest.raises(SystemExit):
        call_command("verify_certificate", *map(str, arguments))
    return loads(out.getvalue())["code"]


# --- parts that the library does not build -----------------------------------------------------------


def tlv(tag: int, content: bytes) -> bytes:
    length = len(content)
    if length < 128:
        return bytes([tag, length]) + content
    octets = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(octets)]) + octets + content


@asn1.sequence
class Certificate:
    body: asn1.TLV
    algorithm: asn1.TLV
    signature: asn1.BitString


@asn1.sequence
class ResponseData:
    responder: asn1.TLV
    produced: asn1.TLV
    responses: list[asn1.TLV]


def together(answers: list[bytes], responder) -> bytes:
    """Several answers of one responder as one answer with several entries."""
    loaded = [ocsp.load_der_ocsp_response(der) for der in answers]
    parts = [asn1.decode_der(ResponseData, one.tbs_response_bytes) for one in loaded]
    singles = [single for part in parts for single in part.responses]
    data = asn1.encode_der(
        ResponseData(responder=parts[0].responder, produced=parts[0].produced, responses=singles)
    )
    algorithm = bytes.fromhex("300a06082a8648ce3d040302")  # ecdsa-with-SHA256
    signature = responder.key.sign(data, ec.ECDSA(hashes.SHA256()))
    enclosed = tlv(0xA0, tlv(0x30, responder.certificate.public_bytes(DER)))
    basic = tlv(0x30, data + algorithm + tlv(0x03, b"\0" + signature) + enclosed)
    kind = bytes.fromhex("06092b0601050507300101")  # id-pkix-ocsp-basic
    return tlv(0x30, bytes.fromhex("0a0100") + tlv(0xA0, tlv(0x30, kind + tlv(0x04, basic))))


def resigned(certificate: x509.Certificate, root: testca.Root, old: bytes, new: bytes) -> bytes:
    """The certificate with a piece of its inner part replaced, the lengths around it mended, signed anew."""
    body = certificate.tbs_certificate_bytes
    assert body.count(old) == 1
    inner = _replaced(body, old, new)
    outer = asn1.decode_der(Certificate, certificate.public_bytes(DER))
    outer.body = asn1.decode_der(asn1.TLV, inner)
    outer.signature = asn1.BitString(root.key.sign(inner, padding.PKCS1v15(), hashes.SHA256()), 0)
    return asn1.encode_der(outer)


def _replaced(element: bytes, old: bytes, new: bytes) -> bytes:
    """Replace inside nested elements; whichever of them hold the piece get their new length."""
    if element == old:
        return new
    header = 2 + (element[1] & 0x7F if element[1] & 0x80 else 0)
    rest, pieces = element[header:], []
    while rest:
        size = _size(rest)
        piece, rest = rest[:size], rest[size:]
        pieces.append(_replaced(piece, old, new) if old in piece else piece)
    return tlv(element[0], b"".join(pieces))


def _size(element: bytes) -> int:
    if not element[1] & 0x80:
        return 2 + element[1]
    count = element[1] & 0x7F
    return 2 + count + int.from_bytes(element[2 : 2 + count], "big")


__all__ = ["Elsewhere", "instead", "resigned", "tlv", "together", "without"]
