"""What another hand would try: other keys, other shapes, other forms of the same things, through the command.

Each row names what RFC 5280, 5652 and 6960 (or the profile) make of it, in the codes of the matrix.
"""

from __future__ import annotations

from base64 import encodebytes
from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat import asn1
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, ObjectIdentifier

from surveys.certificates import cms, testca
from surveys.certificates.trust import SIGNING

from . import answers
from .answers import REVOKED, appoint
from .answers import Responder as Signer
from .desk import NOW, Card, new_key
from .variants import DAY, DER, HOUR, PEM, Elsewhere, instead, resigned, tlv, together, without

POINT = x509.DirectoryName(testca.point_name(SIGNING))
ADDRESS = x509.UniformResourceIdentifier("http://crl.example/demo.crl")
ISSUER = x509.DirectoryName(testca.root_name(SIGNING))


def reaching(names=(POINT,), *, residents=False, authorities=False):
    """A list that says for whom it speaks."""
    stated = x509.IssuingDistributionPoint(
        list(names) or None, None, residents, authorities, None, False, False
    )
    return lambda builder: instead(builder, stated, critical=True)


def pointing(*points):
    """A card that names the lists speaking for it."""
    if not points:
        return lambda builder: without(builder, x509.CRLDistributionPoints)
    return lambda builder: instead(builder, x509.CRLDistributionPoints(list(points)), critical=False)


def at(*names, reasons=None, issuer=None):
    return x509.DistributionPoint(list(names), None, reasons, issuer)


SOME = frozenset([x509.ReasonFlags.key_compromise])


def answer(e, card=None, root=None, responder=None, **changes):
    return answers.answer(card or e.good, root or e.root, responder or e.responder, **changes)


def below(e, issuer, *lists, trust=None, **options):
    """A card under an authority below the root; its own list is at hand, those of its authority are `lists`."""
    for name, root in (trust or {}).items():
        (e.folder / name).write_bytes(root.certificate.public_bytes(PEM))
    anchors = [e.trust, *(e.folder / name for name in trust or {})]
    return e.ask(e.card(issuer), lists=[e.list(issuer), *lists], trust=anchors, **options)


def raw(oid, value, kind):
    """An extension written in another way than the library writes it."""
    return lambda builder: without(builder, kind).add_extension(
        x509.UnrecognizedExtension(ObjectIdentifier(oid), value), critical=True
    )


def with_lists_inside(e):
    info = asn1.decode_der(cms.ContentInfo, e.good.signed())
    info.content.lists = asn1.SetOf([asn1.decode_der(asn1.TLV, e.list())])
    return asn1.encode_der(info)


def with_more(e, *options):
    """A signature in whose bag lie the roots and a certificate of no extensions."""
    bag = b"".join(root.certificate.public_bytes(PEM) for root in (e.root, e.older))
    plain = (
        x509.CertificateBuilder()
        .subject_name(testca.root_name(SIGNING))
        .issuer_name(testca.root_name(SIGNING))
    )
    plain = plain.public_key(e.key.public_key()).serial_number(5).not_valid_before(NOW - DAY)
    plain = plain.not_valid_after(NOW + DAY).sign(e.key, hashes.SHA256())
    path = e.folder / "bag.pem"
    path.write_bytes(bag + plain.public_bytes(PEM))
    return e.good.openssl("-certfile", str(path), *options)


def in_long_time(e):
    """The end of validity as GeneralizedTime although UTCTime would do: to be read all the same (4.1.2.5)."""
    ends = e.good.certificate.not_valid_after_utc
    short, long = (
        tlv(tag, ends.strftime(form).encode()) for tag, form in ((23, "%y%m%d%H%M%SZ"), (24, "%Y%m%d%H%M%SZ"))
    )
    return resigned(e.good.certificate, e.root, short, long)


