"""A record handed over with an answer: sealed, opened only by a look that leaves a line in the ledger."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.foundation.privacy import Open, PersonalData
from portal.foundation.sides import Side
from surveys.envelopes.order_free import OrderFree
from surveys.surveys.models import Survey


class Disclosure(OrderFree):
    """What one resident agreed to hand over in a survey that asks for names; the sheet bears the same `mark`.

    `name_index` finds the record of a name somebody states, without opening the others (for requests of those
    concerned); it is empty where the name was not handed over.
    """

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="disclosures")
    mark = models.CharField(max_length=64, unique=True)
    sealed_content = models.BinaryField()
    name_index = models.CharField(max_length=32, blank=True, db_index=True)

    side = Side.ISSUING
    personal_data = PersonalData(
        controller="sponsor",
        purpose="What the survey said it asks names for.",
        fields=("sealed_content", "name_index"),
        open={"name_index": Open.DIGEST},
        retention="Until the sponsor erases the records of the survey, which the ledger shows.",
        on_erasure="Deleted; the answers stay without a name.",
    )

    def __str__(self) -> str:
        return str(_("handed-over record"))
