"""Handing a community over: choosing among those who take part, asking, answering."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from communities.communities.models import Community
from communities.forums.models import Membership
from communities.forums.places import way_in
from communities.verb_page import verb_page
from portal.foundation.decisions import require
from portal.foundation.paging import keyset

from . import actions, permissions
from .models import Handover


def choose(request: HttpRequest, slug: str) -> HttpResponse:
    """Who could take the community over: those who take part, one link each."""
    community = _community(request, slug)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    require(permissions.can_offer_handover(request.acting, community))
    context = {
        "page_title": _("Hand “%(forum)s” over") % {"forum": community.title},
        "community": community,
        "page": keyset(_candidates(community), request, order="id"),
        "breadcrumbs": way_in(community, (_("Hand it over"), "")),
    }
    return render(request, "communities/handovers/choose.html", context)


def offer(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    community = _community(request, slug)
    membership = get_object_or_404(_candidates(community), pk=pk)
    here = reverse("communities:handover-choose", kwargs={"slug": slug})
    return verb_page(
        request,
        may=permissions.can_offer_handover(request.acting, community),
        perform=lambda: actions.offer(community, by=request.acting, successor=membership.person),
        done=_("The person has been asked. You stay responsible until they agree."),
        back=community.get_absolute_url(),
        question=_("Ask %(person)s to manage “%(forum)s”?")
        % {"person": membership.name, "forum": community.title},
        text=_("Until the answer nothing changes. Afterwards the former manager stays as a participant."),
        submit=_("Ask this person"),
        breadcrumbs=way_in(community, (_("Hand it over"), here), (membership.name, "")),
    )


def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The offer as the successor and those who asked see it."""
    handover = _found(request, pk)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    by = request.acting
    context = {
        "page_title": _("Handover of “%(forum)s”") % {"forum": handover.community.title},
        "handover": handover,
        "community": handover.community,
        "may_accept": permissions.can_accept_handover(by, handover),
        "may_decline": permissions.can_decline_handover(by, handover),
        "may_withdraw": permissions.can_withdraw_handover(by, handover),
        "is_asked": by.person is not None and by.person.pk == handover.successor_id,
        "breadcrumbs": way_in(handover.community, (_("Handover"), "")),
    }
    return render(request, "communities/handovers/detail.html", context)


def accept(request: HttpRequest, pk: int) -> HttpResponse:
    return _answer(
        request,
        pk,
        "accept",
        done=_("Thank you. You are the manager of this community now."),
        question=_("Become the manager?"),
        text=_("You admit participants, look after what is written and may close the community."),
        submit=_("Become the manager"),
    )


def decline(request: HttpRequest, pk: int) -> HttpResponse:
    return _answer(
        request,
        pk,
        "decline",
        done=_("You have declined; whoever asked you has been told."),
        question=_("Decline to become the manager?"),
        submit=_("Decline"),
    )


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    return _answer(
        request,
        pk,
        "withdraw",
        done=_("The offer is taken back; the person has been told."),
        question=_("Take the offer back?"),
        submit=_("Take the offer back"),
    )


def _answer(request: HttpRequest, pk: int, verb: str, **words: Any) -> HttpResponse:
    handover = _found(request, pk)
    by = request.acting
    return verb_page(
        request,
        may=getattr(permissions, f"can_{verb}_handover")(by, handover),
        perform=lambda: getattr(actions, verb)(handover, by=by),
        back=handover.community.get_absolute_url(),
        breadcrumbs=way_in(handover.community, (_("Handover"), handover.get_absolute_url())),
        **words,
    )


def _candidates(community: Community) -> Any:
    """Those who take part and are not the manager; in an official community members of its unit."""
    people = Membership.objects.joined().filter(forum_id=community.pk, person__is_active=True)
    people = people.exclude(person_id=community.manager_id).select_related("person")
    if community.is_official:
        people = people.filter(person__in=community.operating_body.members_on())
    return people


def _community(request: HttpRequest, slug: str) -> Community:
    communities = Community.objects.visible_to(request.user).select_related("operating_body", "manager")
    return get_object_or_404(communities, slug=slug)


def _found(request: HttpRequest, pk: int) -> Handover:
    handovers = Handover.objects.select_related(
        "community__operating_body", "community__manager", "successor", "offered_by"
    )
    handover = get_object_or_404(handovers, pk=pk)
    if not permissions.can_read_handover(request.acting, handover):
        raise Http404
    return handover
