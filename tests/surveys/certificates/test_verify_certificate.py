"""The help desk's command: the engine of the gate, whatever form the files have, and a verdict for anything."""

from __future__ import annotations

import json
from contextlib import redirect_stdout
from datetime import timedelta
from io import StringIO

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.core.management import call_command

from portal.foundation import clock
from portal.foundation.acting import CLOCK
from surveys.certificates import actions, inspection, testca
from surveys.certificates.reasons import REASONS
from surveys.certificates.trust import AUTHENTICATION, SIGNING
from surveys.certificates.trust_folder import anchors_in
from surveys.certificates.verification import STEPS, Demand

from . import answers
from .desk import NOW, TEXT, new_key

PEM, DER = serialization.Encoding.PEM, serialization.Encoding.DER
TOWN = "デモ県デモ市"


@pytest.fixture
def bag(desk, tmp_path):
    """The folder a help desk has: trusted authorities, lists, a challenge, a signature, a certificate."""
    trust = tmp_path / "trust"
    (trust / "older").mkdir(parents=True)
    (trust / "signing.pem").write_bytes(desk.root.certificate.public_bytes(PEM))
    (trust / "older" / "signing.cer").write_bytes(desk.old.certificate.public_bytes(DER))
    both = desk.auth_root.certificate.public_bytes(PEM) + desk.curve_root.certificate.public_bytes(PEM)
    (trust / "bundle.pem").write_bytes(both)
    (trust / "notes.txt").write_text("not a certificate")
    (trust / "resident.pem").write_bytes(desk.good.certificate.public_bytes(PEM))
    for number, der in enumerate(desk.lists):
        (tmp_path / f"{number}.crl").write_bytes(der)
    (tmp_path / "challenge.txt").write_bytes(TEXT)
    (tmp_path / "good.cms").write_bytes(desk.good.openssl())
    (tmp_path / "good.pem").write_bytes(desk.good.certificate.public_bytes(PEM))
    (tmp_path / "good.der").write_bytes(desk.good.certificate.public_bytes(DER))
    return tmp_path


def look(*arguments):
    out = StringIO()
    with redirect_stdout(out), pytest.raises(SystemExit) as ended:
        call_command("verify_certificate", *map(str, arguments))
    return ended.value.code, json.loads(out.getvalue())


def common(bag, *, lists=True):
    options = ["--trust", bag / "trust", "--time", NOW.isoformat(), "--municipality", TOWN]
    return options + (["--crl", *sorted(bag.glob("*.crl"))] if lists else [])


def signature(bag, name="good.cms", **options):
    return ["--cms", bag / name, "--challenge", bag / "challenge.txt", *common(bag, **options)]


def test_a_good_signature_is_accepted_with_every_step(bag):
    status, found = look(*signature(bag))
    assert (status, found["verdict"], found["code"], found["source"]) == (0, "accepted", "OK", "crl")
    assert [(step["step"], step["result"], step["code"]) for step in found["steps"]] == [
        (name, "passed", "OK") for name in STEPS
    ]
    assert "花子" not in json.dumps(found, ensure_ascii=False)


@pytest.mark.parametrize("name", ["good.pem", "good.der"])
def test_a_certificate_alone_is_accepted_without_claiming_a_signature(bag, name):
    status, found = look("--certificate", bag / name, *common(bag))
    assert (status, found["code"]) == (0, "OK")
    results = {step["step"]: step["result"] for step in found["steps"]}
    assert results["content"] == results["signature"] == "not-asked"
    assert results["path"] == results["municipality"] == "passed"


@pytest.mark.parametrize("generation", ["old", "root", "curve_root"])
def test_every_root_generation_of_the_folder_is_found(desk, bag, generation):
    key = ec.generate_private_key(ec.SECP384R1()) if generation == "curve_root" else desk.key
    card = desk.card(getattr(desk, generation), key)
    (bag / "other.cms").write_bytes(card.openssl(md="sha384"))
    assert look(*signature(bag, "other.cms"))[1]["code"] == "OK"


