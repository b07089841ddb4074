"""The words in which proposals are looked for."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from communities.facilitators.models import FacilitatorAssignment
from portal.foundation.acting import Acting
from residents.roles.holdings import holds

from .lifecycle import FINAL, FOLLOWED_UP, OPENLY_ANSWERED, WAITING, ProposalStatus


class ProposalQuerySet(models.QuerySet):
    def public(self) -> ProposalQuerySet:
        """From the reading period on everybody can follow a proposal."""
        return self.exclude(status=ProposalStatus.DRAFTING)

    def visible_to(self, by: Acting) -> ProposalQuerySet:
        """Drafts are seen by the committee, its secretariat, and whoever chairs a room they draw on."""
        if holds(by, "committee.secretariat"):
            return self.all()
        seen = ~Q(status=ProposalStatus.DRAFTING)
        if by.body is not None:
            seen |= Q(proposed_by=by.body)
        if by.person is not None:
            seen |= Q(self._chaired_by(by.person))
        return self.filter(seen)

    @staticmethod
    def _chaired_by(person: Any) -> Exists:
        chairs = FacilitatorAssignment.objects.active().filter(person=person)
        return Exists(chairs.filter(forum__room__proposals=OuterRef("pk")))

    def searchable_by(self, person: Any) -> ProposalQuerySet:
        return self.public()

    def waiting(self) -> ProposalQuerySet:
        return self.filter(status__in=WAITING)

    def overdue(self, day: date) -> ProposalQuerySet:
        """Received, not yet answered, and the day promised for the answer has passed."""
        return self.waiting().filter(answer_due_on__lt=day)

    def openly_answered(self) -> ProposalQuerySet:
        return self.filter(status__in=OPENLY_ANSWERED)

    def with_a_step_due(self) -> ProposalQuerySet:
        """Somebody has to act by a day."""
        return self.exclude(status=ProposalStatus.READING).filter(step_due_on__isnull=False)

    def with_items(self) -> ProposalQuerySet:
        return self.select_related("proposed_by", "resolution__term", "resolution__body").prefetch_related(
            "items__unit", "items__team", "items__answer__unit", "items__cooperating"
        )

    def with_drafts(self) -> ProposalQuerySet:
        """And what the sections wrote, agreed to and reported."""
        return self.with_items().prefetch_related(
            "items__drafts__unit",
            "items__drafts__concurrences__unit",
            "items__drafts__approvals__unit",
            "items__drafts__unit__approval_grades__body",
            "items__reports",
            "items__milestones",
        )


class ItemQuerySet(models.QuerySet):
    def public(self) -> ItemQuerySet:
        """Items of numbered proposals: what was said to the mayor."""
        return self.filter(proposal__number__isnull=False)

    def unfinished(self) -> ItemQuerySet:
        return self.filter(proposal__status__in=FOLLOWED_UP).exclude(progress__in=FINAL)

    def report_overdue(self, day: date) -> ItemQuerySet:
        return self.unfinished().filter(report_due_on__lt=day)
