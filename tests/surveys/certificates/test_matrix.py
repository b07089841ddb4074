"""The whole matrix of proofs, one difference to an accepted one in each row, with the code it must end in.

The rows are the ones the design was proven with. Keys are made once for all of them.
"""

from __future__ import annotations

import os
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509 import ocsp as messages
from cryptography.x509.oid import NameOID, ObjectIdentifier

from surveys.certificates import attributes, testca
from surveys.certificates.sources import HeldAnswer, Responder
from surveys.certificates.trust import AUTHENTICATION, SIGNING, key_id

from . import test_verification as cases
from .answers import MINUTE, REVOKED, UNKNOWN, answer, appoint, failure
from .answers import Responder as Signer
from .desk import NOW, TEXT, instead, new_key

DAY = timedelta(days=1)
UNKNOWN_CRITICAL = x509.UnrecognizedExtension(ObjectIdentifier("1.2.3.4.5"), b"\x05\0")
OTHER_SITE = TEXT + b"https://other.example\n"


class Hall:
    """What all rows share: authorities with one below a root, responders right and wrong, cards, keys."""

    def __init__(self, desk):
        self.desk, self.good, self.root, self.key = desk, desk.good, desk.root, new_key()
        self.responder = appoint(self.root, self.key)
        self.curve_key = ec.generate_private_key(ec.SECP384R1())
        self.sub = self._below(self.root)
        self.stranger = testca.Root.create(SIGNING, NOW - 1500 * DAY)

    def _below(self, root):
        """An authority below a root, as for a prefecture; pinned by the portal like the root itself."""
        key = new_key()
        policy = x509.PolicyInformation(ObjectIdentifier(testca.POLICIES[SIGNING]), None)
        usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
        name = testca.name((NameOID.COUNTRY_NAME, "JP"), (NameOID.ORGANIZATION_NAME, "JPKI-TEST Demo-ken"))
        certificate = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(root.certificate.subject)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(NOW - 1000 * DAY)
            .not_valid_after(NOW + 1000 * DAY)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(usage, critical=True)
            .add_extension(x509.CertificatePolicies([policy]), critical=True)
            .add_extension(x509.AuthorityKeyIdentifier(key_id(root.certificate), None, None), critical=False)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .sign(root.key, hashes.SHA256())
        )
        return testca.Root(SIGNING, key, certificate)

    def answered(self, *, nonce=None, **changes):
        """The good card, judged by a responder's answer."""
        der = changes.pop("der", None) or answer(
            changes.pop("card", self.good), self.root, changes.pop("responder", self.responder), **changes
        )
        return self.desk.judge(self.good.signed(), source=HeldAnswer(der, nonce))

    def carded(self, card, **demand):
        return self.desk.judge(card.signed(), **demand)

    def sealed(self, value, *, critical=True):
        """A card with one extension of another content."""
        return self.carded(self.desk.seal(instead(self.desk.builder(), value, critical=critical)))

    def listed(self, *lists):
        return self.desk.judge(self.good.signed(), lists=list(lists))

    @property
    def of_authorities(self):
        """The root's list about the authorities below it; the one about residents does not speak of them."""
        return cases.of_authorities(self.root)

    def below(self, issuer, lists, anchors=None):
        pinned = [*self.desk.anchors, issuer.anchor] if anchors is None else anchors
        return self.desk.judge(self.desk.card(issuer).signed(), lists=lists, anchors=pinned)


