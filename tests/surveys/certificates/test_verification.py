"""Each refused proof differs from an accepted one in a single thing; the code is the contract."""

import base64
import os
import random
from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat import asn1
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.x509.oid import ObjectIdentifier

from surveys.certificates import attributes, cms, testca
from surveys.certificates.reasons import REASONS
from surveys.certificates.trust import AUTHENTICATION, SIGNING, key_id
from surveys.certificates.verification import STEPS

from .desk import NOW, TEXT, Card, attributes_for, instead, new_key, without

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def code(verdict):
    return verdict.reason.code if verdict.reason else "OK"


def other_names(*changes):
    """The alternative names of a good card with some replaced, added or (None) removed."""
    names = {o.type_id.dotted_string: o.value for o in testca.Person().other_names()}
    extra = []
    for oid, value in changes:
        if oid in names and value is not None and value[:1] == b"+":
            extra.append((oid, value[1:]))
        else:
            names[oid] = value
    pairs = [(o, v) for o, v in names.items() if v is not None] + extra
    return x509.SubjectAlternativeName([x509.OtherName(ObjectIdentifier(o), v) for o, v in pairs])


def utf8(text):
    return asn1.encode_der(text)


# --- accepted -----------------------------------------------------------------------------------------


ACCEPTED = {
    "detached DER by openssl": lambda d: d.judge(d.good.openssl()),
    "the same put together by hand": lambda d: d.judge(d.good.signed()),
    "attached content equal to ours": lambda d: d.judge(d.good.openssl("-nodetach")),
    "PEM": lambda d: d.judge(d.good.openssl(outform="PEM")),
    "pasted base64": lambda d: d.judge(base64.encodebytes(d.good.openssl())),
    "signer named by key id": lambda d: d.judge(d.good.openssl("-keyid")),
    "digest SHA-384": lambda d: d.judge(d.good.openssl(md="sha384")),
    "digest SHA-512": lambda d: d.judge(d.good.openssl(md="sha512")),
    "older root generation, same name": lambda d: d.judge(d.card(d.old).openssl()),
    "P-384 card under the RSA root": lambda d: d.judge(
        d.card(key=ec.generate_private_key(ec.SECP384R1())).openssl()
    ),
    "P-384 card under a P-384 root": lambda d: d.judge(
        d.card(d.curve_root, ec.generate_private_key(ec.SECP384R1())).openssl(md="sha384")
    ),
    "P-256 card": lambda d: d.judge(d.card(key=ec.generate_private_key(ec.SECP256R1())).openssl()),
    "authentication certificate where it is asked for": lambda d: d.judge(
        d.card(d.auth_root).openssl(), kind=AUTHENTICATION, municipality=""
    ),
    "anywhere in the country": lambda d: d.judge(
        d.card(address="新潟県長岡市大手通1丁目").openssl(), municipality=""
    ),
    "address in half-width digits": lambda d: d.judge(d.card(address="デモ県デモ市1-2-3").openssl()),
    "unknown further attribute (a name's reading)": lambda d: d.judge(
        d.seal(
            instead(d.builder(), other_names((f"{attributes.ARC}.9", utf8("ミホン"))), critical=False)
        ).openssl()
    ),
    "unknown birth date": lambda d: d.judge(
        d.seal(
            instead(d.builder(), other_names((attributes.BIRTH_DATE, utf8("000000000"))), critical=False)
        ).openssl()
    ),
    "last second of validity": lambda d: d.judge(d.card(ends=NOW).openssl()),
    "another person on the revocation list": lambda d: d.judge(
        d.good.openssl(), lists=[revoking(d.root, d.card())]
    ),
    "the newest of two lists counts": lambda d: d.judge(
        d.good.openssl(),
        lists=[d.root.list(NOW - 60 * DAY), d.root.list(NOW - HOUR)],
    ),
}


@pytest.mark.parametrize("case", ACCEPTED)
def test_an_honest_proof_is_accepted(desk, case):
    verdict = ACCEPTED[case](desk)
    assert code(verdict) == "OK"
    assert verdict.certificate_text and verdict.source == "crl"


