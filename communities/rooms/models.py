"""Conference rooms (会議室): the city area for city affairs, the citizen area for everything shared."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from communities.forums.models import Forum, ForumKind
from portal.foundation import clock
from portal.foundation.models import Step, Stepped
from portal.foundation.privacy import Open, PersonalData
from residents.teams.models import people_of

from .lifecycle import MEASURED, QUIET, READABLE, ROOM, TONES, WRITABLE, RoomStatus
from .querysets import RoomQuerySet


class Area(models.TextChoices):
    CITY = "city", _("City area")
    CITIZEN = "citizen", _("Citizen area")


FRAMING = ("question", "decider", "decided_when", "still_open")
"""What is decided, by whom, by when, and what can still change: said before a city-area room opens."""

FRAMED = ~Q(Q(question="") | Q(decider="") | Q(decided_when="") | Q(still_open="")) & Q(
    related_body__isnull=False, closes_on__isnull=False
)


class Room(Stepped, Forum):
    """A room of the citizens' electronic conference (第3条). Its manager is the opener (citizen area)."""

    lifecycle = ROOM

    status = models.CharField(max_length=20, choices=RoomStatus)
    theme = models.TextField(_("theme"), max_length=4000, blank=True)
    question = models.TextField(_("what is decided"), max_length=500, blank=True)
    decider = models.CharField(_("who decides"), max_length=120, blank=True)
    decided_when = models.CharField(_("by when it is decided"), max_length=120, blank=True)
    still_open = models.TextField(_("what can still change"), max_length=500, blank=True)
    related_body = models.ForeignKey(
        "residents.Body", models.PROTECT, null=True, blank=True, related_name="related_rooms"
    )
    related_team = models.ForeignKey(
        "residents.Team", models.SET_NULL, null=True, blank=True, related_name="related_rooms"
    )
    """The team of the section that follows the room; without one the whole section does (checklist 92)."""
    opens_on = models.DateField(_("opens on"), null=True, blank=True)
    closes_on = models.DateField(_("discussion ends on"), null=True, blank=True)
    opening_resolution = models.CharField(_("resolution to open"), max_length=120, blank=True)
    closing_resolution = models.CharField(_("resolution to close"), max_length=120, blank=True)
    opener_connection = models.CharField(_("opener's connection to the city"), max_length=20, blank=True)
    summary = models.TextField(_("summary of the discussion"), blank=True)
    status_reason = models.TextField(blank=True)
    active_since = models.DateTimeField(default=clock.now)
    warned_at = models.DateTimeField(null=True, blank=True)
    warned_period = models.PositiveSmallIntegerField(_("days without a post"), null=True, blank=True)
    warned_grace = models.PositiveSmallIntegerField(_("days after the warning"), null=True, blank=True)
    warned_basis = models.CharField(_("rule of the warning"), max_length=200, blank=True)
    closes_after = models.DateField(_("not closed before the end of"), null=True, blank=True)
    objection = models.TextField(_("the opener's objection"), max_length=1000, blank=True)

    objects = RoomQuerySet.as_manager()
    personal_data = PersonalData(
        controller="city",
        purpose="Who opened a citizen-area room, and by which connection to the city (Art. 5).",
        fields=("manager", "opener_connection"),
        open={"opener_connection": Open.CHOICE},
        retention="As long as the room is kept.",
        on_erasure="Kept under the neutral name.",
    )

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        constraints = [
            models.CheckConstraint(
                condition=~Q(status__in=[RoomStatus.PREPARING, RoomStatus.SUMMARISING, RoomStatus.SUMMARISED])
                | ~Q(opening_resolution=""),
                name="room_city_area_has_a_resolution",
            ),
            models.CheckConstraint(
                condition=~Q(status=RoomStatus.SUMMARISED) | ~Q(summary=""),
                name="room_summarised_has_a_summary",
            ),
            models.CheckConstraint(
                condition=Q(opens_on__isnull=True)
                | Q(closes_on__isnull=True)
                | Q(closes_on__gte=models.F("opens_on")),
                name="room_days_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(status=RoomStatus.OPEN) | Q(opening_resolution="") | FRAMED,
                name="room_city_area_opens_framed",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=sorted(QUIET))
                | Q(
                    warned_at__isnull=False,
                    warned_period__isnull=False,
                    warned_grace__isnull=False,
                    closes_after__isnull=False,
                ),
                name="room_quiet_was_warned_with_numbers",
            ),
            models.CheckConstraint(
                condition=~Q(status=RoomStatus.OBJECTED) | ~Q(objection=""),
                name="room_objection_has_words",
            ),
        ]

    @property
    def area(self) -> str:
        return Area.CITY if self.kind == ForumKind.CITY_ROOM else Area.CITIZEN

    @property
    def tone(self) -> str:
        return TONES.get(self.status, "neutral")

    @property
    def is_framed(self) -> bool:
        """What a city-area room owes its participants before they speak."""
        named = self.related_body_id is not None and self.closes_on is not None
        return named and all(getattr(self, name) for name in FRAMING)

    def section_people(self) -> list[Any]:
        """Who of the section concerned hears of the room today."""
        return list(people_of(self.related_body, self.related_team))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """What a status means for readers and writers is said once, here."""
        self.is_published = self.status in READABLE
        self.accepts_posts = self.status in WRITABLE
        self.takes_topics = self.status not in MEASURED
        super().save(*args, **kwargs)


class RoomStep(Step):
    """History of a room, with the resolution it rests on."""

    subject = models.ForeignKey(Room, models.CASCADE, related_name="steps")
