"""The committee's register of what it has to deal with."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import Room
from governance.meetings.models import Meeting
from governance.resolutions.models import Resolution
from portal.foundation import clock
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import NoPersonalData
from residents.models import Body

from . import querysets
from .lifecycle import ISSUE, TONES, IssueStatus


class CommitteeIssue(Stepped):
    """課題: something about running the rooms that the committee looks into (活性化、NPOとの連携等)."""

    lifecycle = ISSUE
    personal_data = NoPersonalData

    status = models.CharField(max_length=20, choices=IssueStatus, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="issues")
    title = models.CharField(_("title"), max_length=120)
    about = models.TextField(_("what the matter is"), max_length=2000)
    raised_for = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="issues_raised")
    raised_at = models.DateTimeField(default=clock.now, editable=False)
    is_public = models.BooleanField(_("everybody can read it"), default=True)
    closing_ground = models.TextField(_("why only the committee reads it"), max_length=300, blank=True)
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="issues"
    )
    room = models.ForeignKey(Room, null=True, blank=True, on_delete=models.PROTECT, related_name="issues")
    discussion = models.TextField(_("what was said"), max_length=2000, blank=True)
    resolution = models.ForeignKey(
        Resolution, null=True, blank=True, on_delete=models.PROTECT, related_name="issues"
    )
    decision = models.TextField(_("what was decided"), max_length=1000, blank=True)
    outcome = models.TextField(_("what was done"), max_length=1000, blank=True)

    objects = querysets.IssueQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["body", "-id"], name="issue_of_body")]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_public=True) | ~Q(closing_ground=""), name="closed_issue_has_a_ground"
            ),
            models.CheckConstraint(
                condition=Q(status=IssueStatus.RAISED) | Q(meeting__isnull=False) | Q(room__isnull=False),
                name="issue_discussed_somewhere",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[IssueStatus.DECIDED, IssueStatus.DONE]) | ~Q(decision=""),
                name="issue_decided_in_words",
            ),
            models.CheckConstraint(
                condition=~Q(status=IssueStatus.DONE) | ~Q(outcome=""), name="issue_done_says_what"
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:issue-detail", args=[self.body.code, self.pk])

    @property
    def tone(self) -> str:
        return TONES.get(self.status, "neutral")


class CommitteeIssueStep(Step):
    subject = models.ForeignKey(CommitteeIssue, on_delete=models.CASCADE, related_name="steps")
