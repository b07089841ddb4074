"""A claim about one post, and the post as it was frozen."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.violations.frozen import FrozenPost
from portal.foundation import clock
from portal.foundation.models import Step, Stepped, Uuid
from portal.foundation.privacy import Open, PersonalData
from portal.foundation.sealing import SealedTextField

from .lifecycle import CLAIM, OPEN_CLAIMS, TONES, ClaimStatus, Right
from .querysets import ClaimQuerySet

PURPOSE = "governance.rights_claim"


class RightsClaim(Uuid, Stepped):
    """権利侵害の申出: about whether a post stays here, and nothing else; name and address of the claimant rest sealed."""

    lifecycle = CLAIM
    personal_data = PersonalData(
        controller="city",
        purpose="Asking the author and deciding whether the post stays (Act on information distribution platforms, "
        "Art. 3 (2) ii).",
        fields=("claimant", "author", "claimant_name", "contact", "why", "reply", "outcome_reason"),
        open={"outcome_reason": Open.DECISION},
        retention="Five years after the decision (violation.retention_years), then erased by the clock.",
        on_erasure="The claimant is forgotten; name, address and words are erased.",
    )

    status = models.CharField(max_length=20, choices=ClaimStatus, editable=False)
    post = models.ForeignKey(
        "communities.Post", models.SET_NULL, null=True, blank=True, related_name="rights_claims"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="rights_claims", verbose_name=_("author")
    )
    claimant = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="claims_made"
    )
    claimant_name = SealedTextField(purpose=PURPOSE, given_by="claimant_id")
    contact = SealedTextField(purpose=PURPOSE, given_by="claimant_id")
    right = models.CharField(_("right"), max_length=20, choices=Right)
    why = SealedTextField(purpose=PURPOSE, given_by="claimant_id")
    received_at = models.DateTimeField(_("received"), default=clock.now)
    due_on = models.DateField(_("next step due"), null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    inquiry = models.TextField(_("what the author is asked"), blank=True)
    reply_until = models.DateField(_("reply possible until"), null=True, blank=True)
    reply = SealedTextField(purpose=PURPOSE, given_by="author_id")
    outcome_reason = models.TextField(_("reason of the decision"), blank=True)
    settled_at = models.DateTimeField(_("decided"), null=True, blank=True)
    erased_on = models.DateField(_("evidence erased"), null=True, blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=sorted(OPEN_CLAIMS)) | Q(settled_at__isnull=False),
                name="rights_claim_decided_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(status=ClaimStatus.INQUIRED) | Q(reply_until__isnull=False),
                name="rights_claim_inquiry_has_its_last_day",
            ),
        ]
        indexes = [
            models.Index(fields=["due_on", "id"], name="rights_claim_due"),
            models.Index(fields=["-received_at", "-id"], name="rights_claim_newest"),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("governance:rights-claim-detail", args=[self.pk])

    def get_receipt_url(self) -> str:
        return reverse("governance:rights-claim-receipt", args=[self.pk])

    @property
    def number(self) -> str:
        return f"R{timezone.localtime(self.received_at):%Y%m%d}-{self.pk.hex[:6].upper()}"

    @property
    def place(self) -> str:
        return self.evidence.place if self.erased_on is None else ""

    @property
    def tone(self) -> str:
        return TONES.get(ClaimStatus(self.status), "neutral")

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_CLAIMS


class RightsClaimStep(Step):
    """One act in the life of a claim."""

    subject = models.ForeignKey(RightsClaim, models.CASCADE, related_name="steps")


class ClaimEvidence(FrozenPost):
    """証拠: the post as it stood when the claim came in."""

    personal_data = PersonalData(
        controller="city",
        purpose="Deciding on what was said, whatever happens to the post afterwards.",
        fields=("author_name", "content", "earlier"),
        retention="Five years after the decision (violation.retention_years), then deleted by the clock.",
        on_erasure="Kept until the claim is decided, then deleted.",
    )

    claim = models.OneToOneField(RightsClaim, models.CASCADE, related_name="evidence")
