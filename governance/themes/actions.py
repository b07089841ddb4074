"""The verbs of a theme; those of the room it gets stand beside it."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from governance.resolutions.models import Resolution
from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from residents.models import Body

from . import notifications
from .lifecycle import Destination, Origin, Source
from .models import ThemeProposal, ThemeReceipt
from .permissions import (
    can_admit_theme,
    can_adopt_theme,
    can_defer_theme,
    can_not_adopt_theme,
    can_raise_theme,
    can_read_contact,
    can_receive_theme,
    can_redirect_theme,
    can_shortlist_theme,
)


@transaction.atomic
def raise_theme(
    *,
    by: Acting,
    title: str,
    description: str,
    origin: str = Origin.CITIZEN,
    source: str = Source.ONLINE,
    supporters: int = 1,
    contact: str = "",
) -> ThemeProposal:
    """Ask for a matter of city affairs to be discussed (第4条第1号, 第2号).

    Who has no account here, or wrote on paper, gets a receipt; how to reach them rests sealed.
    """
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
    if theme.raised_by is None and theme.raising_unit is None:
        ThemeReceipt.objects.create(theme=theme, contact=contact)
    audit.record("governance.theme.raised", by=by, target=theme)
    notifications.theme_raised(theme, by=by)
    return theme


@transaction.atomic
def receive(theme: ThemeProposal, *, by: Acting) -> ThemeProposal:
    """The secretariat has the theme on its desk."""
    theme = locked(theme)
    require(can_receive_theme(by, theme))
    theme.step("receive", by=by)
    audit.record("governance.theme.received", by=by, target=theme)
    notifications.theme_received(theme, by=by)
    return theme


@transaction.atomic
def admit(theme: ThemeProposal, *, by: Acting) -> ThemeProposal:
    """It is a matter of city affairs; the committee will look at it, in public."""
    theme = locked(theme)
    require(can_admit_theme(by, theme))
    theme.step("admit", by=by)
    audit.record("governance.theme.admitted", by=by, target=theme, public=True)
    notifications.theme_admitted(theme, by=by)
    return theme


@transaction.atomic
def redirect(
    theme: ThemeProposal,
    *,
    by: Acting,
    reason: str,
    destination: str,
    passed_on_to: Body | None = None,
) -> ThemeProposal:
    """It belongs elsewhere: to the consultation section, which is told, or to the citizen area (2.6)."""
    theme = locked(theme)
    require(can_redirect_theme(by, theme))
    section = passed_on_to if destination == Destination.CONSULTATION else None
    theme.step("redirect", by=by, reason=reason, answer=reason, destination=destination, passed_on_to=section)
    audit.record(
        "governance.theme.redirected",
        by=by,
        target=theme,
        reason=reason,
        details={"destination": destination, "section": str(section or "")},
    )
    notifications.theme_redirected(theme, by=by)
    return theme


def read_contact(receipt: ThemeReceipt, *, by: Acting) -> str:
    """Open how a raiser without an account is reached; the look stands in the ledger."""
    require(can_read_contact(by, receipt))
    return receipt.contact.reveal(by=by, reason=_("Telling the raiser what became of the theme"))


@transaction.atomic
def shortlist(theme: ThemeProposal, *, by: Acting) -> ThemeProposal:
    """The committee keeps the theme for its choice; a theme put off comes back this way."""
    theme = locked(theme)
    require(can_shortlist_theme(by, theme))
    theme.step("shortlist", by=by)
    audit.record("governance.theme.shortlisted", by=by, target=theme, public=True)
    notifications.theme_shortlisted(theme, by=by)
    return theme


@transaction.atomic
def adopt(theme: ThemeProposal, *, by: Acting, resolution: Resolution, reason: str) -> ThemeProposal:
    """テーマの選定: the committee chooses the theme and says why (第9条第2号)."""
    theme = locked(theme)
    require(can_adopt_theme(by, theme, resolution))
    _decide(theme, "adopt", by, resolution, reason)
    audit.record("governance.theme.adopted", **_decided(theme, by))
    notifications.theme_adopted(theme, by=by)
    return theme


@transaction.atomic
def defer(theme: ThemeProposal, *, by: Acting, resolution: Resolution, reason: str) -> ThemeProposal:
    """The committee puts the theme off, and says why; it can come back to it."""
    theme = locked(theme)
    require(can_defer_theme(by, theme, resolution))
    _decide(theme, "defer", by, resolution, reason)
    audit.record("governance.theme.deferred", **_decided(theme, by))
    notifications.theme_deferred(theme, by=by)
    return theme


@transaction.atomic
def not_adopt(theme: ThemeProposal, *, by: Acting, resolution: Resolution, reason: str) -> ThemeProposal:
    """The committee does not choose the theme, and says why."""
    theme = locked(theme)
    require(can_not_adopt_theme(by, theme, resolution))
    _decide(theme, "not_adopt", by, resolution, reason)
    audit.record("governance.theme.not_adopted", **_decided(theme, by))
    notifications.theme_not_adopted(theme, by=by)
    return theme


def _decide(theme: ThemeProposal, verb: str, by: Acting, resolution: Resolution, reason: str) -> None:
    theme.step(verb, by=by, reason=reason, answer=reason, resolution=resolution)


def _decided(theme: ThemeProposal, by: Acting) -> dict[str, Any]:
    """What the ledger says of every decision of the committee."""
    assert theme.resolution is not None  # the questions above refuse without one
    number = theme.resolution.printed_number
    return {"by": by, "target": theme, "reason": theme.answer, "reference": number, "public": True}


def locked(theme: ThemeProposal) -> ThemeProposal:
    rows = ThemeProposal.objects.select_for_update(of=("self",))
    return rows.select_related("room", "resolution__term").get(pk=theme.pk)
