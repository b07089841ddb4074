"""Pinning authorities, taking in their lists, recording who may verify."""

from __future__ import annotations

import hashlib
from datetime import date

from cryptography import x509
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied, require
from residents.models import Body

from . import revocation
from .models import RevocationList, TrustAnchor, VerifierStanding
from .permissions import can_load_revocation_list, can_record_verifier_standing, can_trust_authority
from .querysets import scope_key
from .reasons import REASONS, Refused
from .trust import Anchor, fingerprint


@transaction.atomic
def trust(anchor: Anchor, *, name: str, by: Acting) -> TrustAnchor:
    """Rely on one root generation from now on; all live generations are pinned side by side."""
    require(can_trust_authority(by))
    row, created = TrustAnchor.objects.get_or_create(
        fingerprint=fingerprint(anchor.der),
        defaults={
            "name": name,
            "kind": anchor.kind,
            "policy": anchor.policy,
            "der": anchor.der,
            "valid_from": anchor.valid_from,
            "valid_until": anchor.valid_until,
            "is_test": anchor.is_test,
        },
    )
    if created:
        audit.record("surveys.trust_anchor.trusted", by=by, target=row, details={"is_test": anchor.is_test})
    return row


@transaction.atomic
def load_list(der: bytes, *, by: Acting) -> RevocationList:
    """Take in a revocation list, after its signature was found to be a trusted authority's."""
    require(can_load_revocation_list(by))
    for row in TrustAnchor.objects.all():
        issuer = row.anchor
        try:
            if not revocation.names_issuer(der, issuer.certificate):
                continue
            loaded = revocation.load(der, issuer.der)
        except Refused as refused:
            reason = REASONS[refused.code]
            raise Denied(reason.message, reason.next_step)
        return _keep(der, issuer.key_id.hex(), loaded, by)
    issuer_name = x509.load_der_x509_crl(der).issuer.rfc4514_string()
    raise Denied(_("No trusted authority issued this list: %(name)s") % {"name": issuer_name})


def _keep(der: bytes, key_id: str, loaded: revocation.LoadedList, by: Acting) -> RevocationList:
    """Put the list in the place of those it supersedes; an older one never comes back."""
    same = RevocationList.objects.filter(key_id=key_id, scope=scope_key(loaded.scope))
    known = same.filter(fingerprint=hashlib.sha256(der).hexdigest()).first()
    if known is not None:
        return known
    if same.filter(this_update__gt=loaded.this_update, this_update__lte=clock.now()).exists():
        raise Denied(_("A newer list of revoked certificates is already held."))
    if loaded.this_update <= clock.now():
        same.filter(this_update__lte=loaded.this_update).delete()
    kept = RevocationList.objects.create(
        key_id=key_id,
        scope=scope_key(loaded.scope),
        der=der,
        this_update=loaded.this_update,
        next_update=loaded.next_update,
        fingerprint=hashlib.sha256(der).hexdigest(),
    )
    audit.record("surveys.revocation_list.loaded", by=by, target=kept)
    return kept


@transaction.atomic
def record_standing(
    body: Body,
    *,
    ground: str,
    notification_number: str,
    valid_from: date,
    valid_until: date | None,
    by: Acting,
) -> VerifierStanding:
    """Write down on what ground a body may verify certificates; without it no gate opens."""
    require(can_record_verifier_standing(by))
    standing = VerifierStanding.objects.create(
        body=body,
        ground=ground,
        notification_number=notification_number,
        valid_from=valid_from,
        valid_until=valid_until,
    )
    audit.record(
        "surveys.verifier_standing.recorded",
        by=by,
        target=standing,
        reference=notification_number,
        public=True,
    )
    return standing
