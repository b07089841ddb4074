"""One look at a certificate or a signature with everything handed in: the help desk's way to the engine.

The checks are those of the web gate (`verification`); only where things come from differs.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import translation

from .reasons import DEFERRED, STEP_LABELS, Reason
from .revocation import ListSource, RevocationSource
from .sources import HeldAnswer, Responder, ResponderAndLists
from .trust import Anchor
from .verification import FAILED, PASSED, Demand, Verdict, verify, verify_certificate

ACCEPTED, REFUSED, COULD_NOT_BE_CHECKED = "accepted", "refused", "deferred"
LANGUAGES = ("ja", "en")


@dataclass(frozen=True)
class Evidence:
    """What is known about revocation: lists, an answer at hand, or whom to ask."""

    lists: Sequence[bytes] = ()
    answer: bytes | None = None
    responder_url: str = ""
    nonce: bytes | None = None
    sends_nonce: bool = True

    def source(self, anchors: Sequence[Anchor]) -> RevocationSource:
        known = frozenset(anchor.key_id for anchor in anchors)
        lists = ListSource(lambda key_id, scope: self.lists, known)
        if self.answer is not None:
            return ResponderAndLists(HeldAnswer(self.answer, self.nonce, lists), lists)
        if self.responder_url:
            return ResponderAndLists(Responder(self.responder_url, self.sends_nonce, lists=lists), lists)
        return lists


def inspect(
    upload: bytes,
    *,
    content: bytes | None,
    demand: Demand,
    anchors: Sequence[Anchor],
    source: RevocationSource,
    at: datetime,
) -> Verdict:
    """A signature over `content`, or (without content) a certificate alone."""
    against: dict[str, Any] = {"demand": demand, "anchors": anchors, "source": source, "at": at}
    if content is None:
        return verify_certificate(upload, **against)
    return verify(upload, content=content, **against)


def report(verdict: Verdict) -> dict[str, Any]:
    """The verdict in plain facts: codes for programs, words in both languages for people."""
    code = verdict.reason.code if verdict.reason else "OK"
    return {
        "verdict": standing_of(verdict.reason),
        "code": code,
        **words(verdict.reason),
        "source": verdict.source or None,
        "known_at": verdict.known_at.isoformat() if verdict.known_at else None,
        "steps": [
            {
                "step": step.name,
                "label": _in_languages(STEP_LABELS[step.name]),
                "result": step.outcome,
                "code": {PASSED: "OK", FAILED: code}.get(step.outcome),
            }
            for step in verdict.steps
        ],
    }


def standing_of(reason: Reason | None) -> str:
    if reason is None:
        return ACCEPTED
    return COULD_NOT_BE_CHECKED if reason.code in DEFERRED else REFUSED


def words(reason: Reason | None) -> dict[str, Any]:
    if reason is None:
        return {"message": None, "next_step": None}
    return {"message": _in_languages(reason.message), "next_step": _in_languages(reason.next_step)}


def _in_languages(text: Any) -> dict[str, str]:
    found = {}
    for language in LANGUAGES:
        with translation.override(language):
            found[language] = str(text)
    return found


def blocks(content: bytes, label: bytes) -> list[bytes]:
    """The DER of every PEM block of this label; content without such a block is taken as DER itself."""
    marked = re.findall(
        b"-----BEGIN " + label + b"-----(.*?)-----END " + label + b"-----", content, re.DOTALL
    )
    if not marked:
        return [content]
    try:
        return [b64decode(b"".join(block.split()), validate=True) for block in marked]
    except ValueError:
        return [content]
