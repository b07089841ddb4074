"""An application for a seat: what the applicant declares, and what the selection adds to it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.recruitments.models import Recruitment
from portal.foundation.models import Step, Stepped, Uuid
from portal.foundation.privacy import PersonalData
from portal.foundation.sealing import NOBODY, SealedTextField

from . import querysets
from .lifecycle import APPLICATION, ApplicationStatus, Channel


class SeatApplication(Uuid, Stepped):
    """応募: a person asks the mayor for a seat in one recruitment (第11条, 第12条)."""

    lifecycle = APPLICATION
    personal_data = PersonalData(
        controller="city",
        purpose="to select the members of a committee, with regard to the balance of its members",
        fields=(
            "applicant",
            "connection",
            "motives",
            "answers",
            "age_band",
            "gender",
            "area",
            "local_activity",
            "interview_note",
        ),
        retention="as announced with the recruitment (application.retention_days), if it led to no seat",
        on_erasure="the whole application is destroyed, only its number is counted",
    )

    status = models.CharField(max_length=20, choices=ApplicationStatus, editable=False)
    recruitment = models.ForeignKey(Recruitment, on_delete=models.PROTECT, related_name="applications")
    applicant = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(_("channel"), max_length=10, choices=Channel, default=Channel.ONLINE)
    received_on = models.DateField(_("paper received on"), null=True, blank=True)
    connection = SealedTextField(
        _("connection to the city"), purpose="seat_applications", given_by="applicant_id"
    )
    uses_internet = models.BooleanField(_("reads web pages and exchanges e-mail"))
    motives = SealedTextField(_("motives"), purpose="seat_applications", given_by="applicant_id")
    answers = SealedTextField(
        _("answers to the items asked for"), purpose="seat_applications", given_by="applicant_id"
    )
    age_band = SealedTextField(_("age band"), purpose="seat_applications", given_by="applicant_id")
    gender = SealedTextField(_("gender"), purpose="seat_applications", given_by="applicant_id")
    area = SealedTextField(_("area of the city"), purpose="seat_applications", given_by="applicant_id")
    local_activity = SealedTextField(
        _("local activities"), purpose="seat_applications", given_by="applicant_id"
    )
    submitted_at = models.DateTimeField()
    interviewed_on = models.DateField(_("interviewed on"), null=True, blank=True)
    interview_note = SealedTextField(_("interview note"), purpose="seat_applications", given_by=NOBODY)
    reserve_rank = models.PositiveSmallIntegerField(_("place on the reserve list"), null=True, blank=True)

    objects = querysets.SeatApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["submitted_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["recruitment", "applicant"],
                condition=~Q(status=ApplicationStatus.WITHDRAWN),
                name="one_application_per_recruitment",
            ),
            models.CheckConstraint(
                condition=Q(uses_internet=True) | Q(status=ApplicationStatus.DRAFT),
                name="applicant_uses_the_internet",
            ),
            models.CheckConstraint(
                condition=Q(channel=Channel.PAPER, received_on__isnull=False)
                | (~Q(channel=Channel.PAPER) & Q(received_on__isnull=True)),
                name="paper_application_has_a_day",
            ),
            models.UniqueConstraint(
                fields=["recruitment", "reserve_rank"],
                condition=Q(status=ApplicationStatus.RESERVE),
                name="one_application_per_reserve_place",
            ),
        ]

    def __str__(self):
        return _("Application for %(recruitment)s") % {"recruitment": self.recruitment}


class SeatApplicationStep(Step):
    subject = models.ForeignKey(SeatApplication, on_delete=models.CASCADE, related_name="steps")


class Supplement(Uuid):
    """補足: what the secretariat asked an applicant to add to an application, and the answer."""

    personal_data = PersonalData(
        controller="city",
        purpose="to complete an application before it is judged",
        fields=("asked_by", "request", "reply"),
        retention="with the application",
        on_erasure="destroyed with the application",
    )

    application = models.ForeignKey(SeatApplication, on_delete=models.CASCADE, related_name="supplements")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    request = SealedTextField(_("what is asked for"), purpose="seat_applications", given_by="asked_by_id")
    reply = SealedTextField(
        _("reply of the applicant"), purpose="seat_applications", given_by="application__applicant_id"
    )
    replied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application"], condition=Q(replied_at__isnull=True), name="one_open_supplement"
            ),
        ]

    def __str__(self):
        return f"{self.application} {self.asked_at:%Y-%m-%d}"