def revoking(root, card, at=NOW - HOUR):
    """The list on which this card stands, without marking it for other tests."""
    copy = testca.Root(root.kind, root.key, root.certificate, {card.certificate.serial_number: NOW - DAY})
    return copy.list(at)


def of_authorities(root, at=NOW - HOUR):
    """A root's list of the authorities below it, as a list of its own."""
    point = x509.IssuingDistributionPoint(None, None, False, True, None, False, False)
    builder = instead(root.list_builder(at), point, critical=True)
    return builder.sign(root.key, testca._hash_for(root.key)).public_bytes(serialization.Encoding.DER)


# --- refused: the signature ---------------------------------------------------------------------------


def flipped(signature):
    info = asn1.decode_der(cms.ContentInfo, signature)
    signer = info.content.signers.as_list()[0]
    signer.signature = bytes([signer.signature[0] ^ 1]) + signer.signature[1:]
    return asn1.encode_der(info)


SIGNATURES = {
    "altered text": ("challenge", lambda d: d.good.openssl(text=TEXT.replace(b"0123", b"0124"))),
    "text for another site": ("challenge", lambda d: d.good.openssl(text=TEXT + b"https://other.example")),
    "attached content differs": ("cms-content", lambda d: d.good.openssl("-nodetach", text=TEXT + b"!")),
    "victim's certificate, own key": ("signature", lambda d: d.good.signed(signer_key=d.other_key)),
    "one bit of the signature": ("signature", lambda d: flipped(d.good.signed())),
    "digest SHA-1": ("weak-hash", lambda d: d.good.openssl(md="sha1")),
    "digest MD5 named": ("weak-hash", lambda d: d.good.signed(digest_algorithm="1.2.840.113549.2.5")),
    "signature algorithm SHA-1": (
        "weak-hash",
        lambda d: d.good.signed(signature_algorithm="1.2.840.113549.1.1.5"),
    ),
    "signature and digest disagree": (
        "cms",
        lambda d: d.good.signed(signature_algorithm="1.2.840.113549.1.1.12"),
    ),
    "no signed attributes": ("cms", lambda d: d.good.openssl("-noattr")),
    "no certificate": ("cms", lambda d: d.good.openssl("-nocerts")),
    "empty certificate bag": ("cms", lambda d: d.good.signed(certificates=[])),
    "another person's certificate only": (
        "cms",
        lambda d: d.good.signed(certificates=[d.card().certificate]),
    ),
    "the same certificate twice": ("cms", lambda d: d.good.signed(certificates=[d.good.certificate] * 2)),
    "two signers": ("cms", lambda d: d.good.signed(times=2)),
    "no signer": ("cms", lambda d: d.good.signed(times=0)),
    "content type other than data": ("cms", lambda d: d.good.signed(content_type=cms.SIGNED_DATA)),
    "version does not fit the signer": ("cms", lambda d: d.good.signed(version=3)),
    "message digest missing": ("cms", lambda d: d.good.signed(attributes=attributes_for(TEXT)[:1])),
    "content type missing": ("cms", lambda d: d.good.signed(attributes=attributes_for(TEXT)[1:])),
    "message digest twice": (
        "cms",
        lambda d: d.good.signed(attributes=attributes_for(TEXT) + attributes_for(b"x")[1:]),
    ),
    "40 MB": ("cms-too-big", lambda d: b"\x30" + bytes(40_000_000)),
    "33 kB of base64": ("cms-too-big", lambda d: base64.b64encode(bytes(33 * 1024))),
    "random bytes": ("cms-malformed", lambda d: b"\x30\x82" + os.urandom(500)),
    "a photograph": ("cms-malformed", lambda d: b"\x89PNG\r\n\x1a\n" + bytes(100)),
    "nothing": ("cms-malformed", lambda d: b""),
    "cut short": ("cms-malformed", lambda d: d.good.openssl()[:-1]),
    "a byte too many": ("cms-malformed", lambda d: d.good.openssl() + b"\0"),
    "streamed, not DER": ("cms-malformed", lambda d: d.good.openssl("-nodetach", "-stream")),
    "boxes in boxes": ("cms-malformed", lambda d: b"\x30\x80" * 10_000),
    "a certificate instead of a signature": (
        "cms-malformed",
        lambda d: d.good.certificate.public_bytes(serialization.Encoding.DER),
    ),
}


