"""The public list of keys, what was signed blind, what was spent, and the public list of receipts.

Issuing side: `BlindDraw`. Answering side: `SpentToken`. Between them there is no relation and no common
value, and not even a common secret: what was signed is not what is spent (RFC 9474).
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.privacy import NoPersonalData
from portal.foundation.sides import Side
from surveys.envelopes.order_free import OrderFree
from surveys.surveys.models import Survey

NOTHING_BEFORE = "0" * 64


class BallotKey(models.Model):
    """A survey's key in the public list: made for it alone, and named there before anybody draws.

    Entries are only added; each names the one before. The secret half rests sealed under the survey's own
    key and cannot be opened any more once that is destroyed, at closing.
    """

    number = models.PositiveIntegerField(unique=True)
    survey = models.OneToOneField(Survey, on_delete=models.PROTECT, related_name="ballot_key")
    public_key = models.BinaryField()
    fingerprint = models.CharField(max_length=64, unique=True)
    published_on = models.DateField()
    previous_hash = models.CharField(max_length=64, unique=True)
    entry_hash = models.CharField(max_length=64, unique=True)
    sealed_private = models.BinaryField(null=True, editable=False)

    personal_data = NoPersonalData

    def __str__(self) -> str:
        return f"{self.number} {self.fingerprint[:16]}"


class BlindDraw(OrderFree):
    """That one answer ticket was given back for a signature on something nobody here could read.

    Kept so that a lost reply can be sent again, for the very same number only; thrown away after the closing.
    """

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="blind_draws")
    ticket_digest = models.CharField(max_length=64, unique=True)
    blinded_digest = models.CharField(max_length=64)
    signature = models.BinaryField()

    side = Side.ISSUING
    personal_data = NoPersonalData

    def __str__(self) -> str:
        return str(_("signed blind"))


class SpentToken(OrderFree):
    """A token that has been used; no second answer comes in by it."""

    pool = models.UUIDField(db_index=True)
    digest = models.CharField(max_length=64, unique=True)

    side = Side.ANSWERING
    personal_data = NoPersonalData

    def __str__(self) -> str:
        return self.digest[:8]


class BoardPage(models.Model):
    """One day's page of the public list of receipts: what is new, how many in all, and one number over all.

    Each page names the one before. The last one is written after the closing. It knows days, because everybody
    who reads the list every day knows them too; a receipt leads to no answer.
    """

    pool = models.UUIDField()
    number = models.PositiveIntegerField()
    day = models.DateField()
    added = models.JSONField()
    receipts = models.PositiveIntegerField()
    drawn = models.PositiveIntegerField()
    root = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    page_hash = models.CharField(max_length=64)
    is_last = models.BooleanField(default=False)

    side = Side.ANSWERING
    personal_data = NoPersonalData

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pool", "number"], name="board_page_number_once"),
            models.UniqueConstraint(
                fields=["pool"], condition=models.Q(is_last=True), name="board_page_last_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.receipts}"
