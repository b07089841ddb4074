"""Authorities read from a folder: what a help desk or a drill trusts for one look, without a record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.x509.oid import NameOID

from .testca import POLICIES as TEST_POLICIES
from .trust import AUTHENTICATION, AUTHENTICATION_POLICY, SIGNING, SIGNING_POLICY, Anchor, may_issue

MAX_FILE_BYTES = 1024 * 1024
POLICIES = {SIGNING: SIGNING_POLICY, AUTHENTICATION: AUTHENTICATION_POLICY}
REAL_ORGANISATION = "JPKI"


def anchors_in(folders: Iterable[Path], kind: str, policies: Sequence[str] = ()) -> list[Anchor]:
    """Every authority certificate (PEM or DER, also several in a file) found below the folders.

    Residents' certificates, keys and anything else lying there are passed over: only an authority can
    be an anchor. Without policies named, those of the public service are asked, and the test arc's where
    the authority does not bear the service's own name.
    """
    found: dict[bytes, Anchor] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*") if folder.is_dir() else [folder]):
            for certificate in _certificates_in(path):
                anchor = anchor_of(certificate, kind, policies)
                if anchor is not None:
                    found[anchor.der] = anchor
    return list(found.values())


def _certificates_in(path: Path) -> list[x509.Certificate]:
    if not path.is_file() or path.stat().st_size > MAX_FILE_BYTES:
        return []
    return certificates_of(path.read_bytes())


def certificates_of(content: bytes) -> list[x509.Certificate]:
    """The certificates in PEM or the one in DER that the content is; none where it is something else."""
    try:
        if b"-----BEGIN CERTIFICATE-----" in content:
            return x509.load_pem_x509_certificates(content)
        return [x509.load_der_x509_certificate(content)]
    except Exception:
        # Whatever does not parse is no authority; the parser reports it with several exception types.
        return []


def anchor_of(certificate: x509.Certificate, kind: str, policies: Sequence[str] = ()) -> Anchor | None:
    """An authority as an anchor, marked as a test unless it bears the service's own name; else None."""
    try:
        if not may_issue(certificate):
            return None
        named = certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
        is_real = [name.value for name in named] == [REAL_ORGANISATION]
        asked = tuple(policies) or (POLICIES[kind], *(() if is_real else (TEST_POLICIES[kind],)))
        return Anchor(
            der=certificate.public_bytes(serialization.Encoding.DER),
            kind=kind,
            policy=asked[0],
            valid_from=certificate.not_valid_before_utc,
            valid_until=certificate.not_valid_after_utc,
            is_test=not is_real,
            further_policies=asked[1:],
        )
    except ValueError:
        return None
