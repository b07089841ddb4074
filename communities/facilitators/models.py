"""Who chairs which room, from when to when, and where the person comes from."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from communities.forums.models import Forum
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import PersonalData

from .lifecycle import ACCEPTING, FACILITATOR, FacilitatorStatus
from .querysets import FacilitatorQuerySet


class Source(models.TextChoices):
    """Where a facilitator comes from decides whether an honorarium is due (checklist 71–74)."""

    COMMITTEE_MEMBER = "committee_member", _("Member of the committee")
    DISPATCHED = "dispatched", _("Sent by an organisation")
    OTHER = "other", _("Other")
    OPENER = "opener", _("Opener of the room")
    NOMINEE = "nominee", _("Named by the opener")


class FacilitatorAssignment(Stepped):
    """A person chairs a room (進行役, 第14条). A change of source ends one row and begins the next."""

    lifecycle = FACILITATOR

    forum = models.ForeignKey(Forum, models.CASCADE, related_name="facilitators")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="facilitator_assignments"
    )
    source = models.CharField(_("comes from"), max_length=20, choices=Source)
    dispatched_by = models.ForeignKey(
        "residents.Body", models.PROTECT, null=True, blank=True, related_name="dispatched_facilitators"
    )
    contract = models.ForeignKey(
        "residents.Contract", models.PROTECT, null=True, blank=True, related_name="dispatched_facilitators"
    )
    """Under which the organisation sends the person; the office ends with it ([2.18])."""
    resolution = models.CharField(_("resolution"), max_length=120, blank=True)
    status = models.CharField(max_length=10, choices=FacilitatorStatus)
    begins_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    objects = FacilitatorQuerySet.as_manager()

    personal_data = PersonalData(
        controller="city",
        purpose="Who chairs a public room, and the honorarium that follows.",
        fields=("person",),
        retention="As the accounts of the committee.",
        on_erasure="Kept under the neutral name.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["forum", "person"],
                condition=Q(status__in=[FacilitatorStatus.NOMINATED, *sorted(ACCEPTING)]),
                name="facilitator_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(source=Source.DISPATCHED) | Q(dispatched_by__isnull=False),
                name="facilitator_dispatched_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(contract__isnull=True) | Q(source=Source.DISPATCHED),
                name="facilitator_under_a_contract_is_dispatched",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(begins_on__isnull=True)
                | Q(ends_on__gte=F("begins_on")),
                name="facilitator_days_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.forum}"


class FacilitatorAssignmentStep(Step):
    """Designation, acceptance, beginning, end."""

    subject = models.ForeignKey(FacilitatorAssignment, models.CASCADE, related_name="steps")
