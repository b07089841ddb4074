"""The second opinion: a full RFC 5280 path by an independent validator, given only our own roots.

`cryptography` knows no certificate policies; `pyhanko-certvalidator` passes NIST's suite without a false
accept. A certificate is taken only when both say yes. Nothing the resident sends enters its pool.
"""

from collections.abc import Coroutine
from datetime import datetime, timedelta

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from pyhanko_certvalidator import CertificateValidator
from pyhanko_certvalidator.context import ValidationContext
from pyhanko_certvalidator.errors import ExpiredError, NotYetValidError, RevokedError
from pyhanko_certvalidator.policy_decl import PKIXValidationParams

from .profile import KEY_USAGE
from .reasons import Refused
from .revocation import Standing
from .trust import Anchor

# The validator spells the bits as the standard does.
_USAGE_NAMES = {"digital_signature": "digital_signature", "content_commitment": "non_repudiation"}


def issuer_of(certificate: x509.Certificate, anchors: list[Anchor]) -> Anchor:
    """The root that signed this certificate, found by key id and proven by signature."""
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


def check(certificate: x509.Certificate, anchor: Anchor, standing: Standing, at: datetime) -> None:
    """Validate leaf to root with policies, key usage and revocation, tolerating not one second."""
    context = ValidationContext(
        trust_roots=[asn1_x509.Certificate.load(anchor.der)],
        other_certs=[],
        moment=at,
        allow_fetching=False,
        crls=list(standing.lists),
        ocsps=[],
        revocation_mode="require",
        weak_hash_algos={"md2", "md5", "sha1"},
        time_tolerance=timedelta(0),
    )
    parameters = PKIXValidationParams(
        user_initial_policy_set=frozenset({anchor.policy}),
        initial_policy_mapping_inhibit=True,
        initial_explicit_policy=True,
        initial_any_policy_inhibit=True,
    )
    leaf = asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))
    validator = CertificateValidator(leaf, validation_context=context, pkix_params=parameters)
    usage = {_USAGE_NAMES[bit] for bit in KEY_USAGE[anchor.kind]}
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


def _run(coroutine: Coroutine) -> None:
    """Drive the validator without an event loop: it is given everything, so it never has to wait."""
    try:
        coroutine.send(None)
    except StopIteration:
        return
    coroutine.close()
    raise RuntimeError("The path validator tried to wait for something outside.")