@pytest.mark.parametrize("case", SIGNATURES)
def test_a_faulty_signature_is_refused_for_its_fault(desk, case):
    expected, upload = SIGNATURES[case]
    assert code(desk.judge(upload(desk))) == expected


# --- refused: the certificate -------------------------------------------------------------------------


def policies(*oids):
    return x509.CertificatePolicies([x509.PolicyInformation(ObjectIdentifier(oid), None) for oid in oids])


def usage(**bits):
    names = "digital_signature content_commitment key_encipherment data_encipherment key_agreement "
    names += "key_cert_sign crl_sign encipher_only decipher_only"
    return x509.KeyUsage(**{name: bits.get(name, False) for name in names.split()})


BOTH = {"digital_signature": True, "content_commitment": True}
OURS, OTHERS = testca.TEST_SIGNING_POLICY, "1.2.392.200149.8.5.1.1.10"


def with_names(*changes):
    return lambda d: d.seal(instead(d.builder(), other_names(*changes), critical=False))


def sha1_signed(d):
    """The library refuses to sign with SHA-1, so the algorithm's last byte and the signature are replaced."""
    body = d.good.certificate.tbs_certificate_bytes
    sha256, sha1 = (bytes.fromhex("06092a864886f70d0101") + last for last in (b"\x0b", b"\x05"))
    assert body.count(sha256) == 1
    body = body.replace(sha256, sha1)
    outer = asn1.decode_der(Outer, d.good.certificate.public_bytes(serialization.Encoding.DER))
    outer.body = asn1.decode_der(asn1.TLV, body)
    outer.algorithm.algorithm = ObjectIdentifier("1.2.840.113549.1.1.5")
    outer.signature = asn1.BitString(d.root.key.sign(body, padding.PKCS1v15(), hashes.SHA1()), 0)
    return Card(x509.load_der_x509_certificate(asn1.encode_der(outer)), d.key)


def algorithms_disagree(d):
    outer = asn1.decode_der(Outer, d.good.certificate.public_bytes(serialization.Encoding.DER))
    outer.algorithm.algorithm = ObjectIdentifier("1.2.840.113549.1.1.12")
    return Card(x509.load_der_x509_certificate(asn1.encode_der(outer)), d.key)


@asn1.sequence
class Outer:
    body: asn1.TLV
    algorithm: cms.AlgorithmIdentifier
    signature: asn1.BitString


def forged(d, *, same_key_id):
    """Another authority's card under names equal to ours."""
    impostor = testca.Root.create(SIGNING, NOW - 1500 * DAY)
    builder = impostor.builder(d.key, NOW - DAY, NOW + DAY)
    if same_key_id:
        pretended = x509.AuthorityKeyIdentifier(key_id(d.root.certificate), None, None)
        builder = instead(builder, pretended, critical=False)
    builder = builder.add_extension(other_names(), critical=False)
    return Card(builder.sign(impostor.key, hashes.SHA256()), d.key)


def under_a_resident(d):
    """A resident using their own card as if it were an authority."""
    subject = d.good.certificate
    builder = d.builder(key=d.other_key)
    builder._issuer_name = subject.subject
    builder = instead(builder, x509.AuthorityKeyIdentifier(key_id(subject), None, None), critical=False)
    return Card(builder.sign(d.good.key, hashes.SHA256()), d.other_key)


def short_key(bits, exponent):
    return lambda d: d.card(key=new_key(bits, exponent))


