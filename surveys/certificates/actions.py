"""Pinning authorities and ceasing to trust them, taking in their lists, choosing whom to ask."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, timedelta

from cryptography import x509
from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied, require

from . import notifications, revocation
from .models import RevocationList, RevocationService, TrustAnchor
from .permissions import (
    can_accept_further_policy,
    can_choose_revocation_service,
    can_distrust_authority,
    can_load_revocation_list,
    can_trust_authority,
)
from .querysets import scope_key
from .reasons import REASONS, Refused
from .revocation import ListSource, RevocationSource
from .sources import Responder, ResponderAndLists, Simulator
from .trust import Anchor, fingerprint, may_issue


@transaction.atomic
def trust(anchor: Anchor, *, name: str, by: Acting) -> TrustAnchor:
    """Rely on one root generation from now on; all live generations are pinned side by side.

    One that was not trusted any more is trusted again. A town in earnest never trusts a test authority.
    """
    require(can_trust_authority(by))
    _refuse_unfit(anchor)
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
            "further_policies": list(anchor.further_policies),
        },
    )
    if row.distrusted_from is not None:
        row.distrusted_from = None
        row.save(update_fields=["distrusted_from"])
        created = True
    if created:
        audit.record("surveys.trust_anchor.trusted", by=by, target=row, details={"is_test": anchor.is_test})
    return row


def _refuse_unfit(anchor: Anchor) -> None:
    if not may_issue(anchor.certificate):
        raise Denied(_("This is not the certificate of an authority."))
    if anchor.is_test and not settings.TEST_CERTIFICATES_ALLOWED:
        raise Denied(
            _("This is a test authority; a town in earnest does not trust it."),
            _("Take the certificate that the authority itself publishes."),
        )


@transaction.atomic
def distrust(anchor: TrustAnchor, *, from_day: date, reason: str, by: Acting) -> TrustAnchor:
    """Believe nothing this authority issued any more from a day on, e.g. because its key is no longer safe."""
    anchor = TrustAnchor.objects.select_for_update().get(pk=anchor.pk)
    require(can_distrust_authority(by, anchor))
    anchor.distrusted_from = from_day
    anchor.save(update_fields=["distrusted_from"])
    details = {"from": from_day.isoformat()}
    audit.record("surveys.trust_anchor.distrusted", by=by, target=anchor, reason=reason, details=details)
    notifications.authority_distrusted(anchor, by, reason)
    return anchor


@transaction.atomic
def accept_policy(anchor: TrustAnchor, *, policy: str, reason: str, by: Acting) -> TrustAnchor:
    """Take certificates under a further policy of this authority as well, e.g. those in a phone."""
    anchor = TrustAnchor.objects.select_for_update().get(pk=anchor.pk)
    require(can_accept_further_policy(by, anchor))
    if policy in anchor.anchor.policies:
        return anchor
    anchor.further_policies = [*anchor.further_policies, policy]
    anchor.save(update_fields=["further_policies"])
    details = {"policy": policy}
    audit.record("surveys.trust_anchor.policy_accepted", by=by, target=anchor, reason=reason, details=details)
    return anchor


@transaction.atomic
def load_list(der: bytes, *, by: Acting) -> RevocationList:
    """Take in a revocation list, after its signature was found to be a trusted authority's."""
    require(can_load_revocation_list(by))
    fault: Refused | None = None
    for row in TrustAnchor.objects.usable():
        issuer = row.anchor
        try:
            if revocation.key_named_by(der, issuer.certificate) not in (b"", issuer.key_id):
                continue
            loaded = revocation.load(der, issuer.certificate)
        except Refused as refused:
            fault = refused
            continue
        return _keep(der, issuer.key_id.hex(), loaded, by)
    if fault is not None:
        reason = REASONS[fault.code]
        raise Denied(reason.message, reason.next_step)
    raise Denied(_("No trusted authority issued this list: %(name)s") % {"name": _issuer_name(der)})


@transaction.atomic
def load_lists(ders: Iterable[bytes], *, by: Acting) -> list[RevocationList]:
    """Take in several lists together, or none of them."""
    return [load_list(der, by=by) for der in ders]


def _issuer_name(der: bytes) -> str:
    try:
        return x509.load_der_x509_crl(der).issuer.rfc4514_string()
    except ValueError:
        return "?"


def _keep(der: bytes, key_id: str, loaded: revocation.LoadedList, by: Acting) -> RevocationList:
    """Put the list in the place of those it supersedes; an older one never comes back."""
    reach = {"scope": scope_key(loaded.reach.names), "covers": loaded.reach.covers}
    same = RevocationList.objects.filter(key_id=key_id, **reach)
    known = same.filter(fingerprint=hashlib.sha256(der).hexdigest()).first()
    if known is not None:
        return known
    if same.filter(this_update__gt=loaded.this_update, this_update__lte=clock.now()).exists():
        raise Denied(_("A newer list of revoked certificates is already held."))
    if loaded.this_update <= clock.now():
        same.filter(this_update__lte=loaded.this_update).delete()
    kept = RevocationList.objects.create(
        key_id=key_id,
        **reach,
        der=der,
        this_update=loaded.this_update,
        next_update=loaded.next_update,
        fingerprint=hashlib.sha256(der).hexdigest(),
    )
    audit.record("surveys.revocation_list.loaded", by=by, target=kept)
    return kept


@transaction.atomic
def warn_of_lapsed(lapsed: Iterable[RevocationList]) -> None:
    """Tell those who verify, once, that lists lapsed and no newer ones came; the gate is shut until then."""
    lapsed = list(lapsed)
    RevocationList.objects.filter(pk__in=[row.pk for row in lapsed]).update(warned_on=clock.today())
    notifications.lists_lapsed(lapsed)


@transaction.atomic
def choose_revocation_service(
    kind: str, means: str, *, url: str = "", sends_nonce: bool = True, valid_from: date, by: Acting
) -> RevocationService:
    """Ask somebody else about revoked certificates from a day on; whoever was asked before ends the day before."""
    require(can_choose_revocation_service(by))
    if means == RevocationService.Means.SIMULATOR and not settings.TEST_CERTIFICATES_ALLOWED:
        raise Denied(
            _("The simulator does not know whether a certificate is revoked; it is for drills only."),
            _("Choose the authority's responder or its lists."),
        )
    chosen = {"kind": kind, "means": means, "url": url, "sends_nonce": sends_nonce, "valid_from": valid_from}
    before = RevocationService.objects.select_for_update().filter(kind=kind)
    same = before.filter(**chosen, valid_until__isnull=True).first()
    if same is not None:
        return same
    before.filter(valid_from__gte=valid_from).delete()
    before.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=valid_from)).update(
        valid_until=valid_from - timedelta(days=1)
    )
    service = RevocationService.objects.create(**chosen)
    details = {**chosen, "valid_from": valid_from.isoformat()}
    audit.record("surveys.revocation_service.chosen", by=by, target=service, details=details)
    return service


def source_for(kind: str) -> RevocationSource:
    """Whom to ask today about a certificate of this kind; the lists held, unless another was chosen."""
    chosen = RevocationService.objects.usable().filter(kind=kind).on(clock.today()).first()
    if chosen is None or chosen.means == RevocationService.Means.LISTS:
        return ListSource(RevocationList.objects.held)
    if chosen.means == RevocationService.Means.SIMULATOR:
        return Simulator()
    lists = ListSource(RevocationList.objects.held)
    return ResponderAndLists(Responder(chosen.url, chosen.sends_nonce, lists=lists), lists)
