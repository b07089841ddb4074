"""What was done with a topic, kept where everybody who reads the topic can read it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from communities.forums.models import Forum
from communities.posts.models import Thread
from portal.foundation import clock
from portal.foundation.privacy import Open, PersonalData


class Deed(models.TextChoices):
    CLOSED = "closed", _("Topic closed")
    REOPENED = "reopened", _("Topic opened again")
    PINNED = "pinned", _("Put at the top of the list")
    UNPINNED = "unpinned", _("Back in its place in the list")
    MOVED = "moved", _("Moved here from another place")
    SPLIT = "split", _("A topic was made of its later part")


TAKES_SOMETHING = frozenset({Deed.CLOSED, Deed.MOVED, Deed.SPLIT})
"""Acts after which somebody finds their words elsewhere or cannot go on; these need a reason."""


class TopicAct(models.Model):
    """One act of a facilitator on a topic (会議室の運営、進行; checklist 47, 49). Rows are only ever added."""

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="acts")
    deed = models.CharField(max_length=10, choices=Deed)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    reason = models.TextField(_("reason"), blank=True)
    from_forum = models.ForeignKey(Forum, models.CASCADE, null=True, blank=True, related_name="+")
    made = models.ForeignKey(Thread, models.CASCADE, null=True, blank=True, related_name="made_by")

    personal_data = PersonalData(
        controller="city",
        purpose="Telling readers and authors who changed the order of a public discussion, and why.",
        fields=("by", "reason"),
        open={"reason": Open.PUBLIC},
        retention="As long as the topic.",
        on_erasure="Kept under the neutral name.",
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(deed__in=sorted(TAKES_SOMETHING)) | ~Q(reason=""), name="topic_act_says_why"
            ),
            models.CheckConstraint(
                condition=~Q(deed=Deed.MOVED) | Q(from_forum__isnull=False), name="topic_moved_from_a_place"
            ),
            models.CheckConstraint(
                condition=~Q(deed=Deed.SPLIT) | Q(made__isnull=False), name="topic_split_makes_a_topic"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.thread} – {self.get_deed_display()}"
