"""Who hears of a theme: its raiser at every step, and whoever has to act next."""

from typing import Any

from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import ThemeProposal


def theme_raised(theme: ThemeProposal, *, by: Acting) -> None:
    _post("theme_raised", people_holding("committee.secretariat"), theme, by)


def theme_received(theme: ThemeProposal, *, by: Acting) -> None:
    _post("theme_received", _raisers(theme), theme, by)


def theme_admitted(theme: ThemeProposal, *, by: Acting) -> None:
    _post("theme_admitted", [*_raisers(theme), *people_holding("committee.steering")], theme, by)


def theme_redirected(theme: ThemeProposal, *, by: Acting) -> None:
    _post("theme_redirected", _raisers(theme), theme, by)


def theme_adopted(theme: ThemeProposal, *, by: Acting) -> None:
    _post("theme_adopted", _raisers(theme), theme, by)


def theme_not_adopted(theme: ThemeProposal, *, by: Acting) -> None:
    _post("theme_not_adopted", _raisers(theme), theme, by)


def theme_room_opened(theme: ThemeProposal, *, by: Acting) -> None:
    _post("theme_room_opened", _raisers(theme), theme, by, url=theme.room.get_absolute_url())


def _raisers(theme: ThemeProposal) -> list[Any]:
    """The resident, or everybody in the unit that raised it."""
    if theme.raising_unit is not None:
        return list(theme.raising_unit.members_on())
    return [theme.raised_by] if theme.raised_by is not None else []


def _post(kind: str, people: Any, theme: ThemeProposal, by: Acting, url: str = "") -> None:
    outbox.post(
        f"governance.{kind}",
        recipients=[person for person in people if person != by.person],
        url=url or theme.get_absolute_url(),
        context={"theme": theme.title, "reason": theme.answer},
        once=f"{kind}:{theme.pk}",
    )