def test_the_other_kind_is_accepted_where_it_is_asked_for(desk, bag):
    card = desk.card(desk.auth_root)
    (bag / "auth.pem").write_bytes(card.certificate.public_bytes(PEM))
    lists = ["--crl", *sorted(bag.glob("*.crl"))]
    ask = ["--certificate", bag / "auth.pem", "--trust", bag / "trust", "--time", NOW.isoformat(), *lists]
    status, found = look(*ask, "--kind", "利用者証明用")
    assert (status, found["code"]) == (0, "OK")
    assert found["steps"][-1] == {**found["steps"][-1], "result": "not-asked", "code": None}
    assert look(*ask, "--kind", "authentication", "--municipality", TOWN)[1]["code"] == "key-usage"
    assert look(*ask, "--kind", "署名用")[1]["code"] == "key-usage"


def test_lists_may_be_pem_and_many_in_one_file(desk, bag):
    pem = b"".join(x509.load_der_x509_crl(der).public_bytes(PEM) for der in desk.lists)
    (bag / "all.pem").write_bytes(pem)
    status, _found = look(*signature(bag, lists=False), "--crl", bag / "all.pem")
    assert status == 0
    (bag / "lists").mkdir()
    (bag / "lists" / "all.pem").write_bytes(pem)
    assert look(*signature(bag, lists=False), "--crl", bag / "lists")[0] == 0


def test_a_strangers_list_under_the_issuers_name_is_no_list(desk, bag):
    stranger = testca.Root.create(SIGNING, NOW - timedelta(days=1500))
    (bag / "stranger.crl").write_bytes(stranger.list(NOW - timedelta(hours=1)))
    alone = [*signature(bag, lists=False), "--crl", bag / "stranger.crl"]
    assert (look(*alone)[0], look(*alone)[1]["code"]) == (2, "crl-signature")
    assert look(*signature(bag))[1]["code"] == "OK"  # beside the genuine one it does no harm


def test_an_answer_at_hand_decides_and_its_number_counts(desk, bag):
    responder = answers.appoint(desk.root, new_key())
    (bag / "answer.der").write_bytes(answers.answer(desk.good, desk.root, responder, nonce=b"\x01" * 32))
    ask = [*signature(bag, lists=False), "--ocsp-response", bag / "answer.der"]
    status, found = look(*ask)
    assert (status, found["source"]) == (0, "ocsp")
    assert look(*ask, "--ocsp-nonce", "01" * 32)[0] == 0
    assert look(*ask, "--ocsp-nonce", "02" * 32)[1]["code"] == "ocsp-nonce"
    (bag / "answer.der").write_bytes(b"garbage")
    assert look(*ask)[1]["code"] == "ocsp-malformed"


def test_without_evidence_the_check_fails_closed(bag):
    status, found = look(*signature(bag, lists=False))
    assert (status, found["verdict"], found["code"]) == (2, "deferred", "crl-missing")
    down = look(*signature(bag), "--ocsp-url", "http://127.0.0.1:1/")
    assert (down[0], down[1]["code"]) == (2, "ocsp-down")


def test_the_failing_step_carries_the_code_and_words_in_both_languages(desk, bag):
    (bag / "spoiled.cms").write_bytes(desk.good.openssl(text=TEXT + b"!"))
    status, found = look(*signature(bag, "spoiled.cms"))
    assert (status, found["verdict"], found["code"]) == (1, "refused", "challenge")
    assert [s["code"] for s in found["steps"] if s["result"] == "failed"] == ["challenge"]
    assert found["message"]["en"].isascii() and not found["message"]["ja"].isascii()
    assert found["next_step"]["ja"].endswith("。")


