"""What the adviser tells the committee, and what the committee says to it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.issues.models import CommitteeIssue
from portal.foundation import clock
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import PersonalData
from residents.models import Body

from .lifecycle import ADVICE, TONES, AdviceStatus


class Advice(Stepped):
    """助言記録: the adviser reads and advises and has no vote; the committee is free to follow (checklist 83)."""

    lifecycle = ADVICE
    personal_data = PersonalData(
        controller="city",
        purpose="to show which adviser spoke for the contracted organisation",
        fields=("given_by",),
        retention="as the accounts of the contract",
        on_erasure="the name is neutralised, the advice stays",
    )

    status = models.CharField(max_length=20, choices=AdviceStatus, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="advice_received")
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_for = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="advice_given")
    given_at = models.DateTimeField(default=clock.now, editable=False)
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("advice"), max_length=4000)
    issue = models.ForeignKey(
        CommitteeIssue, null=True, blank=True, on_delete=models.PROTECT, related_name="advice"
    )
    answer = models.TextField(_("answer of the committee"), max_length=4000, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["body", "-id"], name="advice_to_body")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status=AdviceStatus.ANSWERED) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="advice_answered_in_words",
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:advice-detail", args=[self.body.code, self.pk])

    @property
    def tone(self) -> str:
        return TONES.get(self.status, "neutral")


class AdviceStep(Step):
    subject = models.ForeignKey(Advice, on_delete=models.CASCADE, related_name="steps")
