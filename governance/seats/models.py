"""The seats of a committee, each commissioned by the mayor, and the offices their holders take."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.applications.models import SeatApplication
from governance.committees.models import CommitteeTerm, SizeDecision
from portal.foundation import clock
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import NoPersonalData, PersonalData
from residents.models import BodyMembership

from . import querysets
from .lifecycle import OFFICE, SEAT, OfficeKind, OfficeStatus, SeatEnd, SeatStatus


class Seat(Stepped):
    """委嘱: one person's membership in one term, created by the mayor from an application (第10条)."""

    lifecycle = SEAT
    personal_data = PersonalData(
        controller="city",
        purpose="to publish who sits on a committee and to pay the honorarium",
        fields=("person",),
        retention="permanent record of the town",
        on_erasure="the name is neutralised, the seat stays",
    )

    status = models.CharField(max_length=20, choices=SeatStatus, editable=False)
    term = models.ForeignKey(CommitteeTerm, on_delete=models.PROTECT, related_name="seats")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="committee_seats"
    )
    application = models.OneToOneField(SeatApplication, on_delete=models.PROTECT, related_name="seat")
    membership = models.OneToOneField(
        BodyMembership, null=True, blank=True, on_delete=models.PROTECT, related_name="seat"
    )
    letter_number = models.CharField(_("number of the commission letter"), max_length=40, unique=True)
    commissioned_on = models.DateField(_("commissioned on"))
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day of the term"))
    is_reappointed = models.BooleanField(_("reappointed"))
    size_decision = models.ForeignKey(
        SizeDecision, null=True, blank=True, on_delete=models.PROTECT, related_name="seats"
    )
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="substitute"
    )
    ended_on = models.DateField(_("last day in the seat"), null=True, blank=True)
    end_reason = models.CharField(max_length=20, choices=SeatEnd, blank=True)

    objects = querysets.SeatQuerySet.as_manager()

    class Meta:
        ordering = ["term", "id"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(status=SeatStatus.ENDED, ended_on__isnull=False) & ~Q(end_reason=""))
                | (~Q(status=SeatStatus.ENDED) & Q(ended_on__isnull=True, end_reason="")),
                name="seat_end_has_day_and_reason",
            ),
            models.CheckConstraint(
                condition=Q(membership__isnull=False) | Q(ended_on__lt=F("starts_on")),
                name="seat_that_began_has_a_membership",
            ),
            models.UniqueConstraint(
                fields=["term", "person"],
                condition=~Q(status=SeatStatus.ENDED),
                name="one_seat_per_person_and_term",
            ),
        ]

    def __str__(self):
        return str(self.person)

    @property
    def is_to_come(self) -> bool:
        """Commissioned, and the first day has not come: nothing can be done by it yet."""
        return clock.today() < self.starts_on


class SeatStep(Step):
    subject = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="steps")


class Office(Stepped):
    """運営委員長 or 副委員長: an office within a term, held by somebody who has a seat in it."""

    lifecycle = OFFICE
    personal_data = NoPersonalData

    status = models.CharField(max_length=20, choices=OfficeStatus, editable=False)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="offices")
    kind = models.CharField(_("office"), max_length=20, choices=OfficeKind)
    from_on = models.DateField(_("in office from"))
    until_on = models.DateField(_("last day in office"), null=True, blank=True)
    resolution = models.ForeignKey(
        "governance.Resolution", null=True, blank=True, on_delete=models.PROTECT, related_name="offices"
    )

    objects = querysets.OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "from_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["seat"], condition=Q(status=OfficeStatus.HELD), name="one_office_per_seat"
            ),
            models.CheckConstraint(
                condition=Q(status=OfficeStatus.HELD, until_on__isnull=True)
                | Q(status=OfficeStatus.ENDED, until_on__isnull=False),
                name="office_end_has_a_day",
            ),
        ]

    def __str__(self):
        return self.get_kind_display()


class OfficeStep(Step):
    subject = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="steps")
