"""The words in which proposals are looked for."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from portal.foundation.acting import Acting
from residents.roles.holdings import holds

from .lifecycle import WAITING, ProposalStatus


class ProposalQuerySet(models.QuerySet):
    def public(self) -> ProposalQuerySet:
        """From its adoption on everybody can follow a proposal."""
        return self.exclude(status=ProposalStatus.DRAFTING)

    def visible_to(self, by: Acting) -> ProposalQuerySet:
        """Drafts are seen by the committee that writes them and by its secretariat."""
        if holds(by, "committee.secretariat"):
            return self.all()
        if by.body is not None:
            return self.filter(~Q(status=ProposalStatus.DRAFTING) | Q(proposed_by=by.body))
        return self.public()

    def searchable_by(self, person: Any) -> ProposalQuerySet:
        return self.public()

    def waiting(self) -> ProposalQuerySet:
        return self.filter(status__in=WAITING)

    def overdue(self, day: date) -> ProposalQuerySet:
        """Received, not yet answered, and the day promised for the answer has passed."""
        return self.waiting().filter(answer_due_on__lt=day)

    def with_items(self) -> ProposalQuerySet:
        return self.select_related("proposed_by", "resolution__term", "resolution__body").prefetch_related(
            "items__unit", "items__answer__unit"
        )
