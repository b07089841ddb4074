"""What each selector found about an application: a score with its note, or a declared conflict."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.applications.models import SeatApplication
from portal.foundation.models import Uuid
from portal.foundation.privacy import PersonalData
from portal.foundation.sealing import SealedTextField


class Assessment(Uuid):
    """評価: one selector's score from 1 to 5 with a note in words, or the reason why they must not judge.

    Character is a human note, never a computed score; scores are not added up for anybody.
    """

    personal_data = PersonalData(
        controller="city",
        purpose="to select the members of a committee by more than one person's judgement",
        fields=("selector", "note", "conflict"),
        retention="with the application",
        on_erasure="destroyed with the application",
    )

    application = models.ForeignKey(SeatApplication, on_delete=models.CASCADE, related_name="assessments")
    selector = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField(_("score"), null=True, blank=True)
    note = SealedTextField(_("note"), purpose="seat_applications", given_by="selector_id")
    conflict = SealedTextField(_("conflict of interest"), purpose="seat_applications", given_by="selector_id")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(fields=["application", "selector"], name="one_assessment_per_selector"),
            models.CheckConstraint(
                condition=Q(score__isnull=True) & ~Q(conflict=b"")
                | Q(score__isnull=False, score__range=(1, 5), conflict=b""),
                name="assessment_is_a_score_or_a_conflict",
            ),
        ]

    def __str__(self):
        return str(self.selector)
