"""Between a proof and its ticket, where the two cannot happen in one moment."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.privacy import PersonalData
from portal.foundation.sides import Side
from surveys.envelopes.order_free import OrderFree
from surveys.surveys.models import Survey


class VoucherState(models.TextChoices):
    WAITING = "waiting", _("still to be checked")
    READY = "ready", _("ready to be collected")
    REFUSED = "refused", _("not accepted")


class Voucher(OrderFree):
    """The right to collect one ticket, known only by the digest of a code; no ticket exists before it is collected.

    `sealed_content` is a signature while it waits to be checked, and afterwards only what marks the person as having
    drawn. It holds no moment: when somebody proved themselves is nobody's business.
    """

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="vouchers")
    digest = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=20, choices=VoucherState)
    sealed_content = models.BinaryField(default=b"")
    sealed_address = models.BinaryField(default=b"")
    """Where the resident wishes to hear that the check was made; deleted as soon as they were told."""
    reason = models.CharField(max_length=40, blank=True)
    attempts = models.PositiveIntegerField(default=0)

    side = Side.ISSUING
    personal_data = PersonalData(
        controller="sponsor",
        purpose="Checking a signature later, and handing a ticket out once.",
        fields=("sealed_content", "sealed_address"),
        retention="Until the ticket is collected, at the latest until the survey closes; then its key is destroyed.",
        on_erasure="Cannot be found for a person: only the holder of the code leads to it.",
    )

    def __str__(self) -> str:
        return str(self.get_state_display())
