"""Whom the portal asks whether a certificate is alive: a responder, lists, or (drills only) a simulator.

Each source implements `RevocationSource` and fails closed: silence is a reason, never a pass.
"""

from __future__ import annotations

import http.client
import secrets
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509 import ocsp as ocsp_messages
from cryptography.x509.oid import NameOID

from . import ocsp
from .reach import is_authority
from .reasons import Refused
from .revocation import ListSource, RevocationSource, Standing

NONCE_BYTES = 32
CLOCK_SKEW = timedelta(seconds=5)
TEST_ORGANISATION = "JPKI-TEST"


@dataclass(frozen=True)
class Responder:
    """Asks a responder over HTTP (OCSP). The address is ours, never one the certificate names."""

    url: str
    sends_nonce: bool = True
    timeout: float = 5.0
    lists: ListSource | None = None

    def check(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Standing:
        begun = time.monotonic()
        nonce = secrets.token_bytes(NONCE_BYTES) if self.sends_nonce else None
        answer = self._ask(_question(certificate, issuer, nonce), begun + self.timeout)
        # The answer may be younger than our question, and its clock a little ahead of ours.
        skew = timedelta(seconds=time.monotonic() - begun) + CLOCK_SKEW
        return ocsp.judge(answer, certificate, issuer, at, nonce=nonce, skew=skew, lists=self.lists)

    def _ask(self, question: bytes, deadline: float) -> bytes:
        try:
            connection, path = self._connection()
            headers = {"Content-Type": "application/ocsp-request", "Connection": "close"}
            try:
                connection.request("POST", path, question, headers)
                reply = connection.getresponse()
                if reply.status != 200:
                    raise Refused("ocsp-down")
                return _read_until(reply, deadline)
            finally:
                connection.close()
        except (OSError, http.client.HTTPException, ValueError):
            raise Refused("ocsp-down")

    def _connection(self) -> tuple[http.client.HTTPConnection, str]:
        parts = urlsplit(self.url)
        kinds = {"http": http.client.HTTPConnection, "https": http.client.HTTPSConnection}
        if parts.scheme not in kinds or not parts.hostname:
            raise Refused("ocsp-down")
        connection = kinds[parts.scheme](parts.hostname, parts.port, timeout=self.timeout)
        return connection, (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


@dataclass(frozen=True)
class HeldAnswer:
    """An answer obtained earlier, as a help desk has it in a file; judged like a fresh one."""

    answer: bytes = field(repr=False)
    nonce: bytes | None = None
    lists: ListSource | None = None

    def check(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Standing:
        return ocsp.judge(self.answer, certificate, issuer, at, nonce=self.nonce, lists=self.lists)


@dataclass(frozen=True)
class ResponderAndLists:
    """The responder decides; a list in force that names the certificate refuses it all the same.

    An authority between a resident and the root is looked up in the lists first: its own authority publishes
    them, while a responder usually answers about residents only.
    """

    responder: RevocationSource
    lists: ListSource

    def check(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Standing:
        if is_authority(certificate):
            return self._standing_of_authority(certificate, issuer, at)
        standing = self.responder.check(certificate, issuer, at)
        try:
            self.lists.check(certificate, issuer, at)
        except Refused as refused:
            if refused.code == "revoked":
                raise
        return standing

    def _standing_of_authority(
        self, authority: x509.Certificate, issuer: x509.Certificate, at: datetime
    ) -> Standing:
        try:
            return self.lists.check(authority, issuer, at)
        except Refused as silent:
            if silent.code == "revoked":
                raise
            try:
                return self.responder.check(authority, issuer, at)
            except Refused as refused:
                raise refused if refused.code == "revoked" else silent


@dataclass(frozen=True)
class Simulator:
    """Says "alive" for test cards in a drill without a network. It never speaks for a real authority."""

    revoked: frozenset[int] = frozenset()

    def check(self, certificate: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Standing:
        names = issuer.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
        if [name.value for name in names] != [TEST_ORGANISATION]:
            raise Refused("ocsp-down")
        if certificate.serial_number in self.revoked:
            raise Refused("revoked")
        return Standing("simulated", at)


def _question(certificate: x509.Certificate, issuer: x509.Certificate, nonce: bytes | None) -> bytes:
    builder = ocsp_messages.OCSPRequestBuilder().add_certificate(certificate, issuer, hashes.SHA1())
    if nonce is not None:
        builder = builder.add_extension(x509.OCSPNonce(nonce), critical=False)
    return builder.build().public_bytes(serialization.Encoding.DER)


def _read_until(reply: http.client.HTTPResponse, deadline: float) -> bytes:
    """Read no more than an answer may weigh, and not drop by drop beyond the time given."""
    body = b""
    while len(body) <= ocsp.MAX_BYTES:
        if time.monotonic() > deadline:
            raise Refused("ocsp-down")
        piece = reply.read1(16 * 1024)
        if not piece:
            break
        body += piece
    return body
