"""The page on which a section hands an item of a proposal to one of its teams."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from governance.proposals.verb_pages import visible
from portal.foundation.verb_page import posted, verb_page
from residents.teams.forms import ChooseTeamForm

from . import actions, permissions


def hand_to_team(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    found = visible(request, pk)
    item = next((one for one in found.items.all() if one.number == number and one.unit_id), None)
    if item is None:
        raise Http404
    return verb_page(
        request,
        may=permissions.can_hand_item_to_team(request.acting, item),
        form=ChooseTeamForm(
            posted(request),
            body=item.unit,
            empty_label=_("The whole section"),
            initial={"team": item.team_id},
        ),
        perform=partial(actions.hand_to_team, item, by=request.acting),
        done=_("The item has been handed over. The people of the team have been told."),
        back=found.get_absolute_url(),
        question=_("Which team works on “%(item)s”?") % {"item": item.title},
        submit=_("Hand to the team"),
    )
