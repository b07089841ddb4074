"""The mode of the town, every step it took, and what was learnt."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import NoPersonalData

from .lifecycle import ACTIVE, DRILL, MODE, SHOWN, TONES, ModeStatus
from .querysets import ModeQuerySet, ModeStepQuerySet


class DisasterKind(models.TextChoices):
    EARTHQUAKE = "earthquake", _("Earthquake")
    TSUNAMI = "tsunami", _("Tsunami")
    STORM = "storm", _("Storm and flood")
    LANDSLIDE = "landslide", _("Landslide")
    SNOW = "snow", _("Heavy snow")
    VOLCANO = "volcano", _("Volcanic eruption")
    OTHER = "other", _("Other disaster")


class EvacuationLevel(models.IntegerChoices):
    """What the mayor has ordered (災害対策基本法 60条). A level of the weather service is not an order."""

    ELDERLY = 3, _("Level 3: evacuation of the elderly and others")
    ORDER = 4, _("Level 4: evacuation order")
    EMERGENCY = 5, _("Level 5: emergency safety measures")


class Situation(models.Model):
    """What the disaster is, where, and what the mayor has ordered."""

    kind = models.CharField(_("type of disaster"), max_length=20, choices=DisasterKind, blank=True)
    area = models.CharField(_("area of the disaster"), max_length=120, blank=True)
    level = models.PositiveSmallIntegerField(
        _("evacuation information"), choices=EvacuationLevel, null=True, blank=True
    )

    class Meta:
        abstract = True


class Mode(Situation, Stepped):
    """Whether the town is in disaster mode (災害モード). There is one row, and every page asks it."""

    lifecycle = MODE
    status = models.CharField(max_length=20, choices=ModeStatus, default=ModeStatus.NORMAL)
    since = models.DateTimeField(null=True)  # the present status began
    opened_at = models.DateTimeField(null=True)  # normal mode was left
    confirmed_at = models.DateTimeField(null=True)  # the unit last said that what is shown still holds
    switches_front = models.BooleanField(default=False)  # the front page gives way to the light page

    objects = ModeQuerySet.as_manager()
    personal_data = NoPersonalData

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="mode_is_one"),
            models.CheckConstraint(
                condition=~Q(status=ModeStatus.ACTIVE) | (~Q(kind="") & ~Q(area="")),
                name="mode_active_says_what_and_where",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_status_display())

    @property
    def is_active(self) -> bool:
        return self.status == ACTIVE

    @property
    def is_drill(self) -> bool:
        return self.status == DRILL

    @property
    def is_shown(self) -> bool:
        """Every page carries the banner."""
        return self.status in SHOWN

    @property
    def tone(self) -> str:
        return TONES[ModeStatus(self.status)]


class ModeStep(Situation, Step):
    """One act of switching, with the situation as it stood after it; open to everybody."""

    subject = models.ForeignKey(Mode, on_delete=models.CASCADE, related_name="steps")

    objects = ModeStepQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.verb}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding:
            self.kind, self.area, self.level = self.subject.kind, self.subject.area, self.subject.level
        super().save(*args, **kwargs)


class AfterActionReport(models.Model):
    """What the town writes down when it is over: course, reports handled, faults, lessons ([2.17])."""

    step = models.OneToOneField(ModeStep, on_delete=models.CASCADE, related_name="report")
    timeline = models.TextField(_("course of events"))
    reports_handled = models.TextField(_("reports handled"))
    faults = models.TextField(_("what went wrong"))
    lessons = models.TextField(_("lessons"))

    personal_data = NoPersonalData

    def __str__(self) -> str:
        return str(self.step)
