"""What became of an answer: reports of the sections, and the milestones they set themselves."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.proposals.lifecycle import PROGRESS_TONES, Progress
from governance.proposals.models import ProposalItem
from portal.foundation.privacy import NoPersonalData, PersonalData
from residents.models import Body

from .querysets import MilestoneQuerySet


class FollowUp(models.Model):
    """進捗報告: how far a section has got with one item on a day, in words everybody reads."""

    personal_data = PersonalData(
        controller="city",
        purpose="Who reported for the section, for the file; never shown.",
        fields=("reported_by",),
        retention="As long as the proposal.",
        on_erasure="The name is neutralised, the report stays.",
    )

    item = models.ForeignKey(ProposalItem, on_delete=models.CASCADE, related_name="reports")
    unit = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    progress = models.CharField(_("progress"), max_length=20, choices=Progress)
    text = models.TextField(_("what has been done and what comes next"), max_length=2000)
    reported_on = models.DateField()
    reported_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="follow_up_says_something")]

    def __str__(self) -> str:
        return f"{self.item}: {self.get_progress_display()}"

    @property
    def tone(self) -> str:
        return PROGRESS_TONES[Progress(self.progress)]


class Milestone(models.Model):
    """What a section wants to have reached by a day."""

    personal_data = NoPersonalData

    item = models.ForeignKey(ProposalItem, on_delete=models.CASCADE, related_name="milestones")
    title = models.CharField(_("milestone"), max_length=120)
    due_on = models.DateField(_("to be reached by"))
    reached_on = models.DateField(_("reached on"), null=True, blank=True)

    objects = MilestoneQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [models.UniqueConstraint(fields=["item", "title", "due_on"], name="milestone_set_once")]

    def __str__(self) -> str:
        return self.title

    def is_missed(self, day: date) -> bool:
        return self.reached_on is None and day > self.due_on
