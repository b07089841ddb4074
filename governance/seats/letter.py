"""委嘱状: what the letter of commission says, and the same on paper (PDF)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from governance.rules.pdf_file import NoPrinter, pdf_file
from portal.foundation.printed_dates import wareki
from residents.models import Body, User

from .models import Seat

STYLES = Path(__file__).parent / "print.css"

__all__ = ["NoPrinter", "pdf", "wording"]


def wording(seat: Seat) -> dict[str, Any]:
    """Number, day, addressee, body of the letter with the articles it rests on, and who issued it."""
    body = seat.term.body
    words = {
        "committee": body.name_on(seat.commissioned_on),
        "term": seat.term,
        "basis": body.legal_basis,
        "first": wareki(seat.starts_on),
        "last": wareki(seat.ends_on),
    }
    sender, issuer = _("The mayor of %(town)s") % {"town": settings.TOWN_NAME}, _issuer(seat)
    return {
        "sentences": [
            _("You are commissioned as a member of %(committee)s (%(term)s).") % words,
            _("Term of office: from %(first)s to %(last)s.") % words,
        ],
        "citations": [
            _("Legal basis of the committee: %(basis)s") % words,
            _size(seat),
            _("Commission: Article 10, paragraph 1. Term of office: Article 10, paragraph 2."),
        ],
        "to": _("To %(name)s") % {"name": seat.person},
        "sender": sender,
        "signed_by": issuer,
        "signed": f"{sender} {issuer}",
    }


def pdf(seat: Seat) -> bytes:
    """Typeset the letter on one sheet, with room for the seal."""
    return pdf_file("governance/seats/paper.html", {"seat": seat, **wording(seat)}, STYLES)


def _size(seat: Seat) -> str:
    """第8条: within the maximum, or above it by the mayor's own decision."""
    if seat.size_decision is None:
        return _("Number of members: Article 8, paragraph 1.")
    return _("Number of members: Article 8, paragraph 2 (decision of %(day)s: %(size)s).") % {
        "day": wareki(seat.size_decision.decided_on),
        "size": seat.size_decision,
    }


def _issuer(seat: Seat) -> str:
    """The person who was mayor and commissioned; the letter keeps that name when the office changes hands."""
    step = seat.steps.filter(verb="commission").first()
    if step is None or not step.person_id:
        return ""
    issuer = User.objects.filter(pk=step.person_id).first()
    office = Body.objects.filter(pk=step.body_id).first() if step.body_id else None
    name = str(issuer) if issuer is not None else ""
    return name.removeprefix(office.name).strip() if office is not None else name  # 「市長 …」 says it twice
