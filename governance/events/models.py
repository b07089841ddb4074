"""Events of a committee, their kinds, and who means to come."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from communities.models import Room
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import NoPersonalData, PersonalData
from residents.models import Body

from . import querysets
from .lifecycle import EVENT, TONES, EventStatus


class EventKind(models.Model):
    """What sort of event it is (市民まつり、交流会、市民エリア開設者懇談会、オフ会): data, added by first use."""

    personal_data = NoPersonalData

    name = models.CharField(_("kind of event"), max_length=60, unique=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.name


class CommitteeEvent(Stepped):
    """催し: what the committee invites people to, from the plan to the report (checklist 65, 68)."""

    lifecycle = EVENT
    personal_data = NoPersonalData

    status = models.CharField(max_length=20, choices=EventStatus, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="committee_events")
    kind = models.ForeignKey(EventKind, on_delete=models.PROTECT, related_name="events")
    title = models.CharField(_("title"), max_length=120)
    about = models.TextField(_("what it is about"), max_length=2000)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    place = models.CharField(_("place"), max_length=200)
    room = models.ForeignKey(Room, null=True, blank=True, on_delete=models.PROTECT, related_name="events")
    takes_sign_ups = models.BooleanField(_("people sign up"), default=False)
    capacity = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)
    sign_up_until = models.DateField(_("sign up until"), null=True, blank=True)
    announced_at = models.DateTimeField(null=True, blank=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    status_reason = models.TextField(blank=True, editable=False)
    signed_up = models.PositiveIntegerField(_("people signed up"), null=True, blank=True)
    attended = models.PositiveIntegerField(_("people who came"), null=True, blank=True)
    report = models.TextField(_("report"), max_length=4000, blank=True)

    objects = querysets.EventQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at", "-id"]
        indexes = [models.Index(fields=["body", "-starts_at", "-id"], name="event_of_body")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="event_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(status__in=[EventStatus.PLANNED, EventStatus.CANCELLED])
                | Q(announced_at__isnull=False),
                name="event_was_announced",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[EventStatus.HELD, EventStatus.REPORTED]) | Q(attended__isnull=False),
                name="event_held_counts_who_came",
            ),
            models.CheckConstraint(
                condition=~Q(status=EventStatus.REPORTED) | ~Q(report=""), name="event_reported_has_a_report"
            ),
            models.CheckConstraint(
                condition=~Q(status=EventStatus.CANCELLED) | ~Q(status_reason=""),
                name="event_cancelled_says_why",
            ),
            models.CheckConstraint(
                condition=Q(takes_sign_ups=True) | Q(capacity__isnull=True, sign_up_until__isnull=True),
                name="event_places_need_sign_ups",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:event-detail", args=[self.body.code, self.pk])

    @property
    def tone(self) -> str:
        return TONES.get(self.status, "neutral")

    @property
    def held_on(self) -> date:
        return timezone.localtime(self.starts_at).date()

    @property
    def last_day_to_sign_up(self) -> date:
        return self.sign_up_until or self.held_on


class CommitteeEventStep(Step):
    subject = models.ForeignKey(CommitteeEvent, on_delete=models.CASCADE, related_name="steps")


class SignUp(models.Model):
    """One person means to come. Nothing but that is asked, and it is forgotten with the report."""

    personal_data = PersonalData(
        controller="city",
        purpose="to keep a place at an event and to tell those who come if it changes",
        fields=("person",),
        retention="until the report is published or the event is cancelled; the number stays",
        on_erasure="deleted with the account",
    )

    event = models.ForeignKey(CommitteeEvent, on_delete=models.CASCADE, related_name="sign_ups")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="event_sign_ups"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["event", "person"], name="signed_up_once_per_event")]

    def __str__(self):
        return str(self.person)
