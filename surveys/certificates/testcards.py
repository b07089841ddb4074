"""The test authority kept in a folder: the same roots each time, so that cards stay good.

<folder>/ca/signing-1.{pem,key}  signing-2.…  authentication-1.…   <name>.crl  revoked.json
<folder>/<card>/cert.pem  key.pem
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from portal.foundation import clock
from portal.foundation.acting import Acting

from . import actions
from .testca import DEMO_ADDRESS, Person, Root
from .trust import AUTHENTICATION, SIGNING

PEM = serialization.Encoding.PEM
ROOTS = {
    "signing-1": (SIGNING, 2600),
    "signing-2": (SIGNING, 1100),
    "authentication-1": (AUTHENTICATION, 1100),
}
NEWEST = {SIGNING: "signing-2", AUTHENTICATION: "authentication-1"}


@dataclass(frozen=True)
class CardOrder:
    """What kind of test card is wanted."""

    name: str
    holder: str = "見本　花子"
    address: str = DEMO_ADDRESS
    kind: str = SIGNING
    is_revoked: bool = False
    is_expired: bool = False


class TestOffice:
    """The counter of the test authority: issues cards, keeps the list of revoked ones."""

    __test__ = False  # a name like a test class, but none

    def __init__(self, folder: Path):
        self.folder = folder
        self.ca = folder / "ca"
        self.ca.mkdir(parents=True, exist_ok=True)
        self.roots = {name: self._root(name, *spec) for name, spec in ROOTS.items()}

    def issue(self, order: CardOrder) -> Path:
        """Make a card and its key; an existing card of that name stays as it is."""
        card = self.folder / order.name
        if (card / "cert.pem").exists():
            return card
        now = clock.now()
        begins, ends = now - timedelta(days=400), now + timedelta(days=1400)
        if order.is_expired:
            ends = now - timedelta(days=3)
        key = rsa.generate_private_key(65537, 2048)
        root = self.roots[NEWEST[order.kind]]
        person = replace(Person(), name=order.holder, address=order.address)
        certificate = root.issue(key, begins, ends, person)
        card.mkdir(parents=True, exist_ok=True)
        _write_key(card / "key.pem", key)
        (card / "cert.pem").write_bytes(certificate.public_bytes(PEM))
        if order.is_revoked:
            self._revoke(NEWEST[order.kind], certificate, now - timedelta(days=1))
        return card

    def register(self, *, by: Acting) -> None:
        """Pin the test roots, flagged as test, and hand in today's lists of revoked cards."""
        for name, root in self.roots.items():
            actions.trust(root.anchor, name=f"JPKI-TEST {name}", by=by)
        self.publish_lists(by=by)

    def publish_lists(self, *, by: Acting) -> None:
        """Sign today's lists, write them beside the roots, and let the portal take them in."""
        at = clock.now().replace(microsecond=0) - timedelta(seconds=1)
        for name, root in self.roots.items():
            der = root.list(at)
            (self.ca / f"{name}.crl").write_bytes(der)
            actions.load_list(der, by=by)

    def _root(self, name: str, kind: str, age: int) -> Root:
        certificate, key = self.ca / f"{name}.pem", self.ca / f"{name}.key"
        if not certificate.exists():
            root = Root.create(kind, clock.now() - timedelta(days=age))
            _write_key(key, root.key)
            certificate.write_bytes(root.certificate.public_bytes(PEM))
        revoked = {int(s): datetime.fromisoformat(at) for s, at in self._revoked().get(name, {}).items()}
        return Root(
            kind,
            # made a few lines above: whether its factors are prime need not be asked at each start
            serialization.load_pem_private_key(key.read_bytes(), None, unsafe_skip_rsa_key_validation=True),
            x509.load_pem_x509_certificate(certificate.read_bytes()),
            revoked,
        )

    def _revoked(self) -> dict[str, dict[str, str]]:
        path = self.ca / "revoked.json"
        return json.loads(path.read_text()) if path.exists() else {}

    def _revoke(self, name: str, certificate: x509.Certificate, at: datetime) -> None:
        self.roots[name].revoke(certificate, at)
        kept = self._revoked()
        kept.setdefault(name, {})[str(certificate.serial_number)] = at.isoformat()
        (self.ca / "revoked.json").write_text(json.dumps(kept))


def _write_key(path: Path, key) -> None:
    path.write_bytes(key.private_bytes(PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    path.chmod(0o600)
