"""A test authority for drills, demonstrations and the suite. Never for production.

It copies the shape of the public service: two root generations under one name, residents' certificates
straight below a root, a critical policy, otherName attributes and municipal revocation lists. Every name
says JPKI-TEST, every anchor made from it is flagged, and `check --deploy` refuses both.
"""

import os
import subprocess
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat import asn1
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID, ObjectIdentifier

from .attributes import ADDRESS, ADDRESS_SUBSTITUTES, BIRTH_DATE, NAME, NAME_SUBSTITUTES, SEX
from .trust import AUTHENTICATION, SIGNING, TEST_SIGNING_POLICY, Anchor, key_id

# The published test profile names no policy for this kind; this one lies in the test arc and is ours.
TEST_AUTHENTICATION_POLICY = "1.2.392.200149.8.5.1.0.30"
POLICIES = {SIGNING: TEST_SIGNING_POLICY, AUTHENTICATION: TEST_AUTHENTICATION_POLICY}
PURPOSE = {SIGNING: "JPKI-TEST for digital signature", AUTHENTICATION: "JPKI-TEST for user authentication"}
PREFECTURE, MUNICIPALITY = "Demo-ken", "Demo-shi"
DEMO_ADDRESS = "デモ県デモ市見本町1丁目2番3号"
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


def name(*parts: tuple[ObjectIdentifier, str]) -> x509.Name:
    return x509.Name([x509.NameAttribute(oid, text) for oid, text in parts])


def root_name(kind: str) -> x509.Name:
    return name(
        (NameOID.COUNTRY_NAME, "JP"),
        (NameOID.ORGANIZATION_NAME, "JPKI-TEST"),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, PURPOSE[kind]),
    )


def point_name(kind: str, prefecture: str = PREFECTURE, municipality: str = MUNICIPALITY) -> x509.Name:
    """The directory name by which a municipality's revocation list is found."""
    return name(
        (NameOID.COUNTRY_NAME, "JP"),
        (NameOID.ORGANIZATION_NAME, "JPKI-TEST"),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, PURPOSE[kind]),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, "CRL Distribution Points"),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, prefecture),
        (NameOID.COMMON_NAME, f"{municipality} CRLDP"),
    )


@dataclass(frozen=True)
class Person:
    """An invented resident, as a certificate describes one."""

    name: str = "見本　花子"
    sex: str = "2"
    birth_date: date = date(1988, 4, 1)
    address: str = DEMO_ADDRESS

    def other_names(self) -> list[x509.OtherName]:
        values = [
            (NAME, self.name),
            (NAME_SUBSTITUTES, "0" * len(self.name)),
            (SEX, self.sex),
            (BIRTH_DATE, "4" + self.birth_date.strftime("%Y%m%d")),
            (ADDRESS, self.address),
            (ADDRESS_SUBSTITUTES, "0" * len(self.address)),
        ]
        return [x509.OtherName(ObjectIdentifier(oid), asn1.encode_der(text)) for oid, text in values]