CERTIFICATES = {
    "expired": ("expired", lambda d: d.card(ends=NOW - DAY)),
    "expired a second ago": ("expired", lambda d: d.card(ends=NOW - timedelta(seconds=1))),
    "not yet valid": ("not-yet-valid", lambda d: d.card(begins=NOW + DAY)),
    "valid in a second": ("not-yet-valid", lambda d: d.card(begins=NOW + timedelta(seconds=1))),
    "forged authority, equal names": ("path", lambda d: forged(d, same_key_id=False)),
    "forged authority, equal names and key id": ("path", lambda d: forged(d, same_key_id=True)),
    "issued by a resident's card": ("path", under_a_resident),
    "issuer's key not named": ("path", lambda d: d.seal(without(d.builder(), x509.AuthorityKeyIdentifier))),
    "authentication certificate": ("key-usage", lambda d: d.card(d.auth_root)),
    "key for enciphering": (
        "key-usage",
        lambda d: d.seal(instead(d.builder(), usage(key_encipherment=True), critical=True)),
    ),
    "one usage too many": (
        "key-usage",
        lambda d: d.seal(instead(d.builder(), usage(**BOTH, key_cert_sign=True), critical=True)),
    ),
    "usage not critical": (
        "key-usage",
        lambda d: d.seal(instead(d.builder(), usage(**BOTH), critical=False)),
    ),
    "no usage": ("key-usage", lambda d: d.seal(without(d.builder(), x509.KeyUsage))),
    "other policy": ("policy", lambda d: d.seal(instead(d.builder(), policies(OTHERS), critical=True))),
    "no policy": ("policy", lambda d: d.seal(without(d.builder(), x509.CertificatePolicies))),
    "any policy": ("policy", lambda d: d.seal(instead(d.builder(), policies("2.5.29.32.0"), critical=True))),
    "two policies": ("policy", lambda d: d.seal(instead(d.builder(), policies(OURS, OTHERS), critical=True))),
    "policy not critical": ("policy", lambda d: d.seal(instead(d.builder(), policies(OURS), critical=False))),
    "says it is an authority": (
        "profile",
        lambda d: d.seal(d.builder().add_extension(x509.BasicConstraints(True, None), critical=True)),
    ),
    "unknown critical extension": (
        "unknown-critical",
        lambda d: d.seal(
            d.builder().add_extension(
                x509.UnrecognizedExtension(ObjectIdentifier("1.2.3.4.5"), b"\x05\0"), critical=True
            )
        ),
    ),
    "key purpose made critical": (
        "unknown-critical",
        lambda d: d.seal(
            d.builder().add_extension(
                x509.ExtendedKeyUsage([x509.oid.ExtendedKeyUsageOID.CLIENT_AUTH]), critical=True
            )
        ),
    ),
    "inner and outer algorithm disagree": ("profile", algorithms_disagree),
    "RSA-1024": ("weak-key", short_key(1024, 65537)),
    "RSA with exponent 3": ("weak-key", short_key(2048, 3)),
    "curve P-521": ("weak-key", lambda d: d.card(key=ec.generate_private_key(ec.SECP521R1()))),
    "certificate signed with SHA-1": ("weak-hash", sha1_signed),
    "name twice": ("attributes", with_names((attributes.NAME, b"+" + utf8("別人　太郎")))),
    "name as BMPString": ("attributes", with_names((attributes.NAME, b"\x1e\x04\x89\x8b\x67\x2c"))),
    "no address": ("attributes", with_names((attributes.ADDRESS, None))),
    "address of 201 characters": ("attributes", with_names((attributes.ADDRESS, utf8("デ" * 201)))),
    "empty name": ("attributes", with_names((attributes.NAME, utf8("")))),
    "sex 9": ("attributes", with_names((attributes.SEX, utf8("9")))),
    "thirtieth of February": ("attributes", with_names((attributes.BIRTH_DATE, utf8("420260230")))),
    "birth date too short": ("attributes", with_names((attributes.BIRTH_DATE, utf8("4202602")))),
    "substitute positions in letters": (
        "attributes",
        with_names((attributes.NAME_SUBSTITUTES, utf8("あ"))),
    ),
    "no alternative names": (
        "attributes",
        lambda d: d.seal(without(d.builder(), x509.SubjectAlternativeName)),
    ),
    "next town": ("municipality", lambda d: d.card(address="デモ県となり市1丁目")),
    "town name in the middle": ("municipality", lambda d: d.card(address="となり県デモ県デモ市1丁目")),
}


