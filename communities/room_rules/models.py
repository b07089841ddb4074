"""The rule a facilitator proposes for the room they lead, and what became of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.forums.models import Joining, NameRule, Visibility
from communities.rooms.models import Room
from portal.foundation import clock
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import Open, PersonalData

from .lifecycle import ROOM_RULE, TONES, RoomRuleStatus
from .querysets import RoomRuleQuerySet


class RoomRuleProposal(Stepped):
    """個別ルールの案: names, joining and readers as a facilitator would have them in one room."""

    lifecycle = ROOM_RULE

    room = models.ForeignKey(Room, models.CASCADE, related_name="rule_proposals")
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(default=clock.now)
    name_rule = models.CharField(_("names"), max_length=10, choices=NameRule)
    joining = models.CharField(_("how to join"), max_length=10, choices=Joining)
    visibility = models.CharField(_("who can read"), max_length=10, choices=Visibility)
    reason = models.TextField(_("reason"), max_length=500)
    status = models.CharField(max_length=10, choices=RoomRuleStatus, editable=False)
    answer = models.TextField(_("answer"), max_length=1000, blank=True)
    resolution = models.CharField(_("resolution"), max_length=120, blank=True)

    objects = RoomRuleQuerySet.as_manager()

    personal_data = PersonalData(
        controller="city",
        purpose="Who proposed the rule of a room, and why.",
        fields=("proposed_by", "reason"),
        open={"reason": Open.PUBLIC},
        retention="As long as the room is kept.",
        on_erasure="Kept under the neutral name.",
    )

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["room"],
                condition=Q(status=RoomRuleStatus.PROPOSED),
                name="room_rule_proposed_once_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["room", "resolution"],
                condition=~Q(resolution=""),
                name="room_rule_decided_by_a_resolution_of_its_own",
            ),
            models.CheckConstraint(
                condition=~Q(status=RoomRuleStatus.REFUSED) | ~Q(answer=""), name="room_rule_refused_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.reason[:40]

    def get_absolute_url(self) -> str:
        return reverse("communities:room-rule-detail", args=[self.room.slug, self.pk])

    @property
    def tone(self) -> str:
        return TONES.get(self.status, "neutral")

    @property
    def rule(self) -> dict[str, str]:
        """What the room would have as its rule."""
        return {"name_rule": self.name_rule, "joining": self.joining, "visibility": self.visibility}


class RoomRuleProposalStep(Step):
    """Proposed, approved, refused, taken back."""

    subject = models.ForeignKey(RoomRuleProposal, models.CASCADE, related_name="steps")
