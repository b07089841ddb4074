"""What a proposal leaves on record: the frozen words, the posts it rests on, the time the city took longer."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import Post
from governance.resolutions.models import Resolution
from portal.foundation.privacy import NoPersonalData, PersonalData
from residents.models import Body

from .models import Proposal


class ProposalVersion(models.Model):
    """The words a resolution rested on, frozen; the database refuses to change them."""

    personal_data = NoPersonalData

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    digest = models.CharField(max_length=64)
    resolution = models.OneToOneField(Resolution, on_delete=models.PROTECT, related_name="proposal_version")
    frozen_on = models.DateField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "number"], name="proposal_version_numbered_once")
        ]

    def __str__(self) -> str:
        return f"{self.proposal.printed_number} v{self.number}"

    def get_absolute_url(self) -> str:
        return reverse("governance:proposal-version", args=[self.proposal_id, self.number])


class CitedPost(models.Model):
    """What somebody said in a room and the proposal rests on."""

    personal_data = PersonalData(
        controller="city",
        purpose="To show which voices a proposal rests on, and to tell their authors what became of them.",
        fields=("post",),
        retention="As long as the proposal; the words are read from the post itself.",
        on_erasure="Words that are gone from the room are gone here too; the address stays.",
    )

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="citations")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="proposal_citations")

    class Meta:
        ordering = ["post"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "post"], name="proposal_cites_a_post_once")
        ]

    def __str__(self) -> str:
        return str(self.post_id)


class Extension(models.Model):
    """The city needs longer for its answer, says why and until when, in public."""

    personal_data = NoPersonalData

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="extensions")
    from_day = models.DateField()
    to_day = models.DateField()
    reason = models.TextField(_("reason"))
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="extension_has_a_reason"),
            models.CheckConstraint(
                condition=Q(to_day__gt=models.F("from_day")), name="extension_gives_more_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal} → {self.to_day}"