@pytest.mark.parametrize("case", CERTIFICATES)
def test_an_unfit_certificate_is_refused_for_its_fault(desk, case):
    expected, make = CERTIFICATES[case]
    assert code(desk.judge(make(desk).signed())) == expected


def test_a_signing_certificate_is_the_wrong_kind_where_authentication_is_asked(desk):
    assert code(desk.judge(desk.good.openssl(), kind=AUTHENTICATION, municipality="")) == "key-usage"


def test_an_authentication_certificate_never_proves_a_town(desk):
    verdict = desk.judge(desk.card(desk.auth_root).openssl(), kind=AUTHENTICATION)
    assert code(verdict) == "key-usage"


def test_a_root_generation_past_its_trust_is_not_trusted(desk):
    lapsed = [replace(anchor, valid_until=NOW - DAY) for anchor in desk.anchors]
    assert code(desk.judge(desk.good.openssl(), anchors=lapsed)) == "path"
    assert code(desk.judge(desk.good.openssl(), anchors=[desk.old.anchor])) == "path"


# --- refused or deferred: the revocation list ---------------------------------------------------------


def listing(desk, change=lambda builder: builder, *, key=None, **options):
    signer = key or desk.root.key
    built = change(desk.root.list_builder(NOW - HOUR, **options))
    return built.sign(signer, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def point(**options):
    fields = dict.fromkeys(("only_contains_user_certs", "only_contains_ca_certs", "indirect_crl"), False) | {
        "only_some_reasons": None,
        "only_contains_attribute_certs": False,
    }
    name = [x509.DirectoryName(testca.point_name(SIGNING))]
    return x509.IssuingDistributionPoint(name, None, **{**fields, **options})


def with_entry_extension(builder):
    entry = x509.RevokedCertificateBuilder().serial_number(1).revocation_date(NOW - DAY)
    entry = entry.add_extension(
        x509.CertificateIssuer([x509.DirectoryName(testca.root_name(AUTHENTICATION))]), critical=True
    )
    return builder.add_revoked_certificate(entry.build())


def unknown_critical(builder):
    return builder.add_extension(
        x509.UnrecognizedExtension(ObjectIdentifier("1.2.3.4.5"), b"\x05\0"), critical=True
    )


REASONS_ONLY = frozenset([x509.ReasonFlags.key_compromise])
ELSEWHERE = testca.point_name(SIGNING, municipality="Tonari-shi")

LISTS = {
    "revoked": ("revoked", lambda d: [revoking(d.root, d.good)]),
    "no list at all": ("crl-missing", lambda d: []),
    "only lists of another root generation": ("crl-missing", lambda d: [d.old.list(NOW - HOUR)]),
    "stale": ("crl-stale", lambda d: [d.root.list(NOW - 40 * DAY)]),
    "stale since this very second": ("crl-stale", lambda d: [d.root.list(NOW - 30 * DAY)]),
    "from the future": ("crl-future", lambda d: [d.root.list(NOW + HOUR)]),
    "signed by another key": ("crl-signature", lambda d: [listing(d, key=d.other_key)]),
    "of another municipality": ("crl-scope", lambda d: [listing(d, scope=ELSEWHERE)]),
    "changes only": (
        "crl-scope",
        lambda d: [listing(d, lambda b: b.add_extension(x509.DeltaCRLIndicator(1), critical=True))],
    ),
    "indirect": (
        "crl-scope",
        lambda d: [listing(d, lambda b: instead(b, point(indirect_crl=True), critical=True))],
    ),
    "some reasons only": (
        "crl-scope",
        lambda d: [listing(d, lambda b: instead(b, point(only_some_reasons=REASONS_ONLY), critical=True))],
    ),
    "authorities only": (
        "crl-scope",
        lambda d: [listing(d, lambda b: instead(b, point(only_contains_ca_certs=True), critical=True))],
    ),
    "unknown critical extension": ("crl-critical", lambda d: [listing(d, unknown_critical)]),
    "unknown critical entry extension": ("crl-critical", lambda d: [listing(d, with_entry_extension)]),
    "broken": ("crl-malformed", lambda d: [b"\x30\x03\x02\x01\x01"]),
}


@pytest.mark.parametrize("case", LISTS)
def test_the_revocation_list_decides_and_fails_closed(desk, case):
    expected, make = LISTS[case]
    assert code(desk.judge(desk.good.signed(), lists=make(desk))) == expected


def test_an_empty_list_is_a_list(desk):
    """An empty list object counts as false in Python; the certificate is alive all the same."""
    assert len(x509.load_der_x509_crl(desk.root.list(NOW - HOUR))) == 0
    assert code(desk.judge(desk.good.signed(), lists=[desk.root.list(NOW - HOUR)])) == "OK"


# --- what the verdict says and keeps ------------------------------------------------------------------


def test_the_verdict_shows_how_far_the_checks_came(desk):
    verdict = desk.judge(desk.card(ends=NOW - DAY).openssl())
    outcomes = [(step.name, step.outcome) for step in verdict.steps]
    assert outcomes == [
        ("form", "passed"),
        ("content", "passed"),
        ("profile", "passed"),
        ("signature", "passed"),
        ("validity", "failed"),
        ("issuer", "not-reached"),
        ("revocation", "not-reached"),
        ("path", "not-reached"),
        ("attributes", "not-reached"),
        ("municipality", "not-reached"),
    ]
    assert [step.name for step in desk.judge(desk.good.openssl()).steps] == list(STEPS)


def test_a_renewed_certificate_is_another_certificate_of_the_same_person(desk):
    first, second = desk.judge(desk.card().openssl()), desk.judge(desk.card().openssl())
    assert first.certificate_text != second.certificate_text
    assert first.attributes.same_person_text == second.attributes.same_person_text
    for written_otherwise in ("見本 花子", "見本\u3000花\U000e0100子", "見本 花子\ufe00"):
        again = desk.judge(desk.card(name=written_otherwise).openssl())
        assert again.attributes.same_person_text == first.attributes.same_person_text
    other = desk.judge(desk.card(name="見本　太郎").openssl())
    assert other.attributes.same_person_text != first.attributes.same_person_text


def test_personal_details_never_appear_in_a_printed_verdict(desk):
    printed = repr(desk.judge(desk.good.openssl()))
    assert "花子" not in printed and "デモ市" not in printed and "1988" not in printed
    assert str(desk.good.certificate.serial_number) not in printed


def test_every_reason_has_a_sentence_and_a_next_step():
    for reason in REASONS.values():
        assert all(str(text).endswith((".", "。")) for text in (reason.message, reason.next_step))


# --- hostile bytes ------------------------------------------------------------------------------------


def test_no_altered_signature_is_ever_taken_for_other_words(desk):
    """A few hundred mutations: none raises, and none makes different words look signed."""
    source, dice = desk.good.openssl("-nodetach"), random.Random(20261122)
    for _round in range(400):
        spoiled = bytearray(source)
        for _edit in range(dice.randint(1, 3)):
            place = dice.randrange(len(spoiled))
            spoiled[place] = dice.randrange(256)
        verdict = desk.judge(bytes(spoiled))
        assert verdict.reason is None or verdict.reason.code in REASONS
        assert not desk.judge(bytes(spoiled), content=TEXT + b"?")
        if verdict:
            assert cms.read(bytes(spoiled)).certificate == desk.good.certificate


def test_cuts_and_insertions_never_raise(desk):
    source, dice = desk.good.openssl(), random.Random(7)
    for _round in range(200):
        cut = dice.randrange(len(source))
        for spoiled in (source[:cut], source[:cut] + os.urandom(3) + source[cut:], source[cut:]):
            assert not desk.judge(spoiled)
