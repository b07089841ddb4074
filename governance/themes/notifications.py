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
    """The raiser, and the section that now has the matter."""
    _post("theme_redirected", _raisers(theme), theme, by)
    if theme.passed_on_to is not None:
        _post("theme_passed_on", theme.passed_on_to.members_on(), theme, by)


def theme_shortlisted(theme: ThemeProposal, *, by: Acting) -> None:
    _post("theme_shortlisted", _raisers(theme), theme, by)


def theme_deferred(theme: ThemeProposal, *, by: Acting) -> None:
    _post("theme_deferred", _raisers(theme), theme, by)


def theme_adopted(theme: ThemeProposal, *, by: Acting) -> None:
    _post("theme_adopted", _raisers(theme), theme, by)


def theme_not_adopted(theme: ThemeProposal, *, by: Acting) -> None:
    _post("theme_not_adopted", _raisers(theme), theme, by)


def theme_room_prepared(theme: ThemeProposal, *, by: Acting) -> None:
    """The room itself is not to be seen yet; the page of the theme says how it stands."""
    _post("theme_room_prepared", _raisers(theme), theme, by)


def theme_room_opened(theme: ThemeProposal, *, by: Acting) -> None:
    _post("theme_room_opened", _raisers(theme), theme, by, url=theme.room.get_absolute_url())


def theme_room_extended(theme: ThemeProposal, *, by: Acting) -> None:
    day = str(theme.room.closes_on)
    _of_the_room("theme_room_extended", theme, by, once=day, closes_on=day)


def theme_room_discussion_ended(theme: ThemeProposal, *, by: Acting) -> None:
    _of_the_room("theme_room_discussion_ended", theme, by)


def theme_room_summary_adopted(theme: ThemeProposal, *, by: Acting) -> None:
    _of_the_room("theme_room_summary_adopted", theme, by)


def theme_room_closed(theme: ThemeProposal, *, by: Acting, reason: str) -> None:
    _of_the_room("theme_room_closed", theme, by, reason=reason)


def _raisers(theme: ThemeProposal) -> list[Any]:
    """The resident, or everybody in the unit that raised it."""
    if theme.raising_unit is not None:
        return list(theme.raising_unit.members_on())
    return [theme.raised_by] if theme.raised_by is not None else []


def _of_the_room(kind: str, theme: ThemeProposal, by: Acting, *, once: str = "", **more: str) -> None:
    """Whoever takes part in the room hears of it there; the raiser hears of it in any case."""
    taking_part = set(theme.room.memberships.joined().values_list("person_id", flat=True))
    people = [person for person in _raisers(theme) if person.pk not in taking_part]
    url = theme.room.get_absolute_url() if theme.room.is_published else ""
    _post(kind, people, theme, by, url=url, once=once, **more)


def _post(
    kind: str,
    people: Any,
    theme: ThemeProposal,
    by: Acting,
    url: str = "",
    once: str = "",
    **more: str,
) -> None:
    outbox.post(
        f"governance.{kind}",
        recipients=[person for person in people if person != by.person],
        url=url or theme.get_absolute_url(),
        context={"theme": theme.title, "reason": theme.answer, **more},
        once=f"{kind}:{theme.pk}:{once or theme.resolution_id or ''}",
    )