@dataclass
class Root:
    """One root generation with its key, and the serials it has revoked."""

    kind: str
    key: Key
    certificate: x509.Certificate
    revoked: dict[int, datetime] = field(default_factory=dict)

    @classmethod
    def create(cls, kind: str, begins: datetime, *, years: int = 10, key: Key | None = None) -> "Root":
        key = key or rsa.generate_private_key(public_exponent=65537, key_size=2048)
        usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
        certificate = (
            x509.CertificateBuilder()
            .subject_name(root_name(kind))
            .issuer_name(root_name(kind))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(begins)
            .not_valid_after(begins + timedelta(days=365 * years))
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .add_extension(usage, critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .sign(key, _hash_for(key))
        )
        return cls(kind, key, certificate)

    @property
    def anchor(self) -> Anchor:
        return Anchor(
            der=self.certificate.public_bytes(serialization.Encoding.DER),
            kind=self.kind,
            policy=POLICIES[self.kind],
            valid_from=self.certificate.not_valid_before_utc,
            valid_until=self.certificate.not_valid_after_utc,
            is_test=True,
        )

    def builder(
        self, key: Key, begins: datetime, ends: datetime, *, serial: int | None = None
    ) -> x509.CertificateBuilder:
        """The profile of a resident's certificate without the alternative names."""
        signing = self.kind == SIGNING
        policy = x509.PolicyInformation(ObjectIdentifier(POLICIES[self.kind]), None)
        point = x509.DistributionPoint([x509.DirectoryName(point_name(self.kind))], None, None, None)
        where = [(NameOID.LOCALITY_NAME, PREFECTURE), (NameOID.LOCALITY_NAME, MUNICIPALITY)]
        subject = name(
            (NameOID.COUNTRY_NAME, "JP"),
            *(where if signing else []),
            (NameOID.COMMON_NAME, os.urandom(11).hex()[:20].upper() + "TST"),
        )
        usage = x509.KeyUsage(True, signing, False, False, False, False, False, False, False)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self.certificate.subject)
            .public_key(key.public_key())
            .serial_number(serial or x509.random_serial_number())
            .not_valid_before(begins)
            .not_valid_after(ends)
            .add_extension(usage, critical=True)
            .add_extension(x509.CertificatePolicies([policy]), critical=True)
            .add_extension(x509.CRLDistributionPoints([point]), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier(key_id(self.certificate), None, None), critical=False)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        )

    def issue(
        self, key: Key, begins: datetime, ends: datetime, person: Person | None = None
    ) -> x509.Certificate:
        """A resident's certificate; only the signing kind carries personal details."""
        builder = self.builder(key, begins, ends)
        if self.kind == SIGNING:
            names = (person or Person()).other_names()
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        return builder.sign(self.key, _hash_for(self.key))

    def revoke(self, certificate: x509.Certificate, at: datetime) -> None:
        self.revoked[certificate.serial_number] = at

    def list_builder(
        self, at: datetime, *, days: int = 30, scope: x509.Name | None = None
    ) -> x509.CertificateRevocationListBuilder:
        """The municipality's list as of a moment."""
        point = x509.DirectoryName(scope or point_name(self.kind))
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self.certificate.subject)
            .last_update(at)
            .next_update(at + timedelta(days=days))
            .add_extension(x509.AuthorityKeyIdentifier(key_id(self.certificate), None, None), critical=False)
            .add_extension(x509.CRLNumber(int(at.timestamp())), critical=False)
            .add_extension(
                x509.IssuingDistributionPoint([point], None, False, False, None, False, False),
                critical=True,
            )
        )
        for serial, moment in self.revoked.items():
            builder = builder.add_revoked_certificate(
                x509.RevokedCertificateBuilder()
                .serial_number(serial)
                .revocation_date(moment)
                .add_extension(x509.CRLReason(x509.ReasonFlags.affiliation_changed), critical=False)
                .build()
            )
        return builder

    def list(self, at: datetime, **kwargs) -> bytes:
        signed = self.list_builder(at, **kwargs).sign(self.key, _hash_for(self.key))
        return signed.public_bytes(serialization.Encoding.DER)


def _hash_for(key: Key) -> hashes.HashAlgorithm:
    return hashes.SHA384() if isinstance(key, ec.EllipticCurvePrivateKey) else hashes.SHA256()


def sign(text: Path, card: Path, out: Path) -> None:
    """Sign a challenge file with the command the page shows; the card folder holds cert.pem and key.pem."""
    subprocess.run(
        [
            "openssl",
            "cms",
            "-sign",
            "-binary",
            "-md",
            "sha256",
            "-in",
            str(text),
            "-signer",
            str(card / "cert.pem"),
            "-inkey",
            str(card / "key.pem"),
            "-outform",
            "DER",
            "-out",
            str(out),
        ],
        check=True,
        capture_output=True,
    )


def moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
