"""The public call for members of one term, and the applications it brings."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.committees.models import CommitteeTerm
from portal.foundation.models import Step, Stepped, Uuid
from portal.foundation.privacy import NoPersonalData, PersonalData
from portal.foundation.sealing import SealedTextField
from residents.models import CityConnection

from . import querysets
from .lifecycle import APPLICATION, RECRUITMENT, ApplicationStatus, RecruitmentStatus


class Recruitment(Stepped):
    """公募: the public call for members of one term, with the items it must announce (第10条第1項)."""

    personal_data = NoPersonalData
    lifecycle = RECRUITMENT

    status = models.CharField(max_length=20, choices=RecruitmentStatus, editable=False)
    term = models.ForeignKey(CommitteeTerm, on_delete=models.PROTECT, related_name="recruitments")
    seats = models.PositiveSmallIntegerField(_("seats to fill"))
    opens_on = models.DateField(_("applications from"))
    closes_on = models.DateField(_("applications until"))
    duties = models.TextField(_("what members do"))
    selection_method = models.TextField(_("how members are selected"))
    required_items = models.TextField(
        _("what to hand in"), help_text=_("Article 12: the items the mayor asks for.")
    )

    objects = querysets.RecruitmentQuerySet.as_manager()

    class Meta:
        ordering = ["-opens_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="recruitment_window_not_reversed"
            ),
        ]

    def __str__(self):
        return _("Recruitment for %(term)s") % {"term": self.term}


class RecruitmentStep(Step):
    subject = models.ForeignKey(Recruitment, on_delete=models.CASCADE, related_name="steps")


class SeatApplication(Uuid, Stepped):
    """応募: a person asks the mayor for a seat in one recruitment (第11条, 第12条)."""

    lifecycle = APPLICATION
    personal_data = PersonalData(
        controller="city",
        purpose="to select the members of a committee",
        fields=("applicant", "connection", "motives"),
        retention="until one year after the recruitment is completed, if not selected",
        on_erasure="motives are removed, the row stays as a number",
    )

    status = models.CharField(max_length=20, choices=ApplicationStatus, editable=False)
    recruitment = models.ForeignKey(Recruitment, on_delete=models.PROTECT, related_name="applications")
    applicant = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    connection = models.CharField(_("connection to the city"), max_length=20, choices=CityConnection.Kind)
    uses_internet = models.BooleanField(_("reads web pages and exchanges e-mail"))
    motives = SealedTextField(_("motives"), purpose="seat_applications")
    submitted_at = models.DateTimeField()

    objects = querysets.SeatApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["submitted_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["recruitment", "applicant"],
                condition=~Q(status=ApplicationStatus.WITHDRAWN),
                name="one_application_per_recruitment",
            ),
            models.CheckConstraint(condition=Q(uses_internet=True), name="applicant_uses_the_internet"),
        ]

    def __str__(self):
        return _("Application for %(recruitment)s") % {"recruitment": self.recruitment}


class SeatApplicationStep(Step):
    subject = models.ForeignKey(SeatApplication, on_delete=models.CASCADE, related_name="steps")
