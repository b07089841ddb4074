"""The page of those who lead a citizen-area room, and the rule of the room."""

from __future__ import annotations

from functools import partial

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from communities.forums.places import way_in
from communities.help_requests.permissions import can_ask_for_help
from communities.rooms.models import Room
from communities.verb_page import posted, verb_page
from portal.foundation.decisions import require

from . import actions, permissions
from .forms import RuleForm


def page(request: HttpRequest, slug: str) -> HttpResponse:
    """What is settled for the room, who takes part, and how to get help."""
    room = _room(request, slug)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    by = request.acting
    require(permissions.can_read_opener_page(by, room))
    context = {
        "page_title": _("Leading “%(forum)s”") % {"forum": room.title},
        "room": room,
        "facts": [
            {"label": _("Names used"), "value": room.get_name_rule_display()},
            {"label": _("Joining"), "value": room.get_joining_display()},
            {"label": _("Who can read"), "value": room.get_visibility_display()},
            {"label": _("Participants"), "value": room.memberships.joined().count()},
            {"label": _("Waiting to be admitted"), "value": room.memberships.requested().count()},
        ],
        "rules": [
            {"title": _("Rule of the room changed"), "at": step.at, "text": step.reason}
            for step in room.steps.filter(verb="set_rule").order_by("-pk")[:10]
        ],
        "requests": room.help_requests.filter(asked_by=by.person).order_by("-pk")[:10],
        "may_set_rule": permissions.can_set_rule(by, room),
        "may_ask": can_ask_for_help(by, room),
        "breadcrumbs": way_in(room, (_("Leading the room"), "")),
    }
    return render(request, "communities/openers/page.html", context)


def set_rule(request: HttpRequest, slug: str) -> HttpResponse:
    room = _room(request, slug)
    back = reverse("communities:room-opener-page", args=[room.slug])
    return verb_page(
        request,
        may=permissions.can_set_rule(request.acting, room),
        form=RuleForm(posted(request), room=room),
        perform=partial(actions.set_rule, room, by=request.acting),
        done=_("The rule of the room is saved. Everybody who takes part has been told."),
        back=back,
        question=_("Rule of the room “%(forum)s”") % {"forum": room.title},
        submit=_("Save the rule"),
        breadcrumbs=way_in(room, (_("Leading the room"), back), (_("Rule of the room"), "")),
    )


def _room(request: HttpRequest, slug: str) -> Room:
    return get_object_or_404(Room.objects.citizen_area().visible_to(request.user), slug=slug)
