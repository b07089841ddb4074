"""意見公募: which draft lies open, the comments received, and what the body made of them."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.amendments.lifecycle import AmendmentStatus
from governance.amendments.models import Amendment
from governance.rules.lifecycle import RuleStatus
from governance.rules.models import Rule
from portal.foundation import clock
from portal.foundation.models import Step, Stepped, Uuid
from portal.foundation.privacy import NoPersonalData, PersonalData
from portal.foundation.sealing import SealedTextField

from .lifecycle import COMMENT_PERIOD, OUTCOME_TONES, TONES, CommentPeriodStatus, Outcome
from .querysets import CommentPeriodQuerySet


class CommentPeriod(Stepped):
    """A draft of a rule, or of its amendment, lies open from a day to a day for everybody's comments."""

    lifecycle = COMMENT_PERIOD
    personal_data = NoPersonalData

    status = models.CharField(max_length=20, choices=CommentPeriodStatus, editable=False)
    rule = models.ForeignKey(Rule, on_delete=models.PROTECT, related_name="comment_periods")
    amendment = models.ForeignKey(
        Amendment, null=True, blank=True, on_delete=models.PROTECT, related_name="comment_periods"
    )
    question = models.TextField(_("what is asked"), max_length=2000)
    opens_on = models.DateField(_("first day for comments"))
    closes_on = models.DateField(_("last day for comments"))
    shorter_because = models.TextField(_("why the time is shorter than usual"), max_length=1000, blank=True)

    objects = CommentPeriodQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="comment_period_days_in_order"
            ),
            models.CheckConstraint(condition=~Q(question=""), name="comment_period_asks_something"),
            models.UniqueConstraint(
                fields=["rule"],
                condition=Q(status=CommentPeriodStatus.OPEN, amendment__isnull=True),
                name="comment_period_of_a_rule_one_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["amendment"],
                condition=Q(status=CommentPeriodStatus.OPEN),
                name="comment_period_of_an_amendment_one_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.opens_on} – {self.closes_on}"

    def get_absolute_url(self) -> str:
        return reverse("governance:comment-period", args=[self.rule.slug, self.pk])

    @property
    def draft_url(self) -> str:
        return (self.amendment or self.rule).get_absolute_url()

    @property
    def tone(self) -> str:
        return TONES[CommentPeriodStatus(self.status)]

    @property
    def is_decided(self) -> bool:
        """The body has decided about the draft, or whoever put it forward has taken it back."""
        if self.amendment is not None:
            return self.amendment.status != AmendmentStatus.PROPOSED
        return self.rule.status != RuleStatus.PROPOSED

    @property
    def shows_answers(self) -> bool:
        """Answers are read with the decision, not before, and from the same moment on."""
        return self.is_decided and self.status != CommentPeriodStatus.OPEN

    def is_open_on(self, day: date | None = None) -> bool:
        today = day or clock.today()
        in_time = self.opens_on <= today <= self.closes_on
        return self.status == CommentPeriodStatus.OPEN and in_time and not self.is_decided


class CommentPeriodStep(Step):
    """Opened, extended, closed, published: when, by whom, why."""

    subject = models.ForeignKey(CommentPeriod, on_delete=models.CASCADE, related_name="steps")


class PublicComment(Uuid):
    """One comment as it was sent; its address is the sender's receipt. It rests sealed; only its answer is published."""

    personal_data = PersonalData(
        controller="city",
        purpose="To consider what was said about a draft, and to tell the sender what became of it.",
        fields=("author", "name", "text"),
        retention="Three years after the decision about the draft.",
        on_erasure="The name is neutralised, the words stay for the file.",
    )

    period = models.ForeignKey(CommentPeriod, on_delete=models.CASCADE, related_name="comments")
    number = models.PositiveIntegerField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    name = SealedTextField(_("name"), purpose="governance.public_comment", given_by="author_id")
    text = SealedTextField(_("comment"), purpose="governance.public_comment", given_by="author_id")
    received_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["period", "number"], name="comment_numbered_once"),
            models.CheckConstraint(condition=~Q(text=b""), name="comment_has_words"),
        ]

    def __str__(self) -> str:
        return f"{self.period} #{self.number}"

    def get_absolute_url(self) -> str:
        return reverse("governance:comment-receipt", args=[self.pk])


class CommentGroup(models.Model):
    """Comments that say the same, in a few words, with what the body made of them and why."""

    personal_data = NoPersonalData

    period = models.ForeignKey(CommentPeriod, on_delete=models.CASCADE, related_name="groups")
    summary = models.TextField(_("what these comments say"), max_length=2000)
    outcome = models.CharField(_("what was made of them"), max_length=20, choices=Outcome)
    answer = models.TextField(_("why"), max_length=4000)
    comments = models.ManyToManyField(PublicComment, related_name="groups")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(summary="") & ~Q(answer=""), name="comment_group_says_what_and_why"
            )
        ]

    def __str__(self) -> str:
        return self.summary[:60]

    @property
    def tone(self) -> str:
        return OUTCOME_TONES[Outcome(self.outcome)]
