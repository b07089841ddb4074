"""That somebody proved themselves at a counter: which kind of document, which two members of staff; nobody's name."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.foundation.models import Step, Stepped, Uuid
from portal.foundation.privacy import Open, PersonalData
from portal.foundation.sides import Side
from surveys.surveys.models import Survey

from .lifecycle import COUNTER_CHECK, TONES, CheckStatus


class Document(models.TextChoices):
    """本人確認書類の種類. Only the kind is kept; no number is ever copied."""

    NUMBER_CARD = "number_card", _("Individual Number Card (front side)")
    LICENCE = "licence", _("driving licence")
    RESIDENCE_CARD = "residence_card", _("residence card or special permanent resident certificate")
    PASSPORT_AND_OTHER = "passport", _("passport, with a paper that shows the address")
    DISABILITY = "disability", _("disability certificate with a photograph")
    TWO_WITHOUT_PHOTO = "two", _("two documents without a photograph")


class CounterCheck(Uuid, Stepped):
    """One check by two members of staff, each entering for themselves what the document shows.

    What they enter is compared and forgotten; `person_digest` (keyed, under the survey's key) lets the second entry
    be held against the first and is emptied when the survey closes.
    """

    lifecycle = COUNTER_CHECK
    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="counter_checks")
    document = models.CharField(_("document seen"), max_length=20, choices=Document)
    namesakes = models.PositiveSmallIntegerField(_("people of these details in the register"), default=1)
    person_digest = models.CharField(max_length=64, blank=True)
    status = models.CharField(max_length=20, choices=CheckStatus)

    side = Side.ISSUING
    personal_data = PersonalData(
        controller="city",
        purpose="Holding the second entry against the first.",
        fields=("person_digest",),
        open={"person_digest": Open.DIGEST},
        retention="Until the survey closes.",
        on_erasure="Cannot be found for a person: the digest is keyed and leads to nobody.",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(namesakes__gte=1), name="counter_check_counts_the_person")
        ]

    def __str__(self) -> str:
        return f"{self.survey}"

    @property
    def tone(self) -> str:
        return TONES[CheckStatus(self.status)]


class CounterCheckStep(Step):
    subject = models.ForeignKey(CounterCheck, on_delete=models.CASCADE, related_name="steps")

    side = Side.ISSUING

    class Meta(Step.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.verb} {self.at}"
