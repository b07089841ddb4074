"""A question to the caretakers, and their answer."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.forums.models import Forum
from portal.foundation import clock
from portal.foundation.models import Step, Stepped
from portal.foundation.numbered import Numbered
from portal.foundation.privacy import PersonalData
from portal.foundation.sealing import SealedTextField

from .lifecycle import HELP_REQUEST, TONES, HelpStatus
from .querysets import HelpRequestQuerySet


class HelpRequest(Numbered, Stepped):
    """相談: read by whoever asked and by the caretakers, and by nobody else; each look is a line in the ledger."""

    lifecycle = HELP_REQUEST

    status = models.CharField(max_length=10, choices=HelpStatus, editable=False)
    forum = models.ForeignKey(Forum, models.CASCADE, related_name="help_requests")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="help_requests")
    asked_at = models.DateTimeField(default=clock.now, editable=False)
    question = SealedTextField(
        _("what you need help with"), purpose="communities.help_request", given_by="asked_by_id"
    )
    answer = SealedTextField(_("answer"), purpose="communities.help_request", given_by="answered_by_id")
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = HelpRequestQuerySet.as_manager()

    personal_data = PersonalData(
        controller="city",
        purpose="Helping those who lead a room or take part in it.",
        fields=("asked_by", "question", "answer", "answered_by"),
        retention="As long as the account of whoever asked.",
        on_erasure="Deleted with the account.",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(status=HelpStatus.ANSWERED) | (~Q(answer=b"") & Q(answered_by__isnull=False)),
                name="help_answered_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"{self.forum} {self.asked_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("communities:help-request-detail", args=[self.pk])

    @property
    def tone(self) -> str:
        return TONES[HelpStatus(self.status)]


class HelpRequestStep(Step):
    """Asked, answered, closed."""

    subject = models.ForeignKey(HelpRequest, models.CASCADE, related_name="steps")
