"""What a section wrote about one item, who agreed to it, and what became of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.proposals.lifecycle import RESULT_TONES, Result
from governance.proposals.models import ProposalItem
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import PersonalData
from residents.models import Body

from .lifecycle import ANSWER, TONES, AnswerStatus


class Answer(Stepped):
    """回答: what a section wrote about one item. The mayor decides the last one; earlier ones stay."""

    lifecycle = ANSWER
    personal_data = PersonalData(
        controller="city",
        purpose="Who drafted the answer, for the file.",
        fields=("drafted_by",),
        retention="As long as the proposal.",
        on_erasure="The name is neutralised, the answer stays.",
    )

    item = models.ForeignKey(ProposalItem, on_delete=models.CASCADE, related_name="drafts")
    unit = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(_("status"), max_length=20, choices=AnswerStatus, editable=False)
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

    @property
    def status_tone(self) -> str:
        return TONES[AnswerStatus(self.status)]

    @property
    def is_approved(self) -> bool:
        return self.status == AnswerStatus.APPROVED

    def missing_concurrences(self) -> list[Body]:
        """The cooperating sections that have not agreed to this draft yet."""
        agreed = {row.unit_id for row in self.concurrences.all()}
        return [unit for unit in self.item.cooperating.all() if unit.pk not in agreed]


class AnswerStep(Step):
    """Drafted, agreed to, approved, sent back: when, by whom, why."""

    subject = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="steps")


class Concurrence(models.Model):
    """合議: a cooperating section agrees to a draft, with a remark where it has one."""

    personal_data = PersonalData(
        controller="city",
        purpose="Who agreed to a draft for their section.",
        fields=("person",),
        retention="As long as the answer.",
        on_erasure="The name is neutralised.",
    )

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="concurrences")
    unit = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    remark = models.TextField(_("remark"), blank=True)
    on = models.DateField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["answer", "unit"], name="section_concurs_once_with_a_draft")
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.answer}"
