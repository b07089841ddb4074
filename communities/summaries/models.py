"""A summary, the posts it cites, and who asked a caretaker to write one."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.posts.models import Post
from communities.rooms.models import Room
from portal.foundation import clock
from portal.foundation.models import Step, Stepped
from portal.foundation.numbered import Numbered
from portal.foundation.privacy import PersonalData
from portal.foundation.sealing import SealedTextField

from .lifecycle import SUMMARY, TONES, SummaryStatus
from .querysets import SummaryQuerySet


class Summary(Stepped):
    """発言のまとめ: what was said in a city-area room, in the words of who chairs it."""

    lifecycle = SUMMARY

    room = models.ForeignKey(Room, models.CASCADE, related_name="summaries")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="room_summaries")
    text = models.TextField(_("summary of the discussion"), max_length=10000)
    status = models.CharField(max_length=10, choices=SummaryStatus, editable=False)
    resolution = models.CharField(_("resolution"), max_length=120, blank=True)
    drafted_at = models.DateTimeField(default=clock.now)
    posted_at = models.DateTimeField(_("posted"), null=True, blank=True)

    objects = SummaryQuerySet.as_manager()

    personal_data = PersonalData(
        controller="city",
        purpose="Who summed up a public discussion.",
        fields=("author",),
        retention="As long as the room is kept.",
        on_erasure="Kept under the neutral name.",
    )

    class Meta:
        ordering = ["-drafted_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["room"], condition=Q(status=SummaryStatus.ADOPTED), name="summary_adopted_once_a_room"
            ),
            models.CheckConstraint(
                condition=~Q(status=SummaryStatus.ADOPTED) | ~Q(resolution=""),
                name="summary_adopted_by_resolution",
            ),
            models.CheckConstraint(
                condition=Q(status=SummaryStatus.DRAFT) | Q(posted_at__isnull=False),
                name="summary_posted_at_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:40]

    def get_absolute_url(self) -> str:
        return reverse("communities:summary-detail", args=[self.room.slug, self.pk])

    @property
    def tone(self) -> str:
        return TONES.get(self.status, "neutral")


class SummaryStep(Step):
    """Drafted, reworded, posted, adopted."""

    subject = models.ForeignKey(Summary, models.CASCADE, related_name="steps")


class SummaryCitation(models.Model):
    """A post a summary rests on."""

    summary = models.ForeignKey(Summary, models.CASCADE, related_name="citations")
    post = models.ForeignKey(Post, models.CASCADE, related_name="summary_citations")

    personal_data = PersonalData(
        controller="city",
        purpose="Whose words a summary rests on.",
        fields=("post",),
        retention="As long as the summary.",
        on_erasure="The post says under which name it stands.",
    )

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["summary", "post"], name="summary_cites_a_post_once")]

    def __str__(self) -> str:
        return str(self.post)


class SummaryRequest(Numbered):
    """A facilitator asked the caretakers to write the summary (checklist 44): who, when, and why."""

    room = models.ForeignKey(Room, models.CASCADE, related_name="summary_requests")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = SealedTextField(_("reason"), purpose="communities.summary_request", given_by="asked_by_id")
    asked_at = models.DateTimeField(default=clock.now)

    personal_data = PersonalData(
        controller="city",
        purpose="Why somebody else than the facilitator wrote a summary.",
        fields=("asked_by", "reason"),
        retention="As long as the room is kept.",
        on_erasure="Kept under the neutral name.",
    )

    class Meta:
        ordering = ["-asked_at", "-id"]

    def __str__(self) -> str:
        return f"{self.room} {self.asked_at:%Y-%m-%d}"
