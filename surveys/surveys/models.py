"""Surveys and their questions (電子アンケート, 帳票)."""

from __future__ import annotations

import uuid

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.foundation import parameters
from portal.foundation.models import Step, Stepped, Uuid
from portal.foundation.privacy import NoPersonalData
from residents.models import Body
from surveys.certificates.models import CertificateKind

from .lifecycle import SURVEY, TONES, SurveyStatus
from .querysets import SurveyQuerySet

ADDRESSES_TAKEN = "manage|plan|sponsors|anonymity|receipt|keys|series|app"
slug_is_free = RegexValidator(
    rf"^({ADDRESSES_TAKEN})$", _("This address is used by the portal itself."), inverse_match=True
)


class Mode(models.TextChoices):
    """Who may answer: anybody (オープン), or whoever proves themselves with a certificate."""

    OPEN = "open", _("open to everybody")
    CERTIFICATE = "certificate", _("one answer per person, by certificate")


class Anonymity(models.TextChoices):
    """What a gated survey promises about who answered; declared before the first question, never changed after."""

    ANONYMOUS = "anonymous", _("anonymous: nobody can join person and answer")
    PSEUDONYMOUS = "pseudonymous", _("under a pseudonym that is the same in every round of a series")
    NAMED = "named", _("with the name and whatever else the resident agrees to hand over")


class Sampling(models.TextChoices):
    SELF_SELECTED = "self_selected", _("whoever wished to answer")
    RANDOM = "random", _("a random sample")


class Survey(Uuid, Stepped):
    """One inquiry of a sponsor among residents, with its purpose and its time."""

    lifecycle = SURVEY
    slug = models.SlugField(_("address of the page"), max_length=80, unique=True, validators=[slug_is_free])
    title = models.CharField(_("title"), max_length=120)
    purpose = models.TextField(_("what the answers will be used for"), max_length=1000)
    contact = models.CharField(_("contact"), max_length=200)
    sponsor = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="surveys")
    mode = models.CharField(_("who may answer"), max_length=20, choices=Mode)
    anonymity = models.CharField(
        _("what is promised"), max_length=20, choices=Anonymity, default=Anonymity.ANONYMOUS
    )
    sampling = models.CharField(
        _("how those asked were chosen"), max_length=20, choices=Sampling, default=Sampling.SELF_SELECTED
    )
    certificate_kind = models.CharField(
        _("kind of certificate"), max_length=20, choices=CertificateKind, default=CertificateKind.SIGNING
    )
    municipality = models.CharField(_("municipality of residence"), max_length=60, blank=True)
    verifying_body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="verified_surveys"
    )
    opens_on = models.DateField(_("first day for answers"))
    closes_on = models.DateField(_("last day for answers"))
    status = models.CharField(max_length=20, choices=SurveyStatus)
    pool = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """Under which answers are filed; no row on the answering side carries the survey's own id."""
    envelope_key = models.BinaryField(null=True, editable=False)
    """Sealed key of the identity digests; destroyed at closing."""
    sheet_key = models.BinaryField(null=True, editable=False)
    """Sealed half of the key pair that opens answer sheets (see `sheet_keys`)."""
    proven_count = models.PositiveIntegerField(null=True, editable=False)
    answered_count = models.PositiveIntegerField(null=True, editable=False)

    objects = SurveyQuerySet.as_manager()
    personal_data = NoPersonalData

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="survey_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(status__in=[SurveyStatus.COLLECTING, SurveyStatus.SUSPENDED])
                | Q(envelope_key__isnull=True),
                name="survey_key_lives_while_collecting",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("surveys:survey-detail", args=[self.slug])

    @property
    def is_gated(self) -> bool:
        return self.mode == Mode.CERTIFICATE

    @property
    def grace_minutes(self) -> int:
        """How long those who began in time may still send."""
        return parameters.value("survey.grace_minutes")

    @property
    def is_collecting(self) -> bool:
        return self.status == SurveyStatus.COLLECTING

    @property
    def is_published(self) -> bool:
        return self.status == SurveyStatus.PUBLISHED

    @property
    def tone(self) -> str:
        return TONES.get(SurveyStatus(self.status), "neutral")


class SurveyStep(Step):
    subject = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="steps")

    class Meta(Step.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.verb} {self.at}"


class QuestionKind(models.TextChoices):
    SINGLE = "single", _("one answer")
    MULTIPLE = "multiple", _("several answers")
    SCALE = "scale", _("a step on a scale")
    TEXT = "text", _("in your own words")


class Question(models.Model):
    """One question of a survey's form; after the opening it is never changed."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(_("kind of answer"), max_length=20, choices=QuestionKind)
    text = models.CharField(_("wording of the question"), max_length=200)
    help = models.CharField(_("hint"), max_length=200, blank=True)
    is_required = models.BooleanField(_("an answer is required"), default=False)
    may_decline = models.BooleanField(_("offer “I prefer not to answer”"), default=True)

    personal_data = NoPersonalData

    class Meta:
        ordering = ("position",)
        constraints = [models.UniqueConstraint(fields=["survey", "position"], name="question_position_once")]

    def __str__(self) -> str:
        return self.text

    @property
    def has_choices(self) -> bool:
        return self.kind != QuestionKind.TEXT


class Choice(models.Model):
    """One possible answer to a question, in the order printed."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="choices")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=120)

    personal_data = NoPersonalData

    class Meta:
        ordering = ("position",)
        constraints = [models.UniqueConstraint(fields=["question", "position"], name="choice_position_once")]

    def __str__(self) -> str:
        return self.text
