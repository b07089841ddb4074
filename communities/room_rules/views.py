"""The rule of a room, what is proposed for it, and the opener's answer."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from communities.forums.places import way_in
from communities.rooms.models import Area, Room
from communities.verb_page import posted, verb_page
from portal.foundation.paging import keyset

from . import actions, permissions
from .forms import AnswerForm, ProposalForm
from .models import RoomRuleProposal


def index(request: HttpRequest, slug: str) -> HttpResponse:
    """What holds in the room, and every rule proposed for it; whoever reads the room reads this."""
    room = _room(request, slug)
    proposals = room.rule_proposals.select_related("proposed_by")
    context = {
        "page_title": _("Rule of the room “%(forum)s”") % {"forum": room.title},
        "room": room,
        "facts": _facts(room),
        "page": keyset(proposals, request),
        "may_propose": permissions.can_propose_room_rule(request.acting, room),
        "leads": request.acting.person_id in room.facilitator_ids,
        "breadcrumbs": way_in(room, (_("Rule of the room"), "")),
    }
    return render(request, "communities/room_rules/list.html", context)


def detail(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A proposed rule beside what holds, why it was proposed, and what became of it."""
    proposal = _proposal(request, slug, pk)
    by = request.acting
    context = {
        "page_title": _("Proposed rule for “%(forum)s”") % {"forum": proposal.room.title},
        "proposal": proposal,
        "room": proposal.room,
        "facts": _facts(proposal),
        "holding": _facts(proposal.room),
        "decides_by_opener": proposal.room.area == Area.CITIZEN,
        "may_approve": permissions.can_approve_room_rule(by, proposal),
        "may_refuse": permissions.can_refuse_room_rule(by, proposal),
        "may_turn": permissions.can_turn_to_room_rule(by, proposal),
        "may_withdraw": permissions.can_withdraw_room_rule(by, proposal),
        "breadcrumbs": _way(proposal.room, (_("Proposed rule"), "")),
    }
    return render(request, "communities/room_rules/detail.html", context)


def propose(request: HttpRequest, slug: str) -> HttpResponse:
    room = _room(request, slug)
    return verb_page(
        request,
        may=permissions.can_propose_room_rule(request.acting, room),
        form=ProposalForm(posted(request), room=room),
        perform=partial(actions.propose, room, by=request.acting),
        done=_("The rule is proposed. Those who decide on it have been told."),
        back=reverse("communities:room-rule-list", args=[room.slug]),
        question=_("Propose a rule for “%(forum)s”") % {"forum": room.title},
        submit=_("Propose the rule"),
        breadcrumbs=_way(room, (_("Propose the rule"), "")),
    )


def approve(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return _answer(
        request,
        _proposal(request, slug, pk),
        permissions.can_approve_room_rule,
        actions.approve,
        is_owed=False,
        done=_("The rule of the room is saved. Everybody who takes part has been told."),
        question=_("Make the proposed rule the rule of the room?"),
        submit=_("Approve the rule"),
    )


def refuse(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return _answer(
        request,
        _proposal(request, slug, pk),
        permissions.can_refuse_room_rule,
        actions.refuse,
        is_owed=True,
        done=_("The room keeps its rule. The facilitator has been told."),
        question=_("Keep the rule the room has?"),
        submit=_("Do not approve the rule"),
    )


def withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    proposal = _proposal(request, slug, pk)
    return verb_page(
        request,
        may=permissions.can_withdraw_room_rule(request.acting, proposal),
        perform=partial(actions.withdraw, proposal, by=request.acting),
        done=_("The proposal has been taken back."),
        back=proposal.get_absolute_url(),
        question=_("Take the proposed rule back?"),
        submit=_("Take it back"),
        breadcrumbs=_way(proposal.room, (_("Take it back"), "")),
    )


def _answer(
    request: HttpRequest,
    proposal: RoomRuleProposal,
    may: Any,
    act: Any,
    *,
    is_owed: bool,
    submit: str,
    **words: str,
) -> HttpResponse:
    return verb_page(
        request,
        may=may(request.acting, proposal),
        form=AnswerForm(posted(request), is_owed=is_owed),
        perform=partial(act, proposal, by=request.acting),
        back=proposal.get_absolute_url(),
        text=proposal.reason,
        submit=submit,
        breadcrumbs=_way(proposal.room, (submit, "")),
        **words,
    )


def _facts(thing: Room | RoomRuleProposal) -> list[dict[str, Any]]:
    return [
        {"label": _("Names used"), "value": thing.get_name_rule_display()},
        {"label": _("Joining"), "value": thing.get_joining_display()},
        {"label": _("Who can read"), "value": thing.get_visibility_display()},
    ]


def _way(room: Room, *more: tuple[str, str]) -> list[dict[str, str]]:
    rule = (_("Rule of the room"), reverse("communities:room-rule-list", args=[room.slug]))
    return way_in(room, rule, *more)


def _room(request: HttpRequest, slug: str) -> Room:
    return get_object_or_404(Room.objects.visible_to(request.user).select_related("manager"), slug=slug)


def _proposal(request: HttpRequest, slug: str, pk: int) -> RoomRuleProposal:
    room = _room(request, slug)
    return get_object_or_404(RoomRuleProposal.objects.select_related("proposed_by", "room"), pk=pk, room=room)
