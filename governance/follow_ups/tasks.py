"""Every morning: who is reminded of what is due, and what is late. Running it twice tells nobody twice."""

from __future__ import annotations

from governance.proposals import deadlines
from governance.proposals import notifications as proposal_news
from governance.proposals.models import Proposal, ProposalItem
from portal.foundation import business_days, clock
from portal.foundation.acting import CLOCK
from residents.roles.holdings import people_holding

from . import notifications, turn
from .models import Milestone


def remind_of_what_is_due() -> None:
    """The one to act is told some business days before; when it is late, the secretariat and committee too."""
    today = clock.today()
    ahead = deadlines.days("proposal.reminder_days")
    horizon = today if ahead is None else business_days.add(today, ahead)
    _remind_of_steps(today, horizon)
    _remind_of_reports(today, horizon)
    _remind_of_milestones(today)
    _tell_of_late_answers(today)


def _remind_of_steps(today, horizon) -> None:
    due = Proposal.objects.with_a_step_due().filter(step_due_on__lte=horizon).with_drafts()
    for proposal in due:
        people = turn.of(proposal, today).people()
        if proposal.step_due_on < today:
            people = people | people_holding("committee.secretariat") | proposal.proposed_by.members_on()
            notifications.step_due(proposal, "proposal_overdue", people, proposal.step_due_on)
        else:
            notifications.step_due(proposal, "proposal_due_soon", people, proposal.step_due_on)


def _remind_of_reports(today, horizon) -> None:
    due = ProposalItem.objects.unfinished().filter(report_due_on__lte=horizon)
    for item in due.select_related("proposal__proposed_by", "unit"):
        kind = "report_overdue" if item.report_due_on < today else "report_due_soon"
        notifications.report_due(item, kind, item.report_due_on)


def _remind_of_milestones(today) -> None:
    """A day a section set itself has passed, and nothing has been reported of it."""
    for milestone in Milestone.objects.missed(today).select_related("item__proposal__proposed_by"):
        notifications.milestone_missed(milestone)


def _tell_of_late_answers(today) -> None:
    """Everybody whose discussion it was hears once that the promised day has passed."""
    for proposal in Proposal.objects.overdue(today).select_related("proposed_by"):
        proposal_news.proposal_late(proposal, CLOCK)
