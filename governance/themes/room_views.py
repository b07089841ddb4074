"""What the committee decides about the room of a theme, and about a citizen-area room whose opener objects."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from communities.forums.places import way_in
from communities.models import Room, RoomRuleProposal
from communities.room_rules.permissions import can_turn_to_room_rule
from communities.rooms.lifecycle import RoomStatus
from portal.foundation.decisions import require

from . import permissions, room_actions
from .forms import DecisionForm, ResolutionForm
from .models import ThemeProposal
from .room_forms import ChangeFacilitatorForm, ExtendForm, ObjectionForm, RoomForm, RoomRuleForm, SummaryForm
from .verb_pages import page, visible


@login_required
def prepare(request: HttpRequest, pk: int) -> HttpResponse:
    theme = visible(request, pk)
    return page(
        request,
        theme,
        may=permissions.can_decide(request.acting, theme, "prepare_room"),
        form=partial(RoomForm, by=request.acting, about=theme.title),
        act=_prepare,
        title=_("Prepare a city-area room"),
    )


@login_required
def open_room(request: HttpRequest, pk: int) -> HttpResponse:
    return _of_the_room(
        request,
        visible(request, pk),
        "open",
        ResolutionForm,
        room_actions.open_city_area_room,
        _("Open the room"),
    )


@login_required
def extend(request: HttpRequest, pk: int) -> HttpResponse:
    theme = visible(request, pk)
    until = theme.room.closes_on if theme.room is not None else None
    form = partial(ExtendForm, until=until)
    return _of_the_room(request, theme, "extend", form, room_actions.extend_room, _("Extend the discussion"))


@login_required
def end_discussion(request: HttpRequest, pk: int) -> HttpResponse:
    title = _("End the discussion")
    act = room_actions.end_discussion
    return _of_the_room(request, visible(request, pk), "end_discussion", ResolutionForm, act, title)


@login_required
def adopt_summary(request: HttpRequest, pk: int) -> HttpResponse:
    theme = visible(request, pk)
    form = partial(SummaryForm, room=theme.room)
    act = room_actions.adopt_summary
    return _of_the_room(request, theme, "adopt_summary", form, act, _("Adopt a summary"))


@login_required
def close(request: HttpRequest, pk: int) -> HttpResponse:
    theme = visible(request, pk)
    is_summed_up = theme.room is not None and theme.room.status == RoomStatus.SUMMARISED
    verb, act = ("close" if is_summed_up else "abolish"), room_actions.close_city_area_room
    return _of_the_room(request, theme, verb, DecisionForm, act, _("Close the room"))


@login_required
def name_facilitator(request: HttpRequest, pk: int) -> HttpResponse:
    """Name another facilitator, or put one in the place of another."""
    theme = visible(request, pk)
    return page(
        request,
        theme,
        may=permissions.can_turn_to_facilitators(request.acting, theme),
        form=partial(ChangeFacilitatorForm, by=request.acting, about=theme.title, room=theme.room),
        act=_name_facilitator,
        title=_("Change who chairs the room"),
    )


@login_required
def objection(request: HttpRequest, slug: str) -> HttpResponse:
    """The committee looks at the opener's objection against closing a quiet room."""
    room = get_object_or_404(Room.objects.citizen_area().visible_to(request.user), slug=slug)
    require(permissions.can_turn_to_objection(request.acting, room))
    form = ObjectionForm(
        request.POST if request.method == "POST" else None, by=request.acting, about=room.title
    )
    if request.method == "POST" and form.is_valid():
        room_actions.decide_on_objection(room, by=request.acting, **form.cleaned_data)
        return redirect(room)
    title = _("Decide on the objection")
    context = {"page_title": title, "lead": room.objection, "form": form, "submit": title}
    return render(request, "governance/themes/act.html", context)


@login_required
def room_rule(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The committee's answer to the rule a facilitator proposed for a city-area room."""
    room = get_object_or_404(Room.objects.city_area().visible_to(request.user), slug=slug)
    proposal = get_object_or_404(RoomRuleProposal.objects.select_related("room"), pk=pk, room=room)
    require(can_turn_to_room_rule(request.acting, proposal))
    form = RoomRuleForm(
        request.POST if request.method == "POST" else None, by=request.acting, about=room.title
    )
    if request.method == "POST" and form.is_valid():
        room_actions.decide_on_room_rule(proposal, by=request.acting, **form.cleaned_data)
        return redirect(proposal)
    title = _("Decide on the proposed rule")
    context = {
        "page_title": title,
        "lead": proposal.reason,
        "form": form,
        "submit": title,
        "breadcrumbs": way_in(room, (_("Proposed rule"), proposal.get_absolute_url()), (title, "")),
    }
    return render(request, "governance/themes/act.html", context)


def _of_the_room(
    request: HttpRequest, theme: ThemeProposal, verb: str, form: Any, act: Any, title: str
) -> HttpResponse:
    return page(
        request,
        theme,
        may=permissions.can_turn_to_room(request.acting, theme, verb),
        form=partial(form, by=request.acting, about=theme.title),
        act=act,
        title=title,
    )


def _prepare(theme: ThemeProposal, **fields: Any) -> None:
    room_actions.prepare_room(theme, nominees=[_nominee(fields)], **fields)


def _name_facilitator(theme: ThemeProposal, **fields: Any) -> None:
    room_actions.name_facilitator(theme, nominee=_nominee(fields), **fields)


def _nominee(fields: dict[str, Any]) -> Any:
    names = ("facilitator", "facilitator_source", "dispatched_by", "contract")
    return ChangeFacilitatorForm.nominee(*(fields.pop(name) for name in names))
