"""What ballot tokens cost: signing blind and taking an answer, per CPU second, as shares of plain RSA work.

The reference is openssl's own speed in the same run, for a key of the same size: private operations for signing,
public ones for verifying. Sign and verify are the arithmetic alone; draw and spend are whole verbs with their rows.
"""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Callable

from surveys.ballots import actions, blind_rsa, keys
from surveys.ballots.holder import Holder
from surveys.certificates.person import VerifiedPerson, Way
from surveys.envelopes import actions as envelopes
from surveys.models import Survey

SECONDS = 2.0
LOT = 40


def main() -> None:
    signs, verifies = openssl_speed()
    print(f"\n{'ballot tokens (RSA-3072)':28} {'per CPU second':>15} {'share':>8}")
    for name, (rate, reference) in measured(signs, verifies).items():
        print(f"{name:28} {rate:15.0f} {100 * rate / reference:7.2f}%")
    print(f"(openssl rsa3072: {signs:.0f} signatures, {verifies:.0f} verifications/s)")


def openssl_speed() -> tuple[float, float]:
    """Signatures and verifications with a key of 3072 bits per CPU second, as openssl counts them."""
    command = ["openssl", "speed", "-seconds", str(int(SECONDS)), "rsa3072"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.findall(r"rsa\s+3072 bits.*?([\d.]+)\s+([\d.]+)\s*$", printed, re.MULTILINE)[-1]
    return float(found[0]), float(found[1])


def measured(signs: float, verifies: float) -> dict[str, tuple[float, float]]:
    """The demo town's open certificate survey hands out and takes tokens; its rows are the bench's own."""
    survey = Survey.objects.collecting().exclude(ballot_key__isnull=True).get()
    pair = keys.new_pair()
    public = pair.public_key()
    holders = [Holder.begin(public, survey.slug) for _number in range(LOT)]
    tokens = [holder.finish(blind_rsa.blind_sign(pair, holder.blinded.message)) for holder in holders]
    own = keys.public(survey.ballot_key)
    stock: list[tuple[str, Holder]] = []
    drawn: list = []

    def draw(number: int) -> None:
        ticket, holder = stock.pop()
        drawn.append((holder, actions.draw_blind(survey, ticket=ticket, blinded=holder.blinded.message)))

    def spend(number: int) -> None:
        actions.spend(survey, token=ready.pop(), answers={})

    for number in range(8 * LOT):
        person = VerifiedPerson(Way.CERTIFICATE, f"bench {number}", f"bench {number}")
        stock.append((envelopes.draw(survey, person).ticket, Holder.begin(own, survey.slug)))
    found = {
        "sign blind": (rate(lambda n: blind_rsa.blind_sign(pair, holders[n].blinded.message)), signs),
        "verify": (
            rate(lambda n: blind_rsa.verify(public, tokens[n].message, tokens[n].signature)),
            verifies,
        ),
        "draw (whole verb)": (once(draw, len(stock)), signs),
    }
    ready = [holder.finish(signature) for holder, signature in drawn]
    return {**found, "spend (whole verb)": (once(spend, len(ready)), verifies)}


def rate(act: Callable[[int], object]) -> float:
    """Acts per second of this process's CPU time, over and over."""
    begun, done = time.process_time(), 0
    while time.process_time() - begun < SECONDS:
        for number in range(LOT):
            act(number)
        done += LOT
    return done / (time.process_time() - begun)


def once(act: Callable[[int], None], times: int) -> float:
    """Acts per second of CPU time, each done once because it uses something up."""
    begun = time.process_time()
    for number in range(times):
        act(number)
    return times / (time.process_time() - begun)
