"""A case about one post: the provision it cites, who is concerned, the frozen post, and the reports."""

from __future__ import annotations

import hashlib
import json
from typing import Any

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
from portal.foundation.privacy import PersonalData
from portal.foundation.sealing import SealedTextField

from .citable import words_of
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
        retention="Five years after the decision, with the evidence.",
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
    statement = SealedTextField(purpose="governance.violation_statement")
    outcome_reason = models.TextField(_("reason of the decision"), blank=True)
    resolution = models.ForeignKey(
        "governance.Resolution", models.PROTECT, null=True, blank=True, related_name="violation_cases"
    )
    settled_at = models.DateTimeField(_("decided"), null=True, blank=True)

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
        retention="As long as the case.",
        on_erasure="The reporter is forgotten; the report stays.",
    )

    case = models.ForeignKey(ViolationCase, models.CASCADE, related_name="reports")
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="violation_reports"
    )
    note = SealedTextField(purpose="governance.violation_report")
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


class Evidence(Uuid):
    """The post as it stood when it was reported: text, author, place, moment, and a hash over all of them."""

    personal_data = PersonalData(
        controller="city",
        purpose="Deciding on what was said, whatever happens to the post afterwards.",
        fields=("author_name", "content", "earlier"),
        retention="As long as the case.",
        on_erasure="Kept until the case ends, then deleted.",
    )

    case = models.OneToOneField(ViolationCase, models.CASCADE, related_name="evidence")
    content = SealedTextField(purpose="governance.violation_evidence")
    earlier = SealedTextField(purpose="governance.violation_evidence")
    author_name = models.CharField(max_length=60)
    place = models.CharField(max_length=80)
    topic = models.CharField(max_length=120)
    written_at = models.DateTimeField()
    frozen_at = models.DateTimeField(default=clock.now)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.digest[:12]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("Frozen evidence is never changed.")
        super().save(*args, **kwargs)

    def is_whole(self, content: str) -> bool:
        """Are these still the words, the author, the place and the moment that were frozen?"""
        return self.digest == fingerprint(content, self.author_name, self.place, self.written_at)


def fingerprint(content: str, author: str, place: str, written_at: Any) -> str:
    """SHA-256 over the frozen post, so that anybody can tell it was not altered."""
    frozen = [content, author, place, int(written_at.timestamp())]
    return hashlib.sha256(json.dumps(frozen, ensure_ascii=False).encode()).hexdigest()
