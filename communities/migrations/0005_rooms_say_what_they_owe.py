"""Rooms opened before the framing was asked for get one from what is known; warnings get their numbers."""

from datetime import timedelta

from django.db import migrations
from django.utils import timezone

QUIET = ["dormant", "closure_proposed"]


def frame(apps, schema_editor):
    """Never an invented fact: the theme is the question, and what is not known is said to be open."""
    Room = apps.get_model("communities.Room")
    RoleAssignment = apps.get_model("residents.RoleAssignment")
    secretariat = (
        RoleAssignment.objects.filter(function="committee.secretariat", body__isnull=False)
        .order_by("-table_id")
        .first()
    )
    for room in Room.objects.filter(status="open").exclude(opening_resolution=""):
        room.question = room.question or (room.theme or room.title)[:500]
        room.decider = room.decider or "会議室の開設後に担当部署が示します"
        room.decided_when = room.decided_when or "会議室の開設後に担当部署が示します"
        room.still_open = room.still_open or "話し合いの内容は、すべてこれから検討します。"
        if room.related_body_id is None:
            room.related_body_id = secretariat.body_id if secretariat else None
        if room.closes_on is None:
            room.closes_on = max(timezone.localdate(), room.opens_on or timezone.localdate()) + timedelta(days=365)
        room.save()


def remember(apps, schema_editor):
    """What the rule said on the day of a warning; where no rule said anything, the room is not quiet."""
    Room = apps.get_model("communities.Room")
    Parameter = apps.get_model("foundation.Parameter")

    def row(name, day):
        found = Parameter.objects.filter(name=name, valid_from__lte=day).order_by("-valid_from").first()
        return found if found is not None and found.value is not None else None

    for room in Room.objects.filter(status__in=QUIET):
        warned_on = timezone.localdate(room.warned_at) if room.warned_at else None
        period = row("room.inactivity_days", warned_on) if warned_on else None
        grace = row("room.closure_grace_days", warned_on) if warned_on else None
        if period is None or grace is None:
            room.status, room.warned_at = "open", None
        else:
            room.warned_period, room.warned_grace = period.value, grace.value
            room.warned_basis = period.basis
            room.closes_after = warned_on + timedelta(days=grace.value)
        room.save()


def nothing(apps, schema_editor):
    """The words stay."""


class Migration(migrations.Migration):
    dependencies = [
        ("communities", "0004_rooms_framed_warned_and_summed_up"),
        ("foundation", "0001_initial"),
        ("residents", "0003_contracts_register"),
    ]

    operations = [migrations.RunPython(frame, nothing), migrations.RunPython(remember, nothing)]
