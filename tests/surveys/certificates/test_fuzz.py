"""Spoiled signatures, answers and lists by the thousand: none crashes a check, none is wrongly believed.

Every source is one that must be refused as it stands (other words, a revoked card), so an acceptance of any
spoiled copy is a hole. FUZZ_ROUNDS says how many; `make fuzz` takes twenty thousand.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives import serialization

from surveys.certificates import ocsp, revocation
from surveys.certificates.reasons import REASONS, Refused
from surveys.certificates.revocation import ListSource
from surveys.certificates.trust import SIGNING
from surveys.certificates.verification import Demand, verify_certificate

from . import answers
from .desk import NOW, TEXT, new_key
from .test_verification import revoking

ROUNDS = int(os.environ.get("FUZZ_ROUNDS", "6000")) // 3
SEED = int(os.environ.get("FUZZ_SEED", "20261122"))


pytestmark = pytest.mark.filterwarnings("ignore:Parsed a serial number")


def spoiled(source: bytes, *, rounds: int = ROUNDS) -> Iterator[bytes]:
    """Copies with bytes changed, cut out, doubled or moved; the same ones for the same seed."""
    dice = random.Random(SEED)
    for _round in range(rounds):
        copy = bytearray(source)
        for _edit in range(dice.randint(1, 4)):
            place, length = dice.randrange(len(copy)), dice.randint(1, 12)
            piece = bytes(copy[place : place + length])
            edit = dice.randrange(6)
            if edit < 3:
                copy[place] ^= 1 << dice.randrange(8) if edit else dice.randrange(1, 256)
            elif edit == 3:
                copy[place : place + length] = b""
            elif edit == 4:
                copy[place:place] = piece
            else:
                target = dice.randrange(len(copy))
                copy[target : target + length] = piece
            copy = copy or bytearray(b"\0")
        yield bytes(copy)


def test_no_spoiled_signature_makes_other_words_signed(desk):
    for copy in spoiled(desk.good.openssl("-nodetach"), rounds=ROUNDS // 2):
        verdict = desk.judge(copy, content=TEXT + b"?")
        assert verdict.reason is not None and verdict.reason.code in REASONS


def test_no_spoiled_signature_brings_a_revoked_card_back_to_life(desk):
    """The words are right, so the spoiled certificate goes through all the checks there are."""
    lists = [revoking(desk.root, desk.good)]
    for copy in spoiled(desk.good.openssl(), rounds=ROUNDS // 2):
        verdict = desk.judge(copy, lists=lists)
        assert verdict.reason is not None and verdict.reason.code in REASONS


def test_no_certificate_is_taken_but_byte_for_byte(desk):
    """Another writing of the same certificate is another certificate: nobody else may read something else in it."""
    source = desk.good.certificate.public_bytes(serialization.Encoding.DER)
    against = {
        "demand": Demand(SIGNING, "デモ県デモ市"),
        "anchors": desk.anchors,
        "source": ListSource(lambda key_id, scope: desk.lists),
        "at": NOW,
    }
    assert verify_certificate(source, **against)
    for copy in spoiled(source):
        verdict = verify_certificate(copy, **against)
        assert (verdict.reason is None) == (copy == source)
        assert verdict.reason is None or verdict.reason.code in REASONS


def test_no_spoiled_answer_brings_a_revoked_card_back_to_life(desk):
    responder = answers.appoint(desk.root, new_key())
    source = answers.answer(desk.good, desk.root, responder, status=answers.REVOKED)
    for copy in spoiled(source):
        with pytest.raises(Refused) as refused:
            ocsp.judge(copy, desk.good.certificate, desk.root.certificate, NOW)
        assert refused.value.code in REASONS


def test_no_spoiled_list_brings_a_revoked_card_back_to_life(desk):
    source = revoking(desk.root, desk.good, NOW - timedelta(hours=1))
    try:
        for copy in spoiled(source):
            lists = ListSource(lambda key_id, scope, copy=copy: [copy])
            with pytest.raises(Refused) as refused:
                lists.check(desk.good.certificate, desk.root.certificate, NOW)
            assert refused.value.code in REASONS
    finally:
        revocation.load.cache_clear()
        revocation.parse_list.cache_clear()
