"""One question, one typed answer: does this signature prove a resident of the area, alive, today?

`verify` is what the web gate, the help desk's command and the benchmarks all call. It never raises for
anything a stranger may hand in: every refusal is a `Verdict` with a stable reason.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from cryptography import x509

from . import attributes as attribute_reader
from . import cms, path, profile
from .attributes import Attributes
from .body import AsRead
from .municipalities import lies_in
from .reasons import REASONS, Reason, Refused
from .revocation import RevocationSource
from .trust import SIGNING, Anchor

STEPS = (
    "form",
    "content",
    "profile",
    "signature",
    "validity",
    "issuer",
    "revocation",
    "path",
    "attributes",
    "municipality",
)
PASSED, FAILED, NOT_REACHED, NOT_ASKED = "passed", "failed", "not-reached", "not-asked"


class Step(NamedTuple):
    """One check, in the order the resident is told about them."""

    name: str
    outcome: str


@dataclass(frozen=True)
class Demand:
    """What a survey asks of a proof; an empty municipality means: from anywhere."""

    kind: str = SIGNING
    municipality: str = ""


@dataclass(frozen=True)
class Verdict:
    """The result of one proof. The personal parts live as long as this object does."""

    steps: tuple[Step, ...]
    reason: Reason | None
    attributes: Attributes | None = field(default=None, repr=False)
    certificate_text: str = field(default="", repr=False)
    """Issuer key and serial: what a keyed digest is made from; never stored."""
    source: str = ""
    known_at: datetime | None = None

    def __bool__(self) -> bool:
        return self.reason is None


@dataclass
class _Course:
    """Walks the checks in order and remembers how far it came."""

    outcomes: dict[str, str] = field(default_factory=lambda: dict.fromkeys(STEPS, NOT_REACHED))

    def step(self, name: str, check: Callable, *args: Any, **kwargs: Any) -> Any:
        self.outcomes[name] = FAILED
        result = check(*args, **kwargs)
        self.outcomes[name] = PASSED
        return result

    def leave_out(self, *names: str) -> None:
        self.outcomes |= dict.fromkeys(names, NOT_ASKED)

    def steps(self) -> tuple[Step, ...]:
        return tuple(map(Step._make, self.outcomes.items()))


@dataclass(frozen=True)
class _Bench:
    """What the checks are made against."""

    demand: Demand
    anchors: Sequence[Anchor]
    source: RevocationSource
    at: datetime
    second_opinion: bool = True


def verify(
    upload: bytes,
    *,
    content: bytes,
    demand: Demand,
    anchors: Sequence[Anchor],
    source: RevocationSource,
    at: datetime,
    second_opinion: bool = True,
) -> Verdict:
    """Check one uploaded signature over the server's own `content`; every refusal has a stable reason.

    `second_opinion` is left out only where the speed of the rest is measured.
    """
    course, bench = _Course(), _Bench(demand, anchors, source, at, second_opinion)
    try:
        signed = course.step("form", cms.read, upload)
        course.step("content", cms.check_content, signed, content)
        return _walk(course, bench, signed.signer, signed.received, signed)
    except Refused as refused:
        return Verdict(course.steps(), REASONS[refused.code])


def verify_certificate(
    upload: bytes, *, demand: Demand, anchors: Sequence[Anchor], source: RevocationSource, at: datetime
) -> Verdict:
    """Check a certificate alone, for the help desk; that nobody signed anything with it is not asked."""
    course, bench = _Course(), _Bench(demand, anchors, source, at)
    course.leave_out("content", "signature")
    try:
        certificate, received = course.step("form", profile.read, upload)
        return _walk(course, bench, AsRead(certificate), received)
    except Refused as refused:
        return Verdict(course.steps(), REASONS[refused.code])


def _walk(
    course: _Course,
    bench: _Bench,
    read: AsRead,
    received: bytes,
    signed: cms.Signed | None = None,
) -> Verdict:
    demand, at = bench.demand, bench.at
    of_kind = [anchor for anchor in bench.anchors if anchor.kind == demand.kind]
    policies = {policy for anchor in of_kind for policy in anchor.policies}
    trusted = [anchor for anchor in of_kind if anchor.trusted_at(at)]
    asked = {"received": received, "kind": demand.kind, "policies": policies}
    key = course.step("profile", profile.check, read, **asked)
    certificate = read.certificate
    if signed is not None:
        course.step("signature", cms.check_signature, signed, key)
    course.step("validity", _check_validity, certificate, at)
    chain = course.step("issuer", path.authorities_above, certificate, trusted)
    standing = course.step("revocation", _ask, bench.source, certificate, chain, at)
    if bench.second_opinion:
        course.step("path", path.check, certificate, chain, at)
    attributes = _attributes(course, demand, certificate)
    text = f"{chain[0].key_id.hex()}\x1f{certificate.serial_number}"
    return Verdict(course.steps(), None, attributes, text, standing.source, standing.known_at)


def _attributes(course: _Course, demand: Demand, certificate: x509.Certificate) -> Attributes | None:
    if demand.kind == SIGNING:
        attributes = course.step("attributes", attribute_reader.read, certificate)
        course.step("municipality", _check_municipality, attributes, demand.municipality)
        return attributes
    course.leave_out("attributes")
    if demand.municipality:
        # The authentication certificate carries no address, so it can never prove one.
        course.step("municipality", _refuse, "key-usage")
    course.leave_out("municipality")
    return None


def _ask(source: RevocationSource, certificate: x509.Certificate, chain: Sequence[Anchor], at: datetime):
    """The resident's certificate must be known alive, and so must every authority between it and the root."""
    standing = source.check(certificate, chain[0].certificate, at)
    for authority, issuer in zip(chain, chain[1:], strict=False):
        source.check(authority.certificate, issuer.certificate, at)
    return standing


def _check_validity(certificate: x509.Certificate, at: datetime) -> None:
    if at < certificate.not_valid_before_utc:
        raise Refused("not-yet-valid")
    if at > certificate.not_valid_after_utc:
        raise Refused("expired")


def _check_municipality(attributes: Attributes, wanted: str) -> None:
    if wanted and not lies_in(attributes.address, wanted):
        raise Refused("municipality")


def _refuse(code: str) -> None:
    raise Refused(code)
