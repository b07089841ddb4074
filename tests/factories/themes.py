"""Themes and their rooms in any status, reached by performing the verbs."""

from datetime import timedelta
from typing import Any

from communities.facilitators import actions as facilitators
from communities.models import Room
from communities.summaries import actions as summaries
from governance.resolutions.lifecycle import Competence
from governance.resolutions.models import Resolution
from governance.themes import actions, room_actions
from governance.themes.models import ThemeProposal
from governance.themes.nominees import Nominee
from portal.foundation import clock
from portal.foundation.acting import Acting
from residents.models import Body
from tests.factories import governance as a
from tests.factories.communities import FRAMING

TITLE = "地域福祉ってなんだろう"
REASON = "論点が具体的なため"


def a_resolution(
    motion: str = "テーマの選定", title: str = TITLE, competence: Competence = Competence.THEMES
) -> Resolution:
    """Adopted today, naming the theme."""
    return a.an_adopted_resolution(motion, competence, f"「{title}」について、{motion}を決議する。")


def raised(acting: Any, who: str = "resident_1", **more: Any) -> ThemeProposal:
    return actions.raise_theme(by=acting(who), title=TITLE, description="見守りを考える", **more)


def admitted(acting: Any, who: str = "resident_1", **more: Any) -> ThemeProposal:
    theme = actions.receive(raised(acting, who, **more), by=acting("secretary"))
    return actions.admit(theme, by=acting("secretary"))


def adopted(acting: Any, resolution: Resolution, who: str = "resident_1", **more: Any) -> ThemeProposal:
    theme = actions.shortlist(admitted(acting, who, **more), by=acting("chair"))
    return actions.adopt(theme, by=acting("chair"), resolution=resolution, reason=REASON)


def prepared(acting: Any, people: Any, resolution: Resolution, who: str = "resident_1") -> ThemeProposal:
    theme = adopted(acting, resolution, who)
    room_actions.prepare_room(
        theme,
        by=acting("chair"),
        resolution=resolution,
        slug="chiiki-fukushi",
        nominees=[Nominee(people["facilitator_other"], "other")],
        related_body=Body.objects.get(code="civic-autonomy"),
        closes_on=clock.today() + timedelta(days=30),
        **FRAMING,
    )
    return ThemeProposal.objects.get(pk=theme.pk)


def opened(acting: Any, people: Any, resolution: Resolution, who: str = "resident_1") -> ThemeProposal:
    theme = prepared(acting, people, resolution, who)
    assignment = people["facilitator_other"].facilitator_assignments.get()
    facilitators.accept(assignment, by=Acting(people["facilitator_other"]))
    room_actions.open_city_area_room(theme, by=acting("chair"), resolution=resolution)
    return ThemeProposal.objects.get(pk=theme.pk)


def a_posted_summary(room: Room, people: Any, text: str = "見守りの担い手が足りないという声。") -> Any:
    by = Acting(people["facilitator_other"])
    return summaries.post(summaries.draft(room, by=by, text=text), by=by)
