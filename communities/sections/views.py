"""The page on which the section concerned hands a room to one of its teams."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from communities.forums.places import way_in
from communities.rooms.models import Room
from communities.verb_page import posted, verb_page
from residents.teams.forms import ChooseTeamForm

from . import actions, permissions


def hand_to_team(request: HttpRequest, slug: str) -> HttpResponse:
    rooms = Room.objects.city_area().visible_to(request.user).filter(related_body__isnull=False)
    room = get_object_or_404(rooms.select_related("related_body"), slug=slug)
    return verb_page(
        request,
        may=permissions.can_hand_to_team(request.acting, room),
        form=ChooseTeamForm(
            posted(request),
            body=room.related_body,
            empty_label=_("The whole section"),
            initial={"team": room.related_team_id},
        ),
        perform=partial(actions.hand_to_team, room, by=request.acting),
        done=_("The room has been handed over. The people of the team have been told."),
        back=room.get_absolute_url(),
        question=_("Which team follows “%(forum)s”?") % {"forum": room.title},
        submit=_("Hand to the team"),
        breadcrumbs=way_in(room, (_("Hand to a team"), "")),
    )
