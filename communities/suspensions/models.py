"""A person may not write until a day, in one forum or in all of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from communities.forums.models import Forum
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import Open, PersonalData

from .lifecycle import SUSPENSION, SuspensionStatus
from .querysets import SuspensionQuerySet


class Suspension(Stepped):
    """利用停止: what it rests on and how to object stand on it, so that every refusal can say them.

    Without a last day the registration as a participant is cancelled (登録取消); the account stays, so that the
    person can still read, see the case and object.
    """

    lifecycle = SUSPENSION

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="suspensions")
    forum = models.ForeignKey(Forum, models.CASCADE, null=True, blank=True, related_name="suspensions")
    status = models.CharField(max_length=10, choices=SuspensionStatus, editable=False)
    starts_on = models.DateField(_("first day"))
    until_on = models.DateField(_("last day"), null=True, blank=True)
    ground = models.CharField(_("provision"), max_length=200)
    reason = models.TextField(_("reason"))
    basis = models.CharField(_("decided by"), max_length=120)
    object_until = models.DateField(_("objection possible until"), null=True, blank=True)
    address = models.CharField(max_length=200, blank=True)

    objects = SuspensionQuerySet.as_manager()

    personal_data = PersonalData(
        controller="city",
        purpose="Refusing posts for a time and telling the person why.",
        fields=("person", "reason"),
        open={"reason": Open.DECISION},
        retention="Three years after the end.",
        on_erasure="Deleted.",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("starts_on")),
                name="suspension_ends_after_it_begins",
            )
        ]
        indexes = [models.Index(fields=["person", "status"], name="suspension_binding")]

    def __str__(self) -> str:
        return f"{self.basis} {self.starts_on}"


class SuspensionStep(Step):
    """History of a suspension."""

    subject = models.ForeignKey(Suspension, models.CASCADE, related_name="steps")
