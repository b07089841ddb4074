"""What a committee resolved, and how each member voted."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.committees.models import CommitteeTerm
from governance.meetings.models import Meeting
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import NoPersonalData, Open, PersonalData
from residents.models import Body

from . import querysets
from .lifecycle import (
    RESOLUTION,
    TONES,
    Choice,
    Competence,
    RecusalGround,
    ResolutionStatus,
    VoteMethod,
)


class Resolution(Stepped):
    """決議: what a committee decided in a meeting, tagged with the item of 第9条 it rests on."""

    lifecycle = RESOLUTION
    personal_data = PersonalData(
        controller="city",
        purpose="to record who moved it",
        fields=("proposed_by",),
        retention="permanent record of the town",
        on_erasure="the name is neutralised, the resolution stays",
    )

    status = models.CharField(max_length=20, choices=ResolutionStatus, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="resolutions")
    term = models.ForeignKey(CommitteeTerm, on_delete=models.PROTECT, related_name="resolutions")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="resolutions")
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"))
    competence = models.PositiveSmallIntegerField(_("item of Article 9"), choices=Competence)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    method = models.CharField(
        _("way of voting"), max_length=20, choices=VoteMethod, default=VoteMethod.SHOW_OF_HANDS
    )
    vote_by = models.DateTimeField(_("votes in writing until"), null=True, blank=True)
    voting_closed_at = models.DateTimeField(_("voting closed"), null=True, blank=True)
    votes_for = models.PositiveSmallIntegerField(_("for"), null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(_("against"), null=True, blank=True)
    votes_abstaining = models.PositiveSmallIntegerField(_("abstaining"), null=True, blank=True)
    present = models.PositiveSmallIntegerField(_("members present"), null=True, blank=True)
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)

    objects = querysets.ResolutionQuerySet.as_manager()

    class Meta:
        ordering = ["-adopted_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["term", "number"], name="one_resolution_per_number"),
            models.CheckConstraint(
                condition=Q(status=ResolutionStatus.ADOPTED, number__isnull=False, adopted_on__isnull=False)
                | (~Q(status=ResolutionStatus.ADOPTED) & Q(number__isnull=True, adopted_on__isnull=True)),
                name="adopted_resolution_has_number_and_day",
            ),
            models.CheckConstraint(
                condition=Q(method=VoteMethod.WRITTEN, vote_by__isnull=False)
                | (~Q(method=VoteMethod.WRITTEN) & Q(vote_by__isnull=True)),
                name="written_vote_has_a_deadline",
            ),
        ]

    def __str__(self):
        return f"{self.printed_number} {self.title}" if self.number else self.title

    @property
    def printed_number(self) -> str:
        """The number as the committee writes it, in every language: 第5期第3号."""
        return f"第{self.term.number}期第{self.number}号" if self.number else ""

    @property
    def tone(self) -> str:
        return TONES.get(self.status, "neutral")

    @property
    def is_decided(self) -> bool:
        return self.status in (ResolutionStatus.ADOPTED, ResolutionStatus.REJECTED)

    def get_absolute_url(self) -> str:
        return reverse("governance:resolution-detail", args=[self.body.code, self.pk])


class ResolutionStep(Step):
    subject = models.ForeignKey(Resolution, on_delete=models.CASCADE, related_name="steps")


class Vote(models.Model):
    """How one member voted on one motion; a vote is cast once."""

    personal_data = PersonalData(
        controller="city",
        purpose="to count the votes and let members see that each counted once",
        fields=("member", "choice"),
        open={"choice": Open.CHOICE},
        retention="permanent record of the town",
        on_erasure="the name is neutralised, the vote stays",
    )

    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="votes")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    choice = models.CharField(max_length=10, choices=Choice)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["resolution", "member"], name="one_vote_per_member"),
        ]

    def __str__(self):
        return self.get_choice_display()


class SecretVoter(models.Model):
    """That a member has voted in a secret ballot: neither how nor when."""

    personal_data = PersonalData(
        controller="city",
        purpose="to let each member vote once in a secret ballot",
        fields=("member",),
        retention="permanent record of the town",
        on_erasure="the name is neutralised, the count stays",
    )

    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="secret_voters")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["resolution", "member"], name="one_secret_vote_per_member"),
        ]

    def __str__(self):
        return str(self.member)


class BallotCount(models.Model):
    """How many secret ballots say one thing. There is no row per ballot, so no order and no time to compare.

    Each ballot rewrites all counts of its motion together, so that the database's own marks on a row
    (the last transaction that touched it) do not tell which of them grew.
    """

    personal_data = NoPersonalData

    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="ballot_counts")
    choice = models.CharField(max_length=10, choices=Choice)
    ballots = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["resolution", "choice"], name="one_ballot_count_per_choice"),
        ]

    def __str__(self):
        return f"{self.get_choice_display()}: {self.ballots}"


class Recusal(models.Model):
    """除斥: a member who takes no part in one motion, and on which ground."""

    personal_data = PersonalData(
        controller="city",
        purpose="to show who took no part in a decision and why",
        fields=("member", "ground"),
        open={"ground": Open.CHOICE},
        retention="permanent record of the town",
        on_erasure="the name is neutralised, the ground stays",
    )

    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="recusals")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(_("ground"), max_length=20, choices=RecusalGround)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["resolution", "member"], name="recused_once_per_motion"),
        ]

    def __str__(self):
        return str(self.member)
