"""What the pages about trust show of each thing, in words."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from cryptography import x509
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.foundation import clock
from portal.foundation.printed_dates import japanese_date, japanese_moment

from . import revocation
from .models import RevocationList, RevocationService, TrustAnchor, UsageProcedure, VerifierStanding

SOON = timedelta(hours=24)


def grouped(figures: str) -> str:
    """A fingerprint in groups of four, as it is compared by eye."""
    return " ".join(figures[start : start + 4] for start in range(0, len(figures), 4)).upper()


def standing_of_anchor(anchor: TrustAnchor) -> tuple[str, str]:
    now = clock.now()
    if anchor.distrusted_from is not None and anchor.distrusted_from <= clock.today():
        return _("not trusted any more"), "danger"
    if anchor.valid_until < now:
        return _("expired"), "neutral"
    if anchor.valid_from > now:
        return _("not valid yet"), "neutral"
    if anchor.distrusted_from is not None:
        return _("trusted until the day before %(day)s") % {
            "day": japanese_date(anchor.distrusted_from)
        }, "warning"
    return _("trusted"), "success"


def anchor_row(anchor: TrustAnchor) -> dict[str, Any]:
    status, tone = standing_of_anchor(anchor)
    marks = [anchor.get_kind_display(), *([_("test")] if anchor.is_test else [])]
    return {
        "title": anchor.name,
        "url": reverse("surveys:anchor-detail", args=[anchor.pk]),
        "meta": "・".join(map(str, marks)),
        "status": status,
        "tone": tone,
        "text": grouped(anchor.fingerprint),
    }


def anchor_facts(anchor: TrustAnchor) -> list[dict[str, Any]]:
    certificate = anchor.anchor.certificate
    return [
        {"label": _("kind of certificate"), "value": anchor.get_kind_display()},
        {"label": _("Fingerprint (SHA-256)"), "value": grouped(anchor.fingerprint)},
        {"label": _("Name in the certificate"), "value": certificate.subject.rfc4514_string()},
        {"label": _("Key"), "value": key_in_words(certificate)},
        {"label": _("Policies taken"), "value": "、".join(sorted(anchor.anchor.policies))},
        {"label": _("Valid"), "value": _span(anchor.valid_from, anchor.valid_until)},
        {"label": _("Not trusted from"), "date": anchor.distrusted_from},
        {"label": _("Test"), "value": _("Yes: never for production.") if anchor.is_test else _("No")},
    ]


def key_in_words(certificate: x509.Certificate) -> str:
    key = certificate.public_key()
    name = getattr(getattr(key, "curve", None), "name", None)
    return name or f"RSA {getattr(key, 'key_size', '?')}"


def list_row(row: RevocationList, names: dict[str, str]) -> dict[str, Any]:
    status, tone = freshness(row)
    return {
        "title": names.get(row.key_id, row.key_id[:16]),
        "meta": _("of %(made)s, next by %(next)s")
        % {"made": japanese_moment(row.this_update), "next": japanese_moment(row.next_update)},
        "text": _("%(of)s; for: %(whom)s") % {"of": reach_in_words(row), "whom": row.get_covers_display()},
        "status": status,
        "tone": tone,
    }


def freshness(row: RevocationList) -> tuple[str, str]:
    now = clock.now()
    if row.next_update <= now:
        return _("out of date"), "danger"
    if row.this_update > now:
        return _("of the future"), "neutral"
    if row.next_update <= now + SOON:
        return _("ends within a day"), "warning"
    return _("current"), "success"


def reach_in_words(row: RevocationList) -> str:
    """The distribution point as the list itself writes it."""
    try:
        stated = revocation.parse_list(bytes(row.der)).extensions
        point = stated.get_extension_for_class(x509.IssuingDistributionPoint).value
    except (x509.ExtensionNotFound, ValueError):
        return _("all certificates")
    names = [_name(name) for name in point.full_name or ()]
    return " / ".join(names) or _("all certificates")


def _name(name: x509.GeneralName) -> str:
    value = name.value
    return value.rfc4514_string() if isinstance(value, x509.Name) else str(value)


def service_row(service: RevocationService) -> dict[str, Any]:
    is_over = service.valid_until is not None and service.valid_until < clock.today()
    begins = service.valid_from > clock.today()
    state = (
        (_("over"), "neutral") if is_over else (_("later"), "info") if begins else (_("in force"), "success")
    )
    return {
        "title": str(service),
        "meta": _days(service.valid_from, service.valid_until),
        "text": service.url,
        "status": state[0],
        "tone": state[1],
    }


def standing_row(standing: VerifierStanding) -> dict[str, Any]:
    return {
        "standing": standing,
        "days": _days(standing.valid_from, standing.valid_until),
        "status": _standing_state(standing),
    }


def _standing_state(standing: VerifierStanding) -> tuple[str, str]:
    today = clock.today()
    if standing.withdrawn_from is not None and standing.withdrawn_from <= today:
        return _("withdrawn"), "danger"
    if standing.withdrawn_from is not None:
        return _("withdrawn from %(day)s") % {"day": japanese_date(standing.withdrawn_from)}, "warning"
    if standing.valid_until is not None and standing.valid_until < today:
        return _("over"), "neutral"
    if standing.valid_from > today:
        return _("later"), "info"
    return _("in force"), "success"


def procedure_row(procedure: UsageProcedure) -> dict[str, Any]:
    if procedure.finished_on is None:
        state = _("not finished"), "warning"
    elif procedure.valid_until is not None and procedure.valid_until < clock.today():
        state = _("over"), "neutral"
    else:
        state = _("finished"), "success"
    return {"procedure": procedure, "status": state}


def _span(begins: datetime, ends: datetime) -> str:
    return f"{japanese_date(begins.date())} – {japanese_date(ends.date())}"


def _days(first: Any, last: Any) -> str:
    return f"{japanese_date(first)} – {japanese_date(last) if last else ''}"
