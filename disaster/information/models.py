"""Official information while a disaster lasts: short lines, each with its source and time."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from disaster.mode.models import Mode
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import NoPersonalData
from residents.models import Body

from .lifecycle import INFORMATION, InformationStatus
from .querysets import InformationQuerySet


class Information(Stepped):
    """One line of official information (災害時の情報発信). Its source class is "official": a unit of the city."""

    lifecycle = INFORMATION
    mode = models.ForeignKey(Mode, on_delete=models.PROTECT, related_name="information")
    source = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="disaster_information")
    title = models.CharField(_("title"), max_length=60)
    body = models.CharField(_("text of the notice"), max_length=400, blank=True)
    url = models.URLField(_("link"), blank=True)
    is_drill = models.BooleanField(default=False)
    status = models.CharField(max_length=20, choices=InformationStatus)
    posted_at = models.DateTimeField()

    objects = InformationQuerySet.as_manager()
    personal_data = NoPersonalData

    class Meta:
        verbose_name = _("official information")
        indexes = [models.Index(fields=["-posted_at"], name="information_posted")]

    def __str__(self) -> str:
        return self.title


class InformationStep(Step):
    """History of a line of information."""

    subject = models.ForeignKey(Information, on_delete=models.CASCADE, related_name="steps")
