"""Joining and leaving; the members' page for those who look after a forum."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from communities.verb_page import ReasonForm, posted, verb_page
from portal.foundation.decisions import Denied, require
from portal.foundation.paging import keyset

from . import actions, permissions
from .forms import InviteForm, JoinForm, NewsForm
from .models import Joining, Membership
from .places import place, way_in


def join(request: HttpRequest, shelf: str, slug: str) -> HttpResponse:
    """Join at once where joining is open or one was invited; otherwise ask."""
    forum = place(request, shelf, slug)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    by = request.acting
    membership = Membership.objects.of(forum, by.person)
    may_join = permissions.can_join(by, forum, membership)
    asks = not may_join and forum.joining == Joining.APPROVAL
    may = permissions.can_ask(by, forum, membership) if asks else may_join
    return verb_page(
        request,
        may=may,
        form=JoinForm(posted(request), forum=forum, asks=asks),
        perform=lambda **words: (actions.ask if asks else actions.join)(forum, by=by, **words),
        done=_("You have asked to join. The manager will answer.")
        if asks
        else _("You take part now. Welcome."),
        back=forum.get_absolute_url(),
        question=_("Take part in “%(forum)s”") % {"forum": forum.title},
        text=_(
            "Members can write here and receive a message for each new post. You can switch messages off."
        ),
        submit=_("Ask to join") if asks else _("Join"),
        breadcrumbs=way_in(forum, (_("Take part"), "")),
    )


def leave(request: HttpRequest, shelf: str, slug: str) -> HttpResponse:
    forum = place(request, shelf, slug)
    membership = get_object_or_404(Membership.objects.concerning(), forum=forum, person=request.user.pk)
    stays = forum.visibility != "members"
    return verb_page(
        request,
        may=permissions.can_leave(request.acting, membership),
        perform=lambda: actions.leave(membership, by=request.acting),
        done=_("You no longer take part."),
        back=forum.get_absolute_url()
        if stays
        else reverse(f"communities:{'room' if forum.is_room else 'community'}-list"),
        question=_("Leave “%(forum)s”?") % {"forum": forum.title},
        text=_("What you wrote stays. You can join again later."),
        submit=_("Leave"),
        breadcrumbs=way_in(forum, (_("Leave"), "")),
    )


@require_POST
def news(request: HttpRequest, shelf: str, slug: str) -> HttpResponse:
    """Choose whether each new post sends a message."""
    forum = place(request, shelf, slug)
    membership = get_object_or_404(Membership.objects.joined(), forum=forum, person=request.user.pk)
    form = NewsForm(request.POST, instance=membership)
    if form.is_valid():
        actions.choose_news(membership, by=request.acting, news=form.cleaned_data["news"])
        messages.success(request, _("Your choice is saved."))
    return redirect(forum)


def members(request: HttpRequest, shelf: str, slug: str) -> HttpResponse:
    """Who takes part and who asks; for those who look after the forum."""
    forum = place(request, shelf, slug)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    require(permissions.moderates(request.acting, forum))
    form = InviteForm(posted(request))
    if request.method == "POST" and form.is_valid():
        _invite(request, forum, form.cleaned_data["email"])
        return redirect("communities:member-list", **forum.address)
    people = forum.memberships.select_related("person")
    context = {
        "page_title": _("Participants of “%(forum)s”") % {"forum": forum.title},
        "forum": forum,
        "form": form,
        "requested": list(people.requested().order_by("pk")[:50]),
        "page": keyset(people.joined(), request, order="id"),
        "breadcrumbs": way_in(forum, (_("Participants"), "")),
    }
    return render(request, "communities/forums/members.html", context)


def _invite(request: HttpRequest, forum: Any, email: str) -> None:
    """Says the same whether or not the address has an account, so that nobody can try out addresses."""
    person = get_user_model().objects.filter(email=email.lower(), is_active=True).first()
    if person is not None:
        with suppress(Denied):
            actions.invite(forum, person, by=request.acting)
    messages.success(request, _("If this address is registered, the person has been invited."))


@require_POST
def admit(request: HttpRequest, shelf: str, slug: str, pk: int) -> HttpResponse:
    forum = place(request, shelf, slug)
    membership = get_object_or_404(forum.memberships, pk=pk)
    actions.admit(membership, by=request.acting)
    messages.success(request, _("The person takes part now and has been told."))
    return redirect("communities:member-list", **forum.address)


def refuse(request: HttpRequest, shelf: str, slug: str, pk: int) -> HttpResponse:
    forum = place(request, shelf, slug)
    membership = get_object_or_404(forum.memberships.select_related("person"), pk=pk)
    return _with_reason(
        request,
        membership,
        may=permissions.can_refuse(request.acting, membership),
        perform=lambda reason: actions.refuse(membership, by=request.acting, reason=reason),
        question=_("Do not admit %(person)s?") % {"person": membership.person.display_name},
        submit=_("Do not admit"),
        done=_("The person has been told."),
    )


def remove(request: HttpRequest, shelf: str, slug: str, pk: int) -> HttpResponse:
    forum = place(request, shelf, slug)
    membership = get_object_or_404(forum.memberships.select_related("person"), pk=pk)
    return _with_reason(
        request,
        membership,
        may=permissions.can_remove(request.acting, membership),
        perform=lambda reason: actions.remove(membership, by=request.acting, reason=reason),
        question=_("Remove %(person)s?") % {"person": membership.person.display_name},
        submit=_("Remove this participant"),
        done=_("The person no longer takes part and has been told."),
    )


def _with_reason(request: HttpRequest, membership: Membership, **page: Any) -> HttpResponse:
    forum = membership.forum
    return verb_page(
        request,
        form=ReasonForm(posted(request), label=_("Reason"), help_text=_("The person will read it.")),
        back=reverse("communities:member-list", kwargs=forum.address),
        tone="danger",
        breadcrumbs=way_in(forum, (page["submit"], "")),
        **page,
    )