def numbered_holder(e):
    """A number beside the holder's name (subjectUniqueID), which no profile has used for decades."""
    public = e.key.public_key().public_bytes(DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return resigned(e.good.certificate, e.root, public, public + bytes.fromhex("82020055"))


def long_lived(e):
    key = e.key
    builder = e.root.builder(key, NOW - DAY, datetime(2061, 1, 1, tzinfo=UTC))
    builder = builder.add_extension(
        x509.SubjectAlternativeName(testca.Person().other_names()), critical=False
    )
    return Card(builder.sign(e.root.key, hashes.SHA256()), key)


KEYS = {
    "RSA-3072 below RSA-3072": ("OK", lambda e: e.ask(e.good)),
    "RSA-4096": ("OK", lambda e: e.ask(e.card(key=new_key(4096)))),
    "P-256 below RSA-3072": ("OK", lambda e: e.ask(e.card(key=e.short))),
    "RSA below the P-256 generation of the same name": (
        "OK",
        lambda e: e.ask(e.card(e.older), lists=[e.list(e.older)]),
    ),
    "the other generation's list only": ("crl-missing", lambda e: e.ask(e.card(e.older))),
    "lists of all generations at once": (
        "OK",
        lambda e: e.ask(e.card(e.older), lists=[e.list(), e.list(e.older)]),
    ),
    "root whose certificate names no key": ("OK", lambda e: nameless_root(e)),
}

FORMS = {
    "signature in PEM": ("OK", lambda e: e.ask(e.good, signed=e.good.openssl(outform="PEM"))),
    "certificate in PEM": ("OK", lambda e: e.ask(e.good.certificate.public_bytes(PEM))),
    "certificate in DER": ("OK", lambda e: e.ask(e.good.certificate.public_bytes(DER))),
    "list in PEM": (
        "OK",
        lambda e: e.ask(e.good, lists=[x509.load_der_x509_crl(e.list()).public_bytes(PEM)]),
    ),
    "text attached": ("OK", lambda e: e.ask(e.good, signed=e.good.openssl("-nodetach"))),
    "signer named by key": ("OK", lambda e: e.ask(e.good, signed=e.good.openssl("-keyid"))),
    "more certificates in the bag": ("OK", lambda e: e.ask(e.good, signed=with_more(e))),
    "more certificates, signer named by key": ("OK", lambda e: e.ask(e.good, signed=with_more(e, "-keyid"))),
    "CAdES attributes": ("OK", lambda e: e.ask(e.good, signed=e.good.openssl("-cades"))),
    "no list of abilities": ("OK", lambda e: e.ask(e.good, signed=e.good.openssl("-nosmimecap"))),
    "lists of revoked certificates inside": ("cms", lambda e: e.ask(e.good, signed=with_lists_inside(e))),
    "RSASSA-PSS": (
        "cms",
        lambda e: e.ask(e.good, signed=e.good.openssl("-keyopt", "rsa_padding_mode:pss")),
    ),
    "digest SHA-224": ("weak-hash", lambda e: e.ask(e.good, signed=e.good.openssl(md="sha224"))),
    "digest SHA3-256": ("cms", lambda e: e.ask(e.good, signed=e.good.openssl(md="sha3-256"))),
    "a mail (S/MIME) instead": (
        "cms-malformed",
        lambda e: e.ask(e.good, signed=e.good.openssl(outform="SMIME")),
    ),
    "a certificate with something behind it": (
        "certificate-malformed",
        lambda e: e.ask(e.good.certificate.public_bytes(DER) + b"\0"),
    ),
    "valid beyond 2050": ("OK", lambda e: e.ask(long_lived(e))),
    "long form of time before 2050": ("OK", lambda e: e.ask(in_long_time(e))),
    "usage bits with zeros behind": (
        "profile",
        lambda e: e.ask(e.card(change=raw("2.5.29.15", b"\x03\x02\x00\xc0", x509.KeyUsage))),
    ),
    "“no authority” said at length": (
        "profile",
        lambda e: e.ask(e.card(change=raw("2.5.29.19", b"\x30\x03\x01\x01\x00", x509.BasicConstraints))),
    ),
    "“no authority” said as usual": (
        "OK",
        lambda e: e.ask(
            e.card(change=lambda b: b.add_extension(x509.BasicConstraints(False, None), critical=True))
        ),
    ),
    "holder with a number of its own": ("profile", lambda e: e.ask(numbered_holder(e))),
    "a purpose that is not critical": (
        "OK",
        lambda e: e.ask(
            e.card(
                change=lambda b: b.add_extension(
                    x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), critical=False
                )
            )
        ),
    ),
}

