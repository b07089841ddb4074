"""What a section wrote about one item, who agreed to it, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.proposals.lifecycle import RESULT_TONES, Result
from governance.proposals.models import ProposalItem
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import NoPersonalData, PersonalData
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

    def next_grade(self) -> Grade:
        """Who signs next, from the lowest grade to the last; after the last one nobody does."""
        signed = {row.number for row in self.approvals.all()}
        chain = chain_of(self.unit)
        return next((grade for grade in chain if grade.number not in signed), chain[-1])


class AnswerStep(Step):
    """Drafted, agreed to, approved, sent back: when, by whom, why."""

    subject = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="steps")


@dataclass(frozen=True)
class Grade:
    """One signature an answer needs: 主査, 課長, 部長."""

    number: int
    title: str
    body: Body
    is_last: bool


class ApprovalGrade(models.Model):
    """承認経路: a grade of a section's chain; a section without any has one, signed by a colleague."""

    personal_data = NoPersonalData

    unit = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="approval_grades")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(_("position"), max_length=80)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    """Whose member signs: the section itself, or the department above it."""

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "number"], name="approval_grade_numbered_once"),
            models.CheckConstraint(condition=~Q(title=""), name="approval_grade_has_a_title"),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.number}. {self.title}"


def chain_of(unit: Body) -> list[Grade]:
    """The grades of a section in order; ``approval_grades__body`` should be loaded."""
    rows = sorted(unit.approval_grades.all(), key=lambda row: row.number)
    if not rows:
        return [Grade(1, "", unit, True)]
    return [Grade(row.number, row.title, row.body, row is rows[-1]) for row in rows]


class Approval(models.Model):
    """決裁印: one grade has signed a draft. Nobody signs twice, and never what they wrote."""

    personal_data = PersonalData(
        controller="city",
        purpose="Who signed a draft answer in which position, for the file.",
        fields=("person",),
        retention="As long as the answer.",
        on_erasure="The name is neutralised.",
    )

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="approvals")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(_("position"), max_length=80, blank=True)
    unit = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["answer", "number"], name="grade_signs_a_draft_once"),
            models.UniqueConstraint(fields=["answer", "person"], name="person_signs_a_draft_once"),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.unit}: {self.answer}"


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