MATRIX = {
    "valid signing certificate, answer of a responder": ("OK", lambda h: h.answered()),
    "valid signing certificate, list": ("OK", lambda h: h.listed(h.root.list(NOW - MINUTE))),
    "valid authentication certificate": (
        "OK",
        lambda h: h.carded(h.desk.card(h.desk.auth_root), kind=AUTHENTICATION, municipality=""),
    ),
    "valid certificate straight under the root": ("OK", lambda h: h.carded(h.good)),
    "valid certificate under an authority below the root": (
        "OK",
        lambda h: h.below(h.sub, [h.sub.list(NOW - MINUTE), h.of_authorities]),
    ),
    "valid certificate of the older root generation": ("OK", lambda h: h.carded(h.desk.card(h.desk.old))),
    "valid P-384 certificate of the next generation": (
        "OK",
        lambda h: h.desk.judge(h.desk.card(h.desk.curve_root, h.curve_key).openssl(md="sha384")),
    ),
    "renewed certificate of the same person": ("OK", lambda h: h.carded(h.desk.card(key=h.desk.other_key))),
    "expired": ("expired", lambda h: h.carded(h.desk.card(ends=NOW - DAY))),
    "not yet valid": ("not-yet-valid", lambda h: h.carded(h.desk.card(begins=NOW + DAY))),
    "revoked, says the responder": ("revoked", lambda h: h.answered(status=REVOKED)),
    "revoked, says the list": ("revoked", lambda h: h.listed(cases.revoking(h.root, h.good))),
    "forged authority of identical names": (
        "path",
        lambda h: h.carded(cases.forged(h.desk, same_key_id=False)),
    ),
    "authentication certificate where signing is asked": (
        "key-usage",
        lambda h: h.carded(h.desk.card(h.desk.auth_root)),
    ),
    "wrong key usage": ("key-usage", lambda h: h.sealed(cases.usage(key_encipherment=True))),
    "wrong policy": ("policy", lambda h: h.sealed(cases.policies(cases.OTHERS))),
    "no policy": (
        "policy",
        lambda h: h.carded(h.desk.seal(cases.without(h.desk.builder(), x509.CertificatePolicies))),
    ),
    "any policy": ("policy", lambda h: h.sealed(cases.policies("2.5.29.32.0"))),
    "a resident's certificate as authority": (
        "path",
        lambda h: h.carded(cases.under_a_resident(h.desk)),
    ),
    "says it is an authority": ("profile", lambda h: h.sealed(x509.BasicConstraints(True, None))),
    "unknown critical extension": ("unknown-critical", lambda h: h.sealed(UNKNOWN_CRITICAL)),
    "altered challenge": ("challenge", lambda h: h.desk.judge(h.good.signed(TEXT.replace(b"3", b"4")))),
    "challenge of another site": ("challenge", lambda h: h.desk.judge(h.good.signed(OTHER_SITE))),
    "challenge of an earlier time": (
        "challenge",
        lambda h: h.desk.judge(h.good.signed(), content=TEXT.replace(b"0123", b"0124")),
    ),
    "victim's certificate, other key": (
        "signature",
        lambda h: h.desk.judge(h.good.signed(signer_key=h.desk.other_key)),
    ),
    "one bit of the signature": ("signature", lambda h: h.desk.judge(cases.flipped(h.good.signed()))),
    "digest SHA-1": ("weak-hash", lambda h: h.desk.judge(h.good.openssl(md="sha1"))),
    "no signed attributes": ("cms", lambda h: h.desk.judge(h.good.openssl("-noattr"))),
    "no certificates": ("cms", lambda h: h.desk.judge(h.good.openssl("-nocerts"))),
    "attached content differs": (
        "cms-content",
        lambda h: h.desk.judge(h.good.openssl("-nodetach", text=OTHER_SITE)),
    ),
    "stale answer": ("ocsp-stale", lambda h: h.answered(next_update=NOW - MINUTE)),
    "old answer without next update": (
        "ocsp-stale",
        lambda h: h.answered(this_update=NOW - 60 * MINUTE, next_update=None),
    ),
    "answer of the future": ("ocsp-future", lambda h: h.answered(this_update=NOW + 5 * MINUTE)),
    "answer about another certificate": ("ocsp-wrong-cert", lambda h: h.answered(card=h.desk.card())),
    "unknown to the responder": ("ocsp-unknown", lambda h: h.answered(status=UNKNOWN)),
    "answer signed by a resident": (
        "ocsp-signer",
        lambda h: h.answered(responder=Signer(h.good.certificate, h.good.key)),
    ),
    "answer signed by a self-signed stranger": (
        "ocsp-signer",
        lambda h: h.answered(responder=Signer(h.stranger.certificate, h.stranger.key)),
    ),
    "answer by the responder of another authority": (
        "ocsp-signer",
        lambda h: h.answered(responder=appoint(h.stranger, h.key)),
    ),
    "number of another question": ("ocsp-nonce", lambda h: h.answered(nonce=b"mine", der=_numbered(h))),
    "responder asks to try later": (
        "ocsp-status",
        lambda h: h.answered(der=failure(messages.OCSPResponseStatus.TRY_LATER)),
    ),
    "garbage for an answer": ("ocsp-malformed", lambda h: h.answered(der=os.urandom(298))),
    "responder down": (
        "ocsp-down",
        lambda h: h.desk.judge(h.good.signed(), source=Responder("http://127.0.0.1:1/")),
    ),
    "stale list": ("crl-stale", lambda h: h.listed(h.root.list(NOW - 40 * DAY))),
    "no list": ("crl-missing", lambda h: h.listed()),
    "list signed by another authority of that name": (
        "crl-signature",
        lambda h: h.listed(cases.listing(h.desk, key=h.stranger.key)),
    ),
    "list of another municipality": (
        "crl-scope",
        lambda h: h.listed(cases.listing(h.desk, scope=cases.ELSEWHERE)),
    ),
    "list of the future": ("crl-future", lambda h: h.listed(h.root.list(NOW + 60 * MINUTE))),
    "RSA-1024": ("weak-key", lambda h: h.carded(cases.short_key(1024, 65537)(h.desk))),
    "RSA with exponent 3": ("weak-key", lambda h: h.carded(cases.short_key(2048, 3)(h.desk))),
    "certificate signed with SHA-1": ("weak-hash", lambda h: h.carded(cases.sha1_signed(h.desk))),
    "two names": (
        "attributes",
        lambda h: h.sealed(
            cases.other_names((attributes.NAME, b"+" + cases.utf8("別人　太郎"))), critical=False
        ),
    ),
    "name as BMPString": (
        "attributes",
        lambda h: h.sealed(cases.other_names((attributes.NAME, b"\x1e\x04\x89\x8b\x67\x2c")), critical=False),
    ),
    "wrong municipality": ("municipality", lambda h: h.carded(h.desk.card(address="デモ県となり市1丁目"))),
    "40 MB": ("cms-too-big", lambda h: h.desk.judge(b"\x30" + bytes(40_000_000))),
    "random bytes": ("cms-malformed", lambda h: h.desk.judge(os.urandom(700))),
    "cut short": ("cms-malformed", lambda h: h.desk.judge(h.good.signed()[:-200])),
    "nested without end": ("cms-malformed", lambda h: h.desk.judge(b"\x30\x80" * 16_000)),
    # The authority below a root is the portal's own choice; who else claims to be one is nobody.
    "authority below the root, not pinned": (
        "path",
        lambda h: h.below(h.sub, [h.sub.list(NOW - MINUTE)], h.desk.anchors),
    ),
    "authority below the root, its root not pinned": (
        "path",
        lambda h: h.below(h.sub, [h.sub.list(NOW - MINUTE)], [h.desk.old.anchor, h.sub.anchor]),
    ),
    "authority below the root, revoked by it": (
        "revoked",
        lambda h: h.below(h.sub, [h.sub.list(NOW - MINUTE), _revoking_authority(h)]),
    ),
    "authority below the root, nobody says whether it is revoked": (
        "crl-missing",
        lambda h: h.below(h.sub, [h.sub.list(NOW - MINUTE)]),
    ),
    "authority below the root, only a list of residents": (
        "crl-scope",
        lambda h: h.below(h.sub, [h.sub.list(NOW - MINUTE), h.root.list(NOW - MINUTE)]),
    ),
    "list of the authority below the root missing": (
        "crl-missing",
        lambda h: h.below(h.sub, [h.of_authorities]),
    ),
}


def _numbered(h):
    return answer(h.good, h.root, h.responder, nonce=b"theirs")


def _revoking_authority(h):
    root = testca.Root(SIGNING, h.root.key, h.root.certificate, {h.sub.certificate.serial_number: NOW - DAY})
    builder = cases.without(root.list_builder(NOW - MINUTE), x509.IssuingDistributionPoint)
    return builder.sign(root.key, hashes.SHA256()).public_bytes(cases.serialization.Encoding.DER)


@pytest.fixture(scope="module")
def hall(desk):
    return Hall(desk)


@pytest.mark.parametrize("case", MATRIX)
def test_the_matrix(hall, case):
    expected, judged = MATRIX[case]
    verdict = judged(hall)
    assert (verdict.reason.code if verdict.reason else "OK") == expected
    assert bool(verdict) is (expected == "OK")
