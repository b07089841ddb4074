"""The emergency notice on top of every page, as the design system of the Digital Agency limits it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disaster.mode.models import Mode
from portal.foundation.full_width import width
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import NoPersonalData

from .lifecycle import EMERGENCY_NOTICE, NoticeStatus
from .querysets import NoticeQuerySet

MARK, DRILL_MARK = "【緊急】", "【訓練】"
TITLE_LIMIT, BODY_LIMIT = 30, 100


def fits_title(text: str) -> None:
    """Thirty full-width characters, beginning with 【緊急】."""
    if not text.startswith(MARK):
        raise ValidationError(_("The title begins with %(mark)s."), params={"mark": MARK})
    if width(text) > TITLE_LIMIT:
        raise ValidationError(
            _("The title has at most %(limit)s full-width characters."), params={"limit": TITLE_LIMIT}
        )


def fits_body(text: str) -> None:
    """One hundred full-width characters."""
    if width(text) > BODY_LIMIT:
        raise ValidationError(
            _("The text has at most %(limit)s full-width characters."), params={"limit": BODY_LIMIT}
        )


class EmergencyNotice(Stepped):
    """What everybody must know at once (緊急のお知らせ). It has no close button, and there is never a second one."""

    class Kind(models.TextChoices):
        LIFE = "life", _("Safety of life")
        CIVIL = "civil", _("Water, power, roads")
        SYSTEM = "system", _("Trouble of this site")

    lifecycle = EMERGENCY_NOTICE
    mode = models.ForeignKey(Mode, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(_("class of the notice"), max_length=10, choices=Kind)
    title = models.CharField(_("title"), max_length=60, validators=[fits_title])
    body = models.CharField(_("text of the notice"), max_length=200, validators=[fits_body])
    title_en = models.CharField(_("title in English"), max_length=120, blank=True)
    body_en = models.CharField(_("text in English"), max_length=400, blank=True)
    title_simple = models.CharField(_("title in Easy Japanese"), max_length=60, blank=True)
    body_simple = models.CharField(_("text in Easy Japanese"), max_length=200, blank=True)
    url = models.URLField(_("link"), blank=True)
    is_drill = models.BooleanField(default=False)
    status = models.CharField(max_length=20, choices=NoticeStatus)
    published_at = models.DateTimeField()

    objects = NoticeQuerySet.as_manager()
    personal_data = NoPersonalData

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["status"],
                condition=Q(status=NoticeStatus.PUBLISHED),
                name="emergency_notice_one_shown",
            ),
            models.CheckConstraint(condition=Q(title__startswith=MARK), name="emergency_notice_is_marked"),
        ]

    def __str__(self) -> str:
        return self.shown_title

    @property
    def shown_title(self) -> str:
        """In a drill the mark says 【訓練】, so that no picture of the screen can be taken for real."""
        return self.title.replace(MARK, DRILL_MARK, 1) if self.is_drill else self.title

    @property
    def rank(self) -> int:
        """Life before water and power, these before this site."""
        return -list(self.Kind).index(self.Kind(self.kind))


class EmergencyNoticeStep(Step):
    """History of an emergency notice."""

    subject = models.ForeignKey(EmergencyNotice, on_delete=models.CASCADE, related_name="steps")
