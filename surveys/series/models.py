"""A series of surveys and its waves."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.foundation.models import Step, Stepped, Uuid
from portal.foundation.privacy import NoPersonalData
from residents.models import Body
from surveys.surveys.models import Survey

from .lifecycle import SERIES, TONES, SeriesStatus


class SeriesKind(models.TextChoices):
    """ふるい落し型 / 前提変更型 / パネル."""

    ELIMINATION = "elimination", _("options with few votes drop out")
    PREMISE_CHANGE = "premise_change", _("the assumptions change")
    PANEL = "panel_wave", _("the same questions at another time")


class SurveySeries(Uuid, Stepped):
    """Several surveys to the same people; what joins the answers of one person is a pseudonym, and only that.

    The pseudonym's key lies with the second custodian (`portal.foundation.custody`) under `key_name`.
    """

    lifecycle = SERIES
    title = models.CharField(_("title of the series"), max_length=120)
    purpose = models.TextField(_("why the same people are asked again"), max_length=1000)
    kind = models.CharField(_("kind of series"), max_length=20, choices=SeriesKind)
    sponsor = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="survey_series")
    status = models.CharField(max_length=20, choices=SeriesStatus)

    personal_data = NoPersonalData

    class Meta:
        verbose_name_plural = "survey series"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("surveys:series-detail", args=[self.pk])

    @property
    def key_name(self) -> str:
        return f"surveys.series:{self.pk}"

    @property
    def is_running(self) -> bool:
        return self.status == SeriesStatus.RUNNING

    @property
    def tone(self) -> str:
        return TONES[SeriesStatus(self.status)]


class SurveySeriesStep(Step):
    subject = models.ForeignKey(SurveySeries, on_delete=models.CASCADE, related_name="steps")

    class Meta(Step.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.verb} {self.at}"


class Wave(models.Model):
    """One survey as the n-th of its series."""

    series = models.ForeignKey(SurveySeries, on_delete=models.PROTECT, related_name="waves")
    survey = models.OneToOneField(Survey, on_delete=models.PROTECT, related_name="wave")
    number = models.PositiveSmallIntegerField()

    personal_data = NoPersonalData

    class Meta:
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["series", "number"], name="wave_number_once")]

    def __str__(self) -> str:
        return f"{self.series} {self.number}"


class DroppedOption(models.Model):
    """An option that did not go on into the next wave, with the rule that dropped it (ふるい落し)."""

    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="dropped")
    question = models.CharField(max_length=200)
    option = models.CharField(max_length=120)
    below_percent = models.PositiveSmallIntegerField()

    personal_data = NoPersonalData

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.option
