"""One question, one typed answer: does this signature prove a resident of the area, alive, today?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cryptography import x509

from . import attributes as attribute_reader
from . import cms, path, profile
from .attributes import Attributes, municipality_of, official_municipalities
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
PASSED, FAILED, NOT_REACHED = "passed", "failed", "not-reached"


@dataclass(frozen=True)
class Step:
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

    done: list[str] = field(default_factory=list)
    standing_at: str = ""

    def step(self, name: str, check: Callable, *args, **kwargs):
        self.standing_at = name
        result = check(*args, **kwargs)
        self.done.append(name)
        return result

    def steps(self) -> tuple[Step, ...]:
        outcomes = dict.fromkeys(self.done, PASSED)
        if self.standing_at not in outcomes:
            outcomes[self.standing_at] = FAILED
        return tuple(Step(name, outcomes.get(name, NOT_REACHED)) for name in STEPS)


def verify(
    upload: bytes,
    *,
    content: bytes,
    demand: Demand,
    anchors: Sequence[Anchor],
    source: RevocationSource,
    at: datetime,
) -> Verdict:
    """Check one uploaded signature over the server's own `content`; every refusal has a stable reason."""
    course = _Course()
    try:
        return _walk(course, upload, content, demand, anchors, source, at)
    except Refused as refused:
        return Verdict(course.steps(), REASONS[refused.code])


def _walk(course, upload, content, demand, anchors, source, at) -> Verdict:
    of_kind = [anchor for anchor in anchors if anchor.kind == demand.kind]
    policies = {anchor.policy for anchor in of_kind}
    trusted = [anchor for anchor in of_kind if anchor.trusted_at(at)]
    signed = course.step("form", cms.read, upload)
    course.step("content", cms.check_content, signed, content)
    certificate = signed.certificate
    course.step("profile", profile.check, certificate, kind=demand.kind, policies=policies)
    course.step("signature", cms.check_signature, signed)
    course.step("validity", _check_validity, certificate, at)
    anchor = course.step("issuer", path.issuer_of, certificate, trusted)
    standing = course.step("revocation", source.check, certificate, anchor.certificate, at)
    course.step("path", path.check, certificate, anchor, standing, at)
    attributes = None
    if demand.kind == SIGNING:
        attributes = course.step("attributes", attribute_reader.read, certificate)
        course.step("municipality", _check_municipality, attributes, demand.municipality)
    elif demand.municipality:
        # The authentication certificate carries no address, so it can never prove one.
        course.step("municipality", _refuse, "key-usage")
    text = f"{anchor.key_id.hex()}\x1f{certificate.serial_number}"
    return Verdict(course.steps(), None, attributes, text, standing.source, standing.known_at)


def _check_validity(certificate: x509.Certificate, at: datetime) -> None:
    if at < certificate.not_valid_before_utc:
        raise Refused("not-yet-valid")
    if at > certificate.not_valid_after_utc:
        raise Refused("expired")


def _check_municipality(attributes: Attributes, wanted: str) -> None:
    if wanted and municipality_of(attributes.address, official_municipalities()) != wanted:
        raise Refused("municipality")


def _refuse(code: str) -> None:
    raise Refused(code)
