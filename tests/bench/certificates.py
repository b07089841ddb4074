"""What checking a proof costs: verifications per CPU second as a share of plain RSA-2048 verifications.

`openssl speed` counts CPU time, so we do too, in the same run; the share travels between machines.
"""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Callable

from surveys.certificates.revocation import ListSource
from surveys.certificates.sources import HeldAnswer
from surveys.certificates.trust import SIGNING
from surveys.certificates.verification import Demand, verify
from tests.surveys.certificates import answers
from tests.surveys.certificates.desk import NOW, TEXT, Desk, new_key

GOALS = {"fast path": 4.0, "with a responder's answer": 2.0, "both validators": 0.4}
"""In per cent of the reference; the fast path leaves the second validator out and is not what the gate runs."""

ROUNDS, SECONDS = 5, 1.0
"""The best of some rounds counts, for openssl as for us: what else a machine does only ever slows a round down."""
DEMAND = Demand(SIGNING, "デモ県デモ市")


def main() -> None:
    reference = max(openssl_verifications() for _round in range(ROUNDS))
    print(f"\n{'proofs':28} {'per CPU second':>15} {'share':>8} {'goal':>8}   (openssl: {reference:.0f}/s)")
    for name, rate in measured().items():
        share = 100 * rate / reference
        print(f"{name:28} {rate:15.0f} {share:7.2f}% {GOALS[name]:7.1f}% {mark(share, GOALS[name])}")


def mark(share: float, goal: float) -> str:
    """A word beside the figures, so that nobody has to compare them."""
    return "PASS" if share >= goal else "FAIL"


def openssl_verifications() -> float:
    """RSA-2048 verifications per CPU second, as openssl counts them."""
    command = ["openssl", "speed", "-seconds", str(int(SECONDS)), "rsa2048"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return float(re.findall(r"rsa\s+2048 bits.*?([\d.]+)\s*$", printed, re.MULTILINE)[-1])


def measured() -> dict[str, float]:
    """Each way a proof can be checked, with different residents' cards so that nothing is a lucky repeat."""
    desk = Desk()
    cards = [desk.card() for _number in range(64)]
    proofs = [card.signed() for card in cards]
    responder = answers.appoint(desk.root, new_key())
    held = [HeldAnswer(answers.answer(card, desk.root, responder)) for card in cards]
    lists = ListSource(lambda key_id, scope: desk.lists)

    def check(number: int, source, second_opinion: bool) -> None:
        verdict = verify(
            proofs[number],
            content=TEXT,
            demand=DEMAND,
            anchors=desk.anchors,
            source=source,
            at=NOW,
            second_opinion=second_opinion,
        )
        assert verdict, verdict

    return {
        "fast path": rate(lambda number: check(number, lists, False)),
        "with a responder's answer": rate(lambda number: check(number, held[number], False)),
        "both validators": rate(lambda number: check(number, lists, True)),
    }


def rate(check: Callable[[int], None]) -> float:
    """Checks per second of this process's CPU time in the best round, after one to warm up."""
    for number in range(64):
        check(number)
    return max(_round(check) for _number in range(ROUNDS))


def _round(check: Callable[[int], None]) -> float:
    begun, done = time.process_time(), 0
    while time.process_time() - begun < SECONDS:
        for number in range(64):
            check(number)
        done += 64
    return done / (time.process_time() - begun)