LISTS = {
    "list without a number": (
        "OK",
        lambda e: e.ask(e.good, lists=[e.list(change=lambda b: without(b, x509.CRLNumber))]),
    ),
    "the same, naming the card": (
        "revoked",
        lambda e: e.ask(
            e.good,
            lists=[
                e.list(
                    change=lambda b: without(b, x509.CRLNumber), revoked=[e.good.certificate.serial_number]
                )
            ],
        ),
    ),
    "list without the key of its authority": (
        "OK",
        lambda e: e.ask(e.good, lists=[e.list(change=lambda b: without(b, x509.AuthorityKeyIdentifier))]),
    ),
    "complete list": ("OK", lambda e: e.ask(e.good, lists=[e.complete()])),
    "complete list naming the card": (
        "revoked",
        lambda e: e.ask(e.good, lists=[e.complete(revoked=[e.good.certificate.serial_number])]),
    ),
    "card without a point, municipal list": ("crl-scope", lambda e: e.ask(e.card(change=pointing()))),
    "card without a point, complete list": (
        "OK",
        lambda e: e.ask(e.card(change=pointing()), lists=[e.complete()]),
    ),
    "card without a point, complete list naming it": ("revoked", lambda e: pointless_and_revoked(e)),
    "card without a point, list at the issuer's own name": (
        "OK",
        lambda e: e.ask(e.card(change=pointing()), lists=[e.list(change=reaching([ISSUER]))]),
    ),
    "list of residents only, at the point": (
        "OK",
        lambda e: e.ask(e.good, lists=[e.list(change=reaching(residents=True))]),
    ),
    "list of residents only, of all points": (
        "OK",
        lambda e: e.ask(e.good, lists=[e.list(change=reaching((), residents=True))]),
    ),
    "list of authorities only": (
        "crl-scope",
        lambda e: e.ask(e.good, lists=[e.list(change=reaching((), authorities=True))]),
    ),
    "point with an address beside its name": (
        "OK",
        lambda e: e.ask(e.card(change=pointing(at(POINT, ADDRESS)))),
    ),
    "list with an address beside its name": (
        "OK",
        lambda e: e.ask(e.good, lists=[e.list(change=reaching([ADDRESS, POINT]))]),
    ),
    "only the addresses agree": (
        "OK",
        lambda e: e.ask(e.card(change=pointing(at(ADDRESS))), lists=[e.list(change=reaching([ADDRESS]))]),
    ),
    "two points": ("OK", lambda e: e.ask(e.card(change=pointing(at(ADDRESS), at(POINT))))),
    "point for some reasons only": (
        "crl-scope",
        lambda e: e.ask(e.card(change=pointing(at(POINT, reasons=SOME)))),
    ),
    "point at another issuer": (
        "crl-scope",
        lambda e: e.ask(e.card(change=pointing(at(POINT, issuer=[ISSUER])))),
    ),
    "garbage beside a good list": ("OK", lambda e: e.ask(e.good, lists=[b"garbage", e.list()])),
    "stale beside a good list": ("OK", lambda e: e.ask(e.good, lists=[e.list(at=NOW - 90 * DAY), e.list()])),
    "older list names the card, the newest does not": (
        "OK",
        lambda e: e.ask(
            e.good,
            lists=[e.list(at=NOW - 5 * HOUR, revoked=[e.good.certificate.serial_number]), e.list()],
        ),
    ),
}

AUTHORITIES = {
    "authority between, complete list": ("OK", lambda e: below(e, e.sub, e.complete())),
    "authority between, list of authorities": (
        "OK",
        lambda e: below(e, e.sub, e.list(change=reaching((), authorities=True))),
    ),
    "authority between, list of residents only": (
        "crl-scope",
        lambda e: below(e, e.sub, e.list(change=reaching((), residents=True))),
    ),
    "authority between, stale list": ("crl-stale", lambda e: below(e, e.sub, e.complete(at=NOW - 90 * DAY))),
    "authority between, silence": ("crl-missing", lambda e: below(e, e.sub)),
    "authority between, revoked": (
        "revoked",
        lambda e: below(e, e.sub, e.complete(revoked=[e.sub.certificate.serial_number])),
    ),
    "its responder speaks for the card, a list for the authority": (
        "OK",
        lambda e: answered_below(e, appoint(e.sub, e.short), e.complete()),
    ),
    "its responder speaks for the card, nobody for the authority": (
        "crl-missing",
        lambda e: answered_below(e, appoint(e.sub, e.short)),
    ),
    "the root's responder speaks for the card": (
        "ocsp-signer",
        lambda e: answered_below(e, e.responder, e.complete()),
    ),
    "authority between has expired": ("path", lambda e: expired_authority(e)),
    "authority between without the policy": ("path", lambda e: other_authority(e, policy=False)),
    "authority below one that may have none": (
        "path",
        lambda e: deeper_authority(e),
    ),
}

