"""The verbs of a theme, and of the city-area room the committee opens for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from communities.facilitators import actions as facilitators
from communities.models import Room
from communities.rooms import actions as rooms
from communities.rooms.lifecycle import RoomStatus
from governance.resolutions.models import Resolution
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from residents.models import Body

from . import notifications
from .lifecycle import Origin, Source
from .models import ThemeProposal
from .permissions import (
    can_admit_theme,
    can_adopt_theme,
    can_decide_on_room,
    can_not_adopt_theme,
    can_prepare_room,
    can_raise_theme,
    can_receive_theme,
    can_redirect_theme,
)


@dataclass(frozen=True)
class Nominee:
    """A facilitator the committee names, and where the person comes from (第14条)."""

    person: Any
    source: str
    dispatched_by: Body | None = None


@transaction.atomic
def raise_theme(
    *,
    by: Acting,
    title: str,
    description: str,
    origin: str = Origin.CITIZEN,
    source: str = Source.ONLINE,
    supporters: int = 1,
) -> ThemeProposal:
    """Ask for a matter of city affairs to be discussed (第4条第1号, 第2号)."""
    require(can_raise_theme(by, origin, source))
    is_raiser = source == Source.ONLINE and origin == Origin.CITIZEN
    theme = ThemeProposal(
        title=title,
        description=description,
        origin=origin,
        source=source,
        supporters=supporters,
        raised_by=by.person if is_raiser else None,
        raising_unit=by.body if origin == Origin.CITY else None,
        raised_at=clock.now(),
    )
    theme.step("raise_theme", by=by)
    audit.record("governance.theme.raised", by=by, target=theme)
    notifications.theme_raised(theme, by=by)
    return theme


@transaction.atomic
def receive(theme: ThemeProposal, *, by: Acting) -> ThemeProposal:
    """The secretariat has the theme on its desk."""
    theme = _locked(theme)
    require(can_receive_theme(by, theme))
    theme.step("receive", by=by)
    audit.record("governance.theme.received", by=by, target=theme)
    notifications.theme_received(theme, by=by)
    return theme


@transaction.atomic
def admit(theme: ThemeProposal, *, by: Acting) -> ThemeProposal:
    """It is a matter of city affairs; the committee will look at it, in public."""
    theme = _locked(theme)
    require(can_admit_theme(by, theme))
    theme.step("admit", by=by)
    audit.record("governance.theme.admitted", by=by, target=theme, public=True)
    notifications.theme_admitted(theme, by=by)
    return theme


@transaction.atomic
def redirect(theme: ThemeProposal, *, by: Acting, reason: str) -> ThemeProposal:
    """It belongs elsewhere: to the consultation section or to the citizen area."""
    theme = _locked(theme)
    require(can_redirect_theme(by, theme))
    theme.step("redirect", by=by, reason=reason, answer=reason)
    audit.record("governance.theme.redirected", by=by, target=theme, reason=reason)
    notifications.theme_redirected(theme, by=by)
    return theme


@transaction.atomic
def adopt(theme: ThemeProposal, *, by: Acting, resolution: Resolution, reason: str = "") -> ThemeProposal:
    """テーマの選定: the committee chooses the theme (第9条第2号)."""
    theme = _locked(theme)
    require(can_adopt_theme(by, theme, resolution))
    theme.step("adopt", by=by, reason=reason, answer=reason, resolution=resolution)
    audit.record(
        "governance.theme.adopted", by=by, target=theme, reference=resolution.printed_number, public=True
    )
    notifications.theme_adopted(theme, by=by)
    return theme


@transaction.atomic
def not_adopt(theme: ThemeProposal, *, by: Acting, reason: str) -> ThemeProposal:
    """The committee does not choose the theme, and says why."""
    theme = _locked(theme)
    require(can_not_adopt_theme(by, theme))
    theme.step("not_adopt", by=by, reason=reason, answer=reason)
    audit.record("governance.theme.not_adopted", by=by, target=theme, reason=reason, public=True)
    notifications.theme_not_adopted(theme, by=by)
    return theme


@transaction.atomic
def prepare_room(
    theme: ThemeProposal,
    *,
    by: Acting,
    resolution: Resolution,
    slug: str,
    nominees: Iterable[Nominee],
    related_body: Body | None = None,
    opens_on: date | None = None,
    closes_on: date | None = None,
) -> Room:
    """The committee resolves to open a city-area room and names its facilitators (第4条, 第14条)."""
    theme = _locked(theme)
    require(can_prepare_room(by, theme, resolution))
    number = resolution.printed_number
    room = rooms.prepare(
        by=by,
        resolution=number,
        slug=slug,
        title=theme.title,
        purpose=theme.description,
        theme=theme.title,
        related_body=related_body,
        opens_on=opens_on,
        closes_on=closes_on,
    )
    for nominee in nominees:
        facilitators.designate(
            room,
            nominee.person,
            by=by,
            source=nominee.source,
            resolution=number,
            dispatched_by=nominee.dispatched_by,
        )
    theme.step("prepare_room", by=by, reason=number, room=room)
    audit.record("governance.theme.room_prepared", by=by, target=theme, reference=number)
    return room


@transaction.atomic
def open_city_area_room(theme: ThemeProposal, *, by: Acting, resolution: Resolution) -> Room:
    """Open the room once a facilitator has accepted."""
    theme = _locked(theme)
    require(can_decide_on_room(by, theme, resolution))
    assert theme.room is not None  # the question above refuses where no room was prepared
    room = rooms.open(theme.room, by=by, resolution=resolution.printed_number)
    audit.record("governance.theme.room_opened", by=by, target=theme, reference=resolution.printed_number)
    notifications.theme_room_opened(theme, by=by)
    return room


@transaction.atomic
def close_city_area_room(theme: ThemeProposal, *, by: Acting, resolution: Resolution, reason: str) -> Room:
    """Close the room of a theme: by the committee's resolution, never by staff alone (第4条)."""
    theme = _locked(theme)
    require(can_decide_on_room(by, theme, resolution))
    assert theme.room is not None
    end = rooms.close if theme.room.status == RoomStatus.SUMMARISED else rooms.abolish
    room = end(theme.room, by=by, resolution=resolution.printed_number, reason=reason)
    audit.record("governance.theme.room_closed", by=by, target=theme, reason=reason)
    return room


def _locked(theme: ThemeProposal) -> ThemeProposal:
    return ThemeProposal.objects.select_for_update(of=("self",)).get(pk=theme.pk)
