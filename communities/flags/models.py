"""Reports of a post (通報) as raised."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.posts.models import Post
from portal.foundation import clock
from portal.foundation.models import Step, Stepped, Uuid
from portal.foundation.privacy import PersonalData
from portal.foundation.sealing import SealedTextField

from .lifecycle import FLAG, TONES, FlagStatus
from .querysets import FlagQuerySet


class Concern(models.TextChoices):
    """What a post may break, in the words of the room rules."""

    PRIVACY = "privacy", _("It discloses another person's personal data")
    ABUSE = "abuse", _("It insults, threatens or discriminates")
    FALSEHOOD = "falsehood", _("It spreads something untrue that harms others")
    ADVERTISING = "advertising", _("It is advertising or canvassing")
    RIGHTS = "rights", _("It infringes copyright or other rights")
    OTHER = "other", _("Something else")


class Flag(Uuid, Stepped):
    """Somebody reports a post; the address of the receipt shows what became of it."""

    lifecycle = FLAG

    post = models.ForeignKey(Post, models.CASCADE, related_name="flags")
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="flags"
    )
    concern = models.CharField(_("what is wrong"), max_length=20, choices=Concern)
    rule_item = models.CharField(_("rule"), max_length=200, blank=True)
    note = SealedTextField(_("explanation"), purpose="communities.flag", given_by="reporter_id")
    status = models.CharField(max_length=10, choices=FlagStatus)
    answer = models.TextField(_("answer to the reporter"), max_length=1000, blank=True)
    raised_at = models.DateTimeField(default=clock.now)
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = FlagQuerySet.as_manager()

    personal_data = PersonalData(
        controller="city",
        purpose="Looking into a report and answering the person who raised it.",
        fields=("reporter", "note"),
        retention="Three years after the answer.",
        on_erasure="The reporter is forgotten; the report stays.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["post", "reporter"],
                condition=models.Q(reporter__isnull=False),
                name="flag_once_a_person",
            )
        ]
        indexes = [models.Index(fields=["status", "-raised_at"], name="flag_waiting")]

    def __str__(self) -> str:
        return self.receipt

    def get_absolute_url(self) -> str:
        return reverse("communities:flag-detail", kwargs={"pk": self.pk})

    @property
    def receipt(self) -> str:
        """A number short enough to read out on the telephone."""
        return f"{self.raised_at:%Y%m%d}-{self.pk.hex[:6].upper()}"

    @property
    def tone(self) -> str:
        return TONES.get(self.status, "neutral")


class FlagStep(Step):
    """History of a report."""

    subject = models.ForeignKey(Flag, models.CASCADE, related_name="steps")
