"""What the committee proposes to the mayor, item by item, and what the city answers."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.resolutions.models import Resolution
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import NoPersonalData, PersonalData
from residents.models import Body

from .lifecycle import PROPOSAL, RESULT_TONES, TONES, WAITING, ProposalStatus, Result
from .querysets import ProposalQuerySet


class Proposal(Stepped):
    """提言: what the committee found necessary to tell the mayor after a discussion (第6条)."""

    lifecycle = PROPOSAL
    personal_data = NoPersonalData

    status = models.CharField(_("status"), max_length=20, choices=ProposalStatus, editable=False)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True, unique=True)
    title = models.CharField(_("title"), max_length=120)
    background = models.TextField(_("how it came about"))
    proposed_by = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="proposals")
    resolution = models.OneToOneField(
        Resolution, null=True, blank=True, on_delete=models.PROTECT, related_name="proposal"
    )
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    handed_over_on = models.DateField(_("handed over on"), null=True, blank=True)
    received_on = models.DateField(_("received on"), null=True, blank=True)
    answer_due_on = models.DateField(_("answer due by"), null=True, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    published_on = models.DateField(_("answer published on"), null=True, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=ProposalStatus.DRAFTING, number__isnull=True, resolution__isnull=True)
                | Q(number__isnull=False, resolution__isnull=False, adopted_on__isnull=False)
                & ~Q(status=ProposalStatus.DRAFTING),
                name="adopted_proposal_has_number_and_resolution",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=sorted([*WAITING, ProposalStatus.PUBLISHED]))
                | Q(received_on__isnull=False, answer_due_on__isnull=False),
                name="received_proposal_has_its_days",
            ),
            models.CheckConstraint(
                condition=Q(answer_due_on__isnull=True) | Q(answer_due_on__gte=models.F("received_on")),
                name="answer_due_after_receipt",
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
    def tone(self) -> str:
        return TONES[ProposalStatus(self.status)]

    def days_since_receipt(self, day: date) -> int | None:
        """How long the city has had it; the count stops on the day the answer is published."""
        if self.received_on is None:
            return None
        return ((self.published_on or day) - self.received_on).days

    def is_overdue(self, day: date) -> bool:
        """The promised day has passed without a published answer; shown to everybody."""
        return self.status in WAITING and day > self.answer_due_on


class ProposalStep(Step):
    """One act in the life of a proposal."""

    subject = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="steps")


class ProposalItem(models.Model):
    """One thing proposed; it has its own responsible section and its own answer."""

    personal_data = NoPersonalData

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="items")
    number = models.PositiveSmallIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("text"), blank=True)
    unit = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="proposal_items"
    )
    answer = models.OneToOneField(
        "governance.Answer", null=True, blank=True, on_delete=models.PROTECT, related_name="decides"
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "number"], name="proposal_item_numbered_once")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def latest_draft(self) -> Answer | None:
        return max(self.drafts.all(), key=lambda draft: draft.pk, default=None)


class Answer(models.Model):
    """回答: what a section wrote about one item. The mayor decides the last one; earlier ones stay."""

    personal_data = PersonalData(
        controller="city",
        purpose="Who drafted the answer, for the file.",
        fields=("drafted_by",),
        retention="As long as the proposal.",
        on_erasure="The name is neutralised, the answer stays.",
    )

    item = models.ForeignKey(ProposalItem, on_delete=models.CASCADE, related_name="drafts")
    unit = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    result = models.CharField(_("result"), max_length=20, choices=Result)
    text = models.TextField(_("answer"))
    reason = models.TextField(_("reason"))
    drafted_on = models.DateField()
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text="") & ~Q(reason=""), name="answer_says_what_and_why")
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.get_result_display()}"

    @property
    def tone(self) -> str:
        return RESULT_TONES[Result(self.result)]
