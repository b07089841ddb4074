"""Meetings of a committee, and who was present."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from communities.models import Room
from governance.committees.models import CommitteeTerm
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import PersonalData
from residents.models import Body

from . import querysets
from .lifecycle import MEETING, MeetingMode, MeetingStatus


class Meeting(Stepped):
    """会議: a sitting of a committee, announced beforehand, open in principle, with published minutes (2.8)."""

    lifecycle = MEETING
    personal_data = PersonalData(
        controller="city",
        purpose="to record who was asked to preside, and who did",
        fields=("entrusted_to", "presided_by"),
        retention="permanent record of the town",
        on_erasure="the name is neutralised",
    )

    status = models.CharField(max_length=20, choices=MeetingStatus, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    term = models.ForeignKey(CommitteeTerm, on_delete=models.PROTECT, related_name="meetings")
    number = models.PositiveSmallIntegerField(_("number of the meeting"))
    title = models.CharField(_("title"), max_length=120)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    mode = models.CharField(
        _("how it is held"), max_length=10, choices=MeetingMode, default=MeetingMode.OFFLINE
    )
    room = models.ForeignKey(Room, null=True, blank=True, on_delete=models.PROTECT, related_name="sittings")
    place = models.CharField(_("place or room"), max_length=200)
    agenda = models.TextField(_("agenda"))
    is_open = models.BooleanField(_("open to the public"), default=True)
    closing_ground = models.TextField(_("why it is closed to the public"), blank=True)
    announced_on = models.DateField(_("announced on"), null=True, blank=True)
    is_short_notice = models.BooleanField(_("announced at short notice"), default=False)
    entrusted_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    presided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    seats = models.PositiveSmallIntegerField(_("members in office"), null=True, blank=True)
    observers = models.PositiveSmallIntegerField(_("observers"), null=True, blank=True)
    materials = models.TextField(_("materials"), blank=True)
    sequence = models.PositiveIntegerField(_("changes since it was announced"), default=0, editable=False)

    objects = querysets.MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["term", "number"], name="one_meeting_per_number"),
            models.CheckConstraint(
                condition=Q(is_open=True) | ~Q(closing_ground=""), name="closed_meeting_has_a_ground"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("starts_at")), name="meeting_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=~Q(mode=MeetingMode.ONLINE) | Q(room__isnull=False),
                name="online_meeting_has_a_room",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:meeting-detail", args=[self.body.code, self.pk])

    @property
    def is_online(self) -> bool:
        return self.mode == MeetingMode.ONLINE

    @property
    def held_on(self) -> date:
        """The day of the town on which it is held; offices and seats are those of this day."""
        return timezone.localtime(self.starts_at).date()


class MeetingStep(Step):
    subject = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="steps")


class Attendance(models.Model):
    """A member's explicit act of being present; the quorum counts these."""

    personal_data = PersonalData(
        controller="city",
        purpose="to show that enough members were present",
        fields=("member",),
        retention="permanent record of the town",
        on_erasure="the name is neutralised, the count stays",
    )

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="present_once_per_meeting"),
        ]

    def __str__(self):
        return str(self.member)