ANSWERS = {
    "appointed, P-256": ("OK", lambda e: e.ask(e.good, answer=answer(e))),
    "the issuer itself, by key": ("OK", lambda e: e.ask(e.good, answer=by_issuer(e))),
    "the issuer itself, by name": ("OK", lambda e: e.ask(e.good, answer=by_issuer(e, by_name=True))),
    "certificate named with SHA-256": (
        "OK",
        lambda e: e.ask(e.good, answer=answer(e, name_hash=hashes.SHA256())),
    ),
    "answer in PEM": ("OK", lambda e: e.ask(e.good, answer=_pem(answer(e)))),
    "several entries, ours good": (
        "OK",
        lambda e: e.ask(e.good, answer=several(e, answer(e, e.card(), status=REVOKED), answer(e))),
    ),
    "several entries, ours revoked": (
        "revoked",
        lambda e: e.ask(e.good, answer=several(e, answer(e, e.card()), answer(e, status=REVOKED))),
    ),
    "several entries, none ours": (
        "ocsp-wrong-cert",
        lambda e: e.ask(e.good, answer=several(e, answer(e, e.card()), answer(e, e.card()))),
    ),
    "named by two digests, both good": (
        "OK",
        lambda e: e.ask(e.good, answer=several(e, answer(e), answer(e, name_hash=hashes.SHA256()))),
    ),
    "named by two digests, once revoked": (
        "revoked",
        lambda e: e.ask(
            e.good, answer=several(e, answer(e), answer(e, name_hash=hashes.SHA256(), status=REVOKED))
        ),
    ),
    "named by two digests, once stale": (
        "ocsp-stale",
        lambda e: e.ask(
            e.good,
            answer=several(e, answer(e), answer(e, name_hash=hashes.SHA256(), this_update=NOW - HOUR)),
        ),
    ),
    "responder to be asked about, nobody to ask": ("ocsp-signer", lambda e: asked_about(e)),
    "responder to be asked about, alive by the list": ("OK", lambda e: asked_about(e, lists=True)),
    "responder to be asked about, on the list": (
        "ocsp-signer",
        lambda e: asked_about(e, lists=True, is_revoked=True),
    ),
}


def nameless_root(e):
    """RFC 5280 asks authorities to name their key; where one does not, its digest is what leaves name."""
    key = ec.generate_private_key(ec.SECP256R1())
    root = testca.Root.create(SIGNING, NOW - 100 * DAY, key=key)
    usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
    builder = x509.CertificateBuilder().subject_name(root.certificate.subject)
    builder = builder.issuer_name(root.certificate.subject).public_key(key.public_key()).serial_number(77)
    builder = builder.not_valid_before(NOW - 100 * DAY).not_valid_after(NOW + 900 * DAY)
    builder = builder.add_extension(x509.BasicConstraints(True, None), critical=True)
    root.certificate = builder.add_extension(usage, critical=True).sign(key, hashes.SHA256())
    path = e.folder / "nameless.pem"
    path.write_bytes(root.certificate.public_bytes(PEM))
    return e.ask(e.card(root), lists=[e.list(root)], trust=[path])


def pointless_and_revoked(e):
    card = e.card(change=pointing())
    return e.ask(card, lists=[e.complete(revoked=[card.certificate.serial_number])])


def answered_below(e, responder, *lists):
    card = e.card(e.sub)
    return e.ask(card, answer=answer(e, card, e.sub, responder), lists=list(lists))


def expired_authority(e):
    return other_authority(e, ends=NOW - DAY)


def other_authority(e, **changes):
    other = e.below(e.root, name="Other-ken", **changes)
    return below(e, other, e.complete(), trust={"other.pem": other})


def deeper_authority(e):
    """One step more than the authority above it allows (pathLenConstraint 0)."""
    deeper = e.below(e.sub, name="Deeper-ken")
    return below(e, deeper, e.complete(e.sub), e.complete(), trust={"deeper.pem": deeper})


def by_issuer(e, **options):
    return answer(e, responder=Signer(e.root.certificate, e.root.key), enclosed=[], **options)


def several(e, *single):
    return together(list(single), e.responder)


def asked_about(e, *, lists=False, is_revoked=False):
    responder = appoint(e.root, e.short, change=answers.to_be_asked_about)
    serials = [responder.certificate.serial_number] if is_revoked else []
    held = [e.complete(revoked=serials)] if lists else None
    return e.ask(e.good, answer=answer(e, responder=responder), lists=held)


def _pem(der):
    return b"-----BEGIN OCSP RESPONSE-----\n" + encodebytes(der) + b"-----END OCSP RESPONSE-----\n"


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    return Elsewhere(tmp_path_factory.mktemp("elsewhere"))


ROWS = {**KEYS, **FORMS, **LISTS, **AUTHORITIES, **ANSWERS}


@pytest.mark.parametrize("case", ROWS)
def test_another_hand_gets_the_code_of_the_matrix(elsewhere, case):
    expected, asked = ROWS[case]
    assert asked(elsewhere) == expected
