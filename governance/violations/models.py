"""A case about one post: the provision it cites, who is concerned, the frozen post, and the reports."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from governance.rules.models import RuleVersion
from portal.foundation import clock
from portal.foundation.models import Step, Stepped, Uuid
from portal.foundation.privacy import NoPersonalData, Open, PersonalData
from portal.foundation.sealing import SealedTextField

from .citable import words_of
from .frozen import FrozenPost
from .lifecycle import CASE, OPEN_CASES, TONES, CaseStatus
from .querysets import CaseQuerySet


class Cited(models.Model):
    """Something that rests on a provision, in the version of the rule that was in force that day."""

    rule_version = models.ForeignKey(RuleVersion, on_delete=models.PROTECT, related_name="+")
    provision = models.CharField(_("provision"), max_length=60)

    class Meta:
        abstract = True

    @property
    def ground(self) -> str:
        """市民電子会議室利用ルール第4条第2号"""
        return f"{self.rule_version.rule.title}{self.provision_label}"

    @property
    def provision_label(self) -> str:
        return self._cited[0]

    @property
    def provision_words(self) -> str:
        return self._cited[1]

    @property
    def provision_url(self) -> str:
        return f"{self.rule_version.get_absolute_url()}#{self.provision}"

    @cached_property
    def _cited(self) -> tuple[str, str]:
        return words_of(self.rule_version, self.provision)


class ViolationCase(Uuid, Cited, Stepped):
    """違反案件: one post, looked into once, however many people report it."""

    lifecycle = CASE
    personal_data = PersonalData(
        controller="city",
        purpose="Dealing with violations of the room rules (Art. 9 item 5, Art. 13).",
        fields=("subject", "statement", "outcome_reason"),
        open={"outcome_reason": Open.DECISION},
        retention="Five years after the decision (violation.retention_years): then statement and evidence go.",
        on_erasure="The statement is erased; the decision stays under the neutral name.",
    )

    status = models.CharField(max_length=20, choices=CaseStatus, editable=False)
    post = models.ForeignKey(
        "communities.Post", models.SET_NULL, null=True, blank=True, related_name="violation_cases"
    )
    subject = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="violation_cases",
        verbose_name=_("person concerned"),
    )
    opened_at = models.DateTimeField(_("opened"), default=clock.now)
    due_on = models.DateField(_("next step due"), null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    hearing_until = models.DateField(_("statement possible until"), null=True, blank=True)
    hearing_question = models.TextField(_("what the person is asked about"), blank=True)
    statement = SealedTextField(purpose="governance.violation_statement", given_by="subject_id")
    outcome_reason = models.TextField(_("reason of the decision"), blank=True)
    resolution = models.ForeignKey(
        "governance.Resolution", models.PROTECT, null=True, blank=True, related_name="violation_cases"
    )
    settled_at = models.DateTimeField(_("decided"), null=True, blank=True)
    erased_on = models.DateField(_("evidence erased"), null=True, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["post"],
                condition=Q(status__in=sorted(OPEN_CASES)),
                name="violation_one_open_case_a_post",
            ),
            models.CheckConstraint(
                condition=Q(status__in=sorted(OPEN_CASES)) | Q(settled_at__isnull=False),
                name="violation_decided_on_a_day",
            ),
        ]
        indexes = [
            models.Index(fields=["due_on", "id"], name="violation_due"),
            models.Index(fields=["-opened_at", "-id"], name="violation_newest"),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("governance:violation-detail", args=[self.pk])

    @property
    def address(self) -> str:
        """The address in the town's own language; the reader's language may not be the actor's."""
        with translation.override(settings.LANGUAGE_CODE):
            return self.get_absolute_url()

    @property
    def number(self) -> str:
        """What everybody calls the case: short enough to read out on the telephone, and without a name."""
        return f"V{timezone.localtime(self.opened_at):%Y%m%d}-{self.pk.hex[:6].upper()}"

    @property
    def place(self) -> str:
        """Where the post stood; unknown once the evidence has been erased."""
        return self.evidence.place if self.erased_on is None else ""

    @property
    def tone(self) -> str:
        return TONES.get(self.status, "neutral")

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_CASES


class ViolationCaseStep(Step):
    """One act in the life of a case."""

    subject = models.ForeignKey(ViolationCase, models.CASCADE, related_name="steps")


class ViolationReport(Uuid, Cited):
    """通報: somebody says which provision a post breaks. The address of the receipt shows what became of it."""

    personal_data = PersonalData(
        controller="city",
        purpose="Looking into a report and telling the person who raised it.",
        fields=("reporter", "note"),
        retention="Five years after the decision (violation.retention_years), then deleted by the clock.",
        on_erasure="The reporter is forgotten; the report stays.",
    )

    case = models.ForeignKey(ViolationCase, models.CASCADE, related_name="reports")
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="violation_reports"
    )
    note = SealedTextField(purpose="governance.violation_report", given_by="reporter_id")
    reported_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["reported_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "reporter"],
                condition=Q(reporter__isnull=False),
                name="violation_reported_once_a_person",
            )
        ]

    def __str__(self) -> str:
        return self.case.number

    def get_absolute_url(self) -> str:
        return reverse("governance:violation-receipt", args=[self.pk])


class Evidence(FrozenPost):
    """証拠: the post as it stood when it was reported."""

    personal_data = PersonalData(
        controller="city",
        purpose="Deciding on what was said, whatever happens to the post afterwards.",
        fields=("author_name", "content", "earlier"),
        retention="Five years after the decision (violation.retention_years), then deleted by the clock.",
        on_erasure="Kept until the case ends, then deleted.",
    )

    case = models.OneToOneField(ViolationCase, models.CASCADE, related_name="evidence")


class PublishedMonth(models.Model):
    """月報: the counts of one month as they were published; what is corrected later does not change them."""

    personal_data = NoPersonalData

    month = models.DateField(unique=True)
    lines = models.JSONField()
    published_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-month"]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"
