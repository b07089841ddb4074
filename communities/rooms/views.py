"""The list of rooms; opening one in the citizen area."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from communities.forums.places import way, way_in
from communities.help_requests.permissions import can_read_help
from communities.verb_page import ReasonForm, posted, verb_page
from portal.foundation.decisions import require
from portal.foundation.paging import keyset

from . import actions, permissions, quiet_actions
from .forms import FoundForm
from .models import Room

AREAS = {
    "": lambda: Room.objects.living(),
    "city": lambda: Room.objects.living().city_area(),
    "citizen": lambda: Room.objects.living().citizen_area(),
    "archive": lambda: Room.objects.archived(),
}


def index(request: HttpRequest) -> HttpResponse:
    """Every room this reader may know of, by area; closed rooms stand in the archive."""
    area = request.GET.get("area", "")
    area = area if area in AREAS else ""
    shown = AREAS[area]()
    shown = shown.visible_to(request.user).select_related("manager", "related_body").with_numbers()
    names = [
        ("", _("All")),
        ("city", _("City area")),
        ("citizen", _("Citizen area")),
        ("archive", _("Archive")),
    ]
    context = {
        "page_title": _("Conference rooms"),
        "page": keyset(shown, request),
        "tabs": [
            {
                "label": label,
                "url": f"{request.path}?area={key}" if key else request.path,
                "current": key == area,
            }
            for key, label in names
        ],
        "area": area,
        "may_read_help": request.acting.body is not None and can_read_help(request.acting),
        "may_found": permissions.can_found(request.acting),
        "breadcrumbs": way("rooms"),
    }
    return render(request, "communities/rooms/list.html", context)


def found(request: HttpRequest) -> HttpResponse:
    """Whoever lives, works or studies in the city opens a room."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    require(permissions.can_found(request.acting))
    form = FoundForm(posted(request))
    if request.method == "POST" and form.is_valid():
        room = actions.found(by=request.acting, **form.cleaned_data)
        messages.success(request, _("Your room is open. Write the first post."))
        return redirect(room)
    context = {
        "page_title": _("Open a room in the citizen area"),
        "form": form,
        "lead": _(
            "Whoever lives, works or studies in the city can open a room (Guideline Art. 5). You chair it."
        ),
        "submit": _("Open the room"),
        "breadcrumbs": way("rooms", (_("Open a room"), "")),
    }
    return render(request, "communities/form.html", context)


def confirm_closure(request: HttpRequest, slug: str) -> HttpResponse:
    room = _found(request, slug)
    return verb_page(
        request,
        may=permissions.can_confirm_closure(request.acting, room),
        form=ReasonForm(posted(request), label=_("Reason"), help_text=_("The members will read it.")),
        perform=lambda reason: quiet_actions.confirm_closure(room, by=request.acting, reason=reason),
        done=_("The room is closed. What was written stays readable."),
        back=room.get_absolute_url(),
        question=_("Close “%(forum)s”?") % {"forum": room.title},
        submit=_("Close the room"),
        tone="danger",
        breadcrumbs=way_in(room, (_("Close it"), "")),
    )


def object_to_closure(request: HttpRequest, slug: str) -> HttpResponse:
    room = _found(request, slug)
    return verb_page(
        request,
        may=permissions.can_object_to_closure(request.acting, room),
        form=ReasonForm(posted(request), label=_("Reason"), help_text=_("How you want to go on.")),
        perform=lambda reason: quiet_actions.object_to_closure(room, by=request.acting, reason=reason),
        done=_("Your objection is with the committee; nobody closes the room before it has looked at it."),
        back=room.get_absolute_url(),
        question=_("Keep “%(forum)s” open?") % {"forum": room.title},
        submit=_("Keep it open"),
        breadcrumbs=way_in(room, (_("Keep it open"), "")),
    )


def reopen(request: HttpRequest, slug: str) -> HttpResponse:
    room = _found(request, slug)
    return verb_page(
        request,
        may=permissions.can_reopen(request.acting, room),
        form=ReasonForm(posted(request), label=_("Reason"), help_text=_("The members will read it.")),
        perform=lambda reason: quiet_actions.reopen(room, by=request.acting, reason=reason),
        done=_("The room is open again. Write a first post."),
        back=room.get_absolute_url(),
        question=_("Open “%(forum)s” again?") % {"forum": room.title},
        submit=_("Open it again"),
        breadcrumbs=way_in(room, (_("Open it again"), "")),
    )


def _found(request: HttpRequest, slug: str) -> Room:
    return get_object_or_404(Room.objects.citizen_area().visible_to(request.user), slug=slug)
