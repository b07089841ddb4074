"""Proposals on the secretariat's desk: what is not received yet, and the days promised for answers."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .lifecycle import ProposalStatus
from .models import Proposal

WAITS_FOR = {
    ProposalStatus.RECEIVED: _("Secretariat"),
    ProposalStatus.ROUTED: _("Responsible sections"),
    ProposalStatus.PRESENTED: _("Mayor"),
    ProposalStatus.ANSWERED: _("Secretariat"),
}


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """Handed over and not received; answers promised until a day."""
    handed_over = Proposal.objects.filter(status=ProposalStatus.HANDED_OVER).order_by("handed_over_on")
    promised = Proposal.objects.waiting().filter(answer_due_on__lte=until).order_by("answer_due_on")
    found = [
        Matter(p.title, _("Receive the proposal"), p.get_absolute_url(), p.handed_over_on, _("Secretariat"))
        for p in handed_over[:AT_ONCE]
    ]
    return found + [
        Matter(
            p.title,
            _("Answer promised by this day"),
            p.get_absolute_url(),
            p.answer_due_on,
            WAITS_FOR.get(ProposalStatus(p.status), _("Responsible sections")),
        )
        for p in promised[:AT_ONCE]
    ]
