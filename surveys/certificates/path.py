"""From a resident's certificate up to a pinned root, twice: by our own steps and by an independent validator.

`cryptography` knows no certificate policies; `pyhanko-certvalidator` passes NIST's suite without a false
accept. A certificate is taken only when both say yes. Nothing the resident sends enters the pool of either.
The second opinion is about the path; whether the certificate was revoked is asked once, of the source, for
walking a municipality's whole list again would take the validator most of a second.
"""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from datetime import datetime, timedelta
from functools import lru_cache

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from pyhanko_certvalidator import CertificateValidator
from pyhanko_certvalidator.context import ValidationContext
from pyhanko_certvalidator.errors import ExpiredError, NotYetValidError, RevokedError
from pyhanko_certvalidator.policy_decl import (
    NO_REVOCATION,
    REQUIRE_REVINFO,
    CertRevTrustPolicy,
    PKIXValidationParams,
)

from .cms import SIGNATURE_HASHES
from .profile import KEY_USAGE
from .reasons import Refused
from .trust import Anchor

MAX_AUTHORITIES = 3
# The validator spells the bits as the standard does.
_USAGE_NAMES = {"digital_signature": "digital_signature", "content_commitment": "non_repudiation"}


def issuer_of(certificate: x509.Certificate, anchors: Sequence[Anchor]) -> Anchor:
    """The authority that signed this certificate, found by key id and proven by signature."""
    try:
        named = certificate.extensions.get_extension_for_class(x509.AuthorityKeyIdentifier).value
    except (x509.ExtensionNotFound, ValueError):
        raise Refused("path")
    for anchor in anchors:
        if anchor.key_id != named.key_identifier:
            continue
        try:
            certificate.verify_directly_issued_by(anchor.certificate)
        except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
            continue
        return anchor
    raise Refused("path")


def authorities_above(certificate: x509.Certificate, anchors: Sequence[Anchor]) -> list[Anchor]:
    """The authorities from the issuer up to its root, each of them pinned by the portal itself."""
    chain = [issuer_of(certificate, anchors)]
    while not chain[-1].is_root:
        if len(chain) == MAX_AUTHORITIES:
            raise Refused("path")
        _check_subordinate(chain[-1].certificate, below=len(chain) - 1)
        chain.append(issuer_of(chain[-1].certificate, anchors))
    return chain


def _check_subordinate(authority: x509.Certificate, *, below: int) -> None:
    constraints = authority.extensions.get_extension_for_class(x509.BasicConstraints).value
    if constraints.path_length is not None and constraints.path_length < below:
        raise Refused("path")
    if authority.signature_algorithm_oid.dotted_string not in SIGNATURE_HASHES:
        raise Refused("path")


def check(certificate: x509.Certificate, chain: Sequence[Anchor], at: datetime) -> None:
    """Validate leaf to root with policies and key usage, tolerating not one second."""
    validate(
        _parsed(certificate.public_bytes(serialization.Encoding.DER)),
        roots=[_kept(chain[-1].der)],
        between=[_kept(anchor.der) for anchor in chain[:-1]],
        at=at,
        parameters=_demands(chain[0].policies),
        usage={_USAGE_NAMES[bit] for bit in KEY_USAGE[chain[0].kind]},
    )


def validate(
    leaf: asn1_x509.Certificate,
    *,
    roots: Sequence[asn1_x509.Certificate],
    between: Sequence[asn1_x509.Certificate],
    at: datetime,
    parameters: PKIXValidationParams,
    usage: set[str],
    lists: Sequence[bytes] | None = None,
) -> None:
    """Build and validate a path; where lists are given, every certificate must be found alive in them."""
    revocation = NO_REVOCATION if lists is None else REQUIRE_REVINFO
    context = ValidationContext(
        trust_roots=list(roots),
        other_certs=list(between),
        moment=at,
        allow_fetching=False,
        crls=list(lists or ()),
        ocsps=[],
        revinfo_policy=CertRevTrustPolicy(revocation),
        weak_hash_algos={"md2", "md5", "sha1"},
        time_tolerance=timedelta(0),
    )
    validator = CertificateValidator(leaf, validation_context=context, pkix_params=parameters)
    try:
        _run(validator.async_validate_usage(usage))
    except RevokedError:
        raise Refused("revoked")
    except ExpiredError:
        raise Refused("expired")
    except NotYetValidError:
        raise Refused("not-yet-valid")
    except Exception:
        # The validator answers hostile input with many exception types; none of them is a yes.
        raise Refused("path")


@lru_cache(maxsize=16)
def _demands(policies: frozenset[str]) -> PKIXValidationParams:
    return PKIXValidationParams(
        user_initial_policy_set=policies,
        initial_policy_mapping_inhibit=True,
        initial_explicit_policy=True,
        initial_any_policy_inhibit=True,
    )


def _parsed(der: bytes) -> asn1_x509.Certificate:
    try:
        return asn1_x509.Certificate.load(der, strict=True)
    except (ValueError, TypeError):
        raise Refused("path")


@lru_cache(maxsize=64)
def _kept(der: bytes) -> asn1_x509.Certificate:
    """An authority's certificate for the validator, read to the bottom before threads share it."""
    certificate = _parsed(der)
    certificate.native  # noqa: B018  (reading parses; a half-parsed object must not be shared)
    return certificate


def _run(coroutine: Coroutine) -> None:
    """Drive the validator without an event loop: it is given everything, so it never has to wait."""
    try:
        coroutine.send(None)
    except StopIteration:
        return
    coroutine.close()
    raise RuntimeError("The path validator tried to wait for something outside.")
