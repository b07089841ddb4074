"""The invented residents who answered the field trial's surveys in 2005-06, each with a test certificate.

Their authority is a third test root of that time; it ended in 2014, so that nobody gets in by it today.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs7

from portal.foundation import clock
from portal.foundation.acting import Acting
from surveys.certificates import actions as certificates
from surveys.certificates.testca import Person, Root
from surveys.certificates.trust import SIGNING
from surveys.envelopes import actions as envelopes
from surveys.envelopes import challenge
from surveys.models import Survey

ORIGIN = "https://demo.example.jp"


class Trial:
    """The test authority of the field trial, and its residents proving themselves one by one."""

    def __init__(self, *, by: Acting):
        self.by = by
        self.root = Root.create(SIGNING, datetime(2004, 1, 29, tzinfo=UTC))
        self.key = rsa.generate_private_key(65537, 2048)
        certificates.trust(self.root.anchor, name="JPKI-TEST 2004", by=by)

    def answer(self, survey: Survey, number: int, sheet: Callable[[], dict[str, Any]]) -> None:
        """Let so many residents prove themselves and answer, on the day the clock shows."""
        certificates.load_list(self.root.list(clock.now() - timedelta(hours=1)), by=self.by)
        for count in range(number):
            text = challenge.issue(survey, origin=ORIGIN)
            outcome = envelopes.prove(survey, nonce=text.nonce, upload=self._sign(text.text, count))
            envelopes.answer(survey, ticket=outcome.ticket, answers=sheet())

    def _sign(self, text: str, count: int) -> bytes:
        person = Person(name=f"架空　{count}郎", birth_date=date(1950, 1, 1) + timedelta(days=97 * count))
        now = clock.now()
        card = self.root.issue(self.key, now - timedelta(days=90), now + timedelta(days=900), person)
        options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
        builder = pkcs7.PKCS7SignatureBuilder().set_data(text.encode())
        return builder.add_signer(card, self.key, hashes.SHA256()).sign(serialization.Encoding.DER, options)
