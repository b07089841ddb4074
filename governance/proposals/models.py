"""What the committee proposes to the mayor: its items, its frozen words, what it draws on."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import Room
from governance.resolutions.models import Resolution
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import NoPersonalData
from residents.models import Body, Team

from .lifecycle import (
    FINAL,
    OPENLY_ANSWERED,
    PROGRESS_TONES,
    PROPOSAL,
    TONES,
    UNNUMBERED,
    WAITING,
    Progress,
    ProposalKind,
    ProposalStatus,
)
from .querysets import ItemQuerySet, ProposalQuerySet


class Proposal(Stepped):
    """提言: what the committee found necessary to tell the mayor after a discussion (第6条)."""

    lifecycle = PROPOSAL
    personal_data = NoPersonalData

    status = models.CharField(_("status"), max_length=20, choices=ProposalStatus, editable=False)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True, unique=True)
    kind = models.CharField(
        _("kind of proposal"), max_length=20, choices=ProposalKind, default=ProposalKind.COMMITTEE
    )
    title = models.CharField(_("title"), max_length=120)
    background = models.TextField(_("how it came about"))
    proposed_by = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="proposals")
    rooms = models.ManyToManyField(Room, related_name="proposals", blank=True)
    resolution = models.OneToOneField(
        Resolution, null=True, blank=True, on_delete=models.PROTECT, related_name="proposal"
    )
    withdrawal = models.OneToOneField(
        Resolution, null=True, blank=True, on_delete=models.PROTECT, related_name="withdrawn_proposal"
    )
    reading_until = models.DateField(_("open for reading until"), null=True, blank=True)
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    handed_over_on = models.DateField(_("handed over on"), null=True, blank=True)
    received_on = models.DateField(_("received on"), null=True, blank=True)
    receipt_number = models.PositiveIntegerField(_("number of receipt"), null=True, blank=True, unique=True)
    step_due_on = models.DateField(_("next step due by"), null=True, blank=True)
    answer_due_on = models.DateField(_("answer due by"), null=True, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    published_on = models.DateField(_("answer published on"), null=True, blank=True)
    assembly_note = models.TextField(_("standing in the assembly"), blank=True, max_length=1000)
    embargo_until = models.DateField(_("answer not published before"), null=True, blank=True)
    """The day on which the assembly has been told; from it on the answer may be published (総論 5-4)."""

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=sorted(UNNUMBERED), number__isnull=True, resolution__isnull=True)
                | Q(number__isnull=False, resolution__isnull=False, adopted_on__isnull=False)
                & ~Q(status__in=sorted(UNNUMBERED)),
                name="adopted_proposal_has_number_and_resolution",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=sorted([*WAITING, *OPENLY_ANSWERED]))
                | Q(received_on__isnull=False, answer_due_on__isnull=False),
                name="received_proposal_has_its_days",
            ),
            models.CheckConstraint(
                condition=Q(answer_due_on__isnull=True) | Q(answer_due_on__gte=models.F("received_on")),
                name="answer_due_after_receipt",
            ),
            models.CheckConstraint(
                condition=~Q(status=ProposalStatus.WITHDRAWN) | Q(withdrawal__isnull=False),
                name="withdrawn_proposal_has_its_resolution",
            ),
            models.CheckConstraint(
                condition=Q(embargo_until__isnull=True) | ~Q(assembly_note=""),
                name="proposal_held_back_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:proposal", args=[self.pk])

    @property
    def printed_number(self) -> str:
        """As the committee writes it, in every language."""
        return f"提言第{self.number}号" if self.number else ""

    @property
    def printed_receipt(self) -> str:
        """As the secretariat stamps it, in every language."""
        return f"受付第{self.receipt_number}号" if self.receipt_number else ""

    @property
    def tone(self) -> str:
        return TONES.get(ProposalStatus(self.status), "info")

    @property
    def is_openly_answered(self) -> bool:
        return self.status in OPENLY_ANSWERED

    def days_since_receipt(self, day: date) -> int | None:
        """How long the city has had it; the count stops on the day the answer is published."""
        if self.received_on is None:
            return None
        return ((self.published_on or day) - self.received_on).days

    def is_overdue(self, day: date) -> bool:
        """The promised day has passed without a published answer; shown to everybody."""
        return self.status in WAITING and self.answer_due_on is not None and day > self.answer_due_on

    def is_held_back(self, day: date) -> bool:
        """The answer waits for the assembly until a day that has not come."""
        return self.embargo_until is not None and day < self.embargo_until

    def is_step_overdue(self, day: date) -> bool:
        """Whoever has to act next has had longer than the number in force gives."""
        if self.status == ProposalStatus.READING or self.step_due_on is None:
            return False
        return day > self.step_due_on


class ProposalStep(Step):
    """One act in the life of a proposal."""

    subject = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="steps")


class ProposalItem(models.Model):
    """One thing proposed; it has its own responsible section, its own answer and its own progress."""

    personal_data = NoPersonalData

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="items")
    number = models.PositiveSmallIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("text"), blank=True)
    unit = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="proposal_items"
    )
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.SET_NULL, related_name="items")
    cooperating = models.ManyToManyField(Body, related_name="cooperates_on", blank=True)
    answer = models.OneToOneField(
        "governance.Answer", null=True, blank=True, on_delete=models.PROTECT, related_name="decides"
    )
    progress = models.CharField(_("progress"), max_length=20, choices=Progress, blank=True)
    report_due_on = models.DateField(_("next report by"), null=True, blank=True)

    objects = ItemQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "number"], name="proposal_item_numbered_once")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def latest_draft(self):
        """What the section responsible today wrote last, whatever became of it."""
        drafts = [draft for draft in self.drafts.all() if draft.unit_id == self.unit_id]
        return max(drafts, key=lambda draft: draft.pk, default=None)

    @property
    def is_final(self) -> bool:
        return self.progress in FINAL

    @property
    def progress_tone(self) -> str:
        return PROGRESS_TONES[Progress(self.progress)] if self.progress else "neutral"

    def is_report_overdue(self, day: date) -> bool:
        return not self.is_final and self.report_due_on is not None and day > self.report_due_on
