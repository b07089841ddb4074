"""The double envelope (二重封筒方式): the outer one knows who, the inner one knows what.

Issuing side: `Challenge`, `OuterEnvelope`, `Proof`. Answering side: `Ticket`, `InnerEnvelope`, `Receipt`.
No relation leads from one side to the other, and no column of theirs holds a common value.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.foundation.privacy import NoPersonalData, Open, PersonalData
from portal.foundation.sides import Side
from residents.models import Body
from surveys.certificates.models import CertificateKind
from surveys.surveys.models import Survey

from .order_free import OrderFree


class Challenge(models.Model):
    """A text shown once for signing; deleted the moment somebody hands in a signature for it."""

    nonce = models.CharField(max_length=64, primary_key=True)
    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="challenges")
    text = models.TextField()
    expires_at = models.DateTimeField(db_index=True)

    side = Side.ISSUING
    personal_data = NoPersonalData

    def __str__(self) -> str:
        return f"{self.survey}"


class OuterEnvelope(OrderFree):
    """That somebody drew a ticket: keyed digests of certificate and person, and the day; no content.

    The key dies when the survey closes, and so do these rows.
    """

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="outer_envelopes")
    certificate_digest = models.CharField(max_length=64)
    person_digest = models.CharField(max_length=64, null=True)
    drawn_on = models.DateField()

    side = Side.ISSUING
    personal_data = PersonalData(
        controller="sponsor",
        purpose="One answer per person, even after the certificate was renewed.",
        fields=("certificate_digest", "person_digest"),
        open={"certificate_digest": Open.DIGEST, "person_digest": Open.DIGEST},
        retention="Until the survey closes.",
        on_erasure="Cannot be found for a person: the digests are keyed and lead to nobody.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "certificate_digest"], name="outer_envelope_certificate_once"
            ),
            models.UniqueConstraint(fields=["survey", "person_digest"], name="outer_envelope_person_once"),
        ]

    def __str__(self) -> str:
        return str(_("ticket drawn"))


class ProofResult(models.TextChoices):
    GRANTED = "granted", _("granted")
    REJECTED = "rejected", _("rejected")
    DEFERRED = "deferred", _("could not be checked")


class Proof(OrderFree):
    """That a certificate was checked, with what result, by whom and against what; nobody's name or number [29]."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="proofs")
    verifying_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=CertificateKind)
    result = models.CharField(max_length=20, choices=ProofResult)
    reason = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=20, blank=True)
    status_known_on = models.DateField(null=True)
    on = models.DateField()

    side = Side.ISSUING
    personal_data = NoPersonalData

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(result=ProofResult.GRANTED, reason="")
                | (~Q(result=ProofResult.GRANTED) & ~Q(reason="")),
                name="proof_refused_with_reason",
            )
        ]

    def __str__(self) -> str:
        return f"{self.result} {self.reason}"


class Ticket(OrderFree):
    """The right to answer once, known only by the digest of a secret; spent by answering."""

    pool = models.UUIDField(db_index=True)
    digest = models.CharField(max_length=64, unique=True)
    mark = models.CharField(max_length=64, blank=True)
    """Empty in an anonymous survey; else what the sheet will bear (see `marks`)."""

    side = Side.ANSWERING
    personal_data = NoPersonalData

    def __str__(self) -> str:
        return self.digest[:8]


class InnerEnvelope(OrderFree):
    """One sheet of answers, sealed, by nobody, from no moment (see `sheets`)."""

    pool = models.UUIDField(db_index=True)
    sealed_answers = models.BinaryField()

    side = Side.ANSWERING
    personal_data = PersonalData(
        controller="sponsor",
        purpose="The tally of the survey.",
        fields=("sealed_answers",),
        retention="Until the result is published and checked.",
        on_erasure="Stays: it cannot be found for a person.",
    )

    def __str__(self) -> str:
        return str(_("answer sheet"))


class Receipt(OrderFree):
    """Proves to its holder that an answer arrived; leads to no answer."""

    pool = models.UUIDField(db_index=True)
    digest = models.CharField(max_length=64, unique=True)

    side = Side.ANSWERING
    personal_data = NoPersonalData

    def __str__(self) -> str:
        return self.digest[:8]