@pytest.mark.parametrize(
    "spoil, code",
    [
        (b"", "cms-malformed"),
        (b"\x30\x80" * 16000, "cms-malformed"),
        (b"\x30" + bytes(40_000_000), "cms-too-big"),
        (b"-----BEGIN CMS-----\nAAAA\n-----END CMS-----", "cms-malformed"),
    ],
)
def test_hostile_signatures_get_a_verdict(bag, spoil, code):
    (bag / "bad.cms").write_bytes(spoil)
    assert look(*signature(bag, "bad.cms"))[1]["code"] == code


@pytest.mark.parametrize("spoil", [b"", b"\x30\x82", b"-----BEGIN CERTIFICATE-----\nAAAA", bytes(100_000)])
def test_hostile_certificates_get_a_verdict(bag, spoil):
    (bag / "bad.pem").write_bytes(spoil)
    assert look("--certificate", bag / "bad.pem", *common(bag))[1]["code"] == "certificate-malformed"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--cms", "nowhere", "--challenge", "nowhere"],
        ["--certificate", "nowhere"],
        ["--cms", "a", "--certificate", "b"],
        ["--cms", "a"],
        ["--certificate", "manage.py", "--trust", "nowhere"],
        ["--certificate", "manage.py", "--trust", "tests/surveys", "--time", "soon"],
        ["--certificate", "manage.py", "--trust", "tests/surveys", "--kind", "seal"],
        ["--certificate", "manage.py", "--trust", "tests/surveys", "--ocsp-nonce", "xyz"],
        ["--certificate", "tests", "--trust", "tests/surveys"],
        ["--certificate", "a\0b", "--trust", "tests/surveys"],
        ["--no-such-option"],
    ],
)
def test_a_question_that_cannot_be_asked_is_answered_in_json(arguments):
    status, found = look(*arguments)
    assert (status, found["verdict"], found["code"]) == (3, "invalid-input", "input")
    assert found["detail"] and found["steps"] == []


def test_no_policy_of_another_service_is_taken_unless_named(bag):
    assert look(*signature(bag), "--policy", "1.2.3.4")[1]["code"] == "policy"
    named = look(*signature(bag), "--policy", "1.2.392.200149.8.5.1.0.20", "--policy", "1.2.3.4")
    assert named[1]["code"] == "OK"


def test_production_trusts_no_test_authority_of_a_folder(bag, settings):
    settings.TEST_CERTIFICATES_ALLOWED = False
    assert look(*signature(bag))[1]["code"] in ("policy", "path")


def test_only_authorities_of_a_folder_become_anchors(desk, bag):
    found = {anchor.der for anchor in anchors_in([bag / "trust"], SIGNING)}
    assert found == {root.certificate.public_bytes(DER) for root in desk.roots}
    assert len(anchors_in([bag / "trust" / "signing.pem"], AUTHENTICATION)) == 1


@pytest.mark.django_db
def test_without_a_folder_the_portals_own_records_are_asked(desk, bag):
    for root in desk.roots:
        actions.trust(root.anchor, name="JPKI-TEST", by=CLOCK)
    ask = ["--cms", bag / "good.cms", "--challenge", bag / "challenge.txt", "--time", NOW.isoformat()]
    with clock.at(NOW):
        assert look(*ask)[1]["code"] == "crl-missing"
        for der in desk.lists:
            actions.load_list(der, by=CLOCK)
        assert look(*ask)[1]["code"] == "OK"
        simulated = actions.choose_revocation_service(
            SIGNING, "simulator", valid_from=clock.today(), by=CLOCK
        )
        assert look(*ask)[1]["source"] == "simulated" and simulated.pk


def test_a_look_uses_the_engine_of_the_gate(desk):
    source = inspection.Evidence(lists=desk.lists).source(desk.anchors)
    verdict = inspection.inspect(
        desk.good.openssl(),
        content=TEXT,
        demand=Demand(SIGNING, TOWN),
        anchors=desk.anchors,
        source=source,
        at=NOW,
    )
    same = desk.judge(desk.good.openssl())
    assert (verdict.steps, verdict.reason) == (same.steps, same.reason)
    assert all(inspection.standing_of(reason) != "accepted" for reason in REASONS.values())
