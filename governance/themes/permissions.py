"""Who may raise, screen and choose a theme, and who opens its room (M3)."""

from django.utils.translation import gettext_lazy as _

from governance.resolutions.lifecycle import Competence
from governance.resolutions.models import Resolution
from governance.resolutions.permissions import can_rest_on
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.models import Body
from residents.roles.holdings import belongs, holds

from .lifecycle import THEME, Origin, Source
from .models import ThemeProposal


def can_raise_theme(by: Acting, origin: str = Origin.CITIZEN, source: str = Source.ONLINE) -> Decision:
    """Anybody raises as a resident, even without registering; a unit raises as the city (第4条)."""
    if source != Source.ONLINE:
        return holds(by, "committee.secretariat")
    if origin == Origin.CITY:
        return _acts_for_a_unit(by)
    return True


def can_receive_theme(by: Acting, theme: ThemeProposal) -> Decision:
    return holds(by, "committee.secretariat") and THEME.allows("receive", theme.status)


def can_admit_theme(by: Acting, theme: ThemeProposal) -> Decision:
    return _screens(by) and THEME.allows("admit", theme.status)


def can_redirect_theme(by: Acting, theme: ThemeProposal) -> Decision:
    return _screens(by) and THEME.allows("redirect", theme.status)


def can_adopt_theme(by: Acting, theme: ThemeProposal, resolution: Resolution | None) -> Decision:
    """第9条第2号: the committee chooses, by a resolution about themes."""
    return (
        holds(by, "committee.steering")
        and can_rest_on(by, resolution, Competence.THEMES)
        and THEME.allows("adopt", theme.status)
    )


def can_not_adopt_theme(by: Acting, theme: ThemeProposal) -> Decision:
    return holds(by, "committee.steering") and THEME.allows("not_adopt", theme.status)


def can_prepare_room(by: Acting, theme: ThemeProposal, resolution: Resolution | None) -> Decision:
    """第4条: the committee decides on opening a city-area room; city staff cannot open one alone."""
    return (
        holds(by, "committee.steering")
        and can_rest_on(by, resolution, Competence.THEMES, Competence.PLANNING)
        and THEME.allows("prepare_room", theme.status)
    )


def can_decide_on_room(by: Acting, theme: ThemeProposal, resolution: Resolution | None) -> Decision:
    """Opening, extending and closing the room of a theme (第4条)."""
    return (
        holds(by, "committee.steering")
        and can_rest_on(by, resolution, Competence.THEMES, Competence.PLANNING)
        and (theme.room_id is not None or Denied(_("This theme has no room yet.")))
    )


def _acts_for_a_unit(by: Acting) -> Decision:
    if by.body is None or by.body.kind != Body.Kind.UNIT:
        return Denied(_("Only a unit of the city hall raises a theme as the city."))
    return belongs(by)


def _screens(by: Acting) -> Decision:
    return holds(by, "committee.secretariat") or holds(by, "rooms.caretaker")
