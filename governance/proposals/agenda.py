"""Proposals on the secretariat's desk: what waits for receipt or correction, and every day that was promised."""

from __future__ import annotations

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.agenda import AT_ONCE, Matter

from .lifecycle import ProposalStatus as S
from .models import Proposal, ProposalItem

WAITS_FOR = {
    S.ADOPTED: _("Chair"),
    S.HANDED_OVER: _("Secretariat"),
    S.RETURNED: _("Committee"),
    S.RECEIVED: _("Secretariat"),
    S.ROUTED: _("Responsible sections"),
    S.PRESENTED: _("Mayor"),
    S.ANSWERED: _("Secretariat"),
}
TO_DO = {
    S.ADOPTED: _("Hand the proposal over to the mayor"),
    S.RECEIVED: _("Name the responsible sections"),
    S.ROUTED: _("Draft and approve the answer"),
    S.PRESENTED: _("Decide the answer"),
    S.ANSWERED: _("Publish the answer"),
}


def matters(by: Acting, today: date, until: date) -> list[Matter]:
    """Not received, returned, steps and reports that are late; answers promised until a day."""
    handed_over = Proposal.objects.filter(status=S.HANDED_OVER).order_by("handed_over_on")
    returned = Proposal.objects.filter(status=S.RETURNED).order_by("step_due_on", "pk")
    promised = Proposal.objects.waiting().filter(answer_due_on__lte=until).order_by("answer_due_on")
    found = [_matter(p, _("Receive the proposal"), p.handed_over_on) for p in handed_over[:AT_ONCE]]
    found += [_matter(p, _("Mend the returned proposal"), p.step_due_on) for p in returned[:AT_ONCE]]
    found += [_matter(p, _("Answer promised by this day"), p.answer_due_on) for p in promised[:AT_ONCE]]
    return found + _late_steps(today) + _late_reports(today)


def _late_steps(today: date) -> list[Matter]:
    """Somebody has had longer for the next step than the number in force gives."""
    late = Proposal.objects.with_a_step_due().filter(status__in=TO_DO, step_due_on__lt=today)
    return [
        _matter(p, TO_DO[S(p.status)], p.step_due_on) for p in late.order_by("step_due_on", "pk")[:AT_ONCE]
    ]


def _late_reports(today: date) -> list[Matter]:
    """A section owes everybody word of how far it has got."""
    late = ProposalItem.objects.report_overdue(today).select_related("proposal", "unit")
    return [
        Matter(
            f"{item.proposal.title} {item.number}. {item.title}",
            _("Report on the progress"),
            item.proposal.get_absolute_url(),
            item.report_due_on,
            item.unit.shown_name if item.unit else "",
        )
        for item in late.order_by("report_due_on", "pk")[:AT_ONCE]
    ]


def _matter(proposal: Proposal, text: str | Promise, due_on: date | None) -> Matter:
    waits_for = WAITS_FOR[S(proposal.status)]
    return Matter(proposal.title, text, proposal.get_absolute_url(), due_on, waits_for)
