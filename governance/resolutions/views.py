"""Resolutions for everybody to read, and the motions and votes of the members."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.committees.sections import breadcrumbs, sections
from governance.meetings.models import Meeting
from governance.meetings.permissions import presides
from governance.meetings.rows import offices_on_its_day
from portal.foundation.decisions import Decision, require
from portal.foundation.paging import keyset
from portal.foundation.verb_page import posted, verb_page
from residents.models import Body

from . import actions, permissions
from .forms import MotionForm, RecuseForm, VoteForm
from .lifecycle import TONES, Choice, VoteMethod
from .models import Resolution
from .rows import how_each_voted, recused, resolution_facts, resolution_row


def index(request: HttpRequest, code: str) -> HttpResponse:
    body = get_object_or_404(Body, code=code, kind=Body.Kind.COMMITTEE)
    found = Resolution.objects.decided().of_body(body).visible_to(request.acting)
    page = keyset(found.select_related("term", "body", "meeting"), request, order="-id")
    context = {
        "body": body,
        "page": page,
        "rows": [resolution_row(resolution) for resolution in page],
        "tabs": sections(body, "resolution-list"),
        "breadcrumbs": _way(body),
        "page_title": _("Resolutions of %(committee)s") % {"committee": body},
    }
    return render(request, "governance/resolutions/list.html", context)


def detail(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    resolution = _resolution(request, code, pk)
    members, offices = offices_on_its_day(resolution.meeting)
    return render(
        request,
        "governance/resolutions/detail.html",
        {
            "resolution": resolution,
            "page_title": resolution.title,
            "breadcrumbs": _way(resolution.body, (str(resolution), "")),
            "facts": resolution_facts(resolution),
            "tone": TONES.get(resolution.status, "neutral"),
            "votes": how_each_voted(resolution, offices),
            "recused": recused(resolution, offices),
            "is_secret": resolution.method == VoteMethod.SECRET,
            "form": VoteForm(),
            "may": {} if request.acting.is_guest else _may_about(request, resolution),
        },
    )


def _may_about(request: HttpRequest, resolution: Resolution) -> dict[str, Decision]:
    by = request.acting
    return {
        "vote": permissions.can_vote(by, resolution),
        "recuse": bool(_who_can_be_recused(request, resolution)),
        "close_voting": permissions.can_close_voting(by, resolution),
        "adopt": permissions.can_adopt_resolution(by, resolution),
        "reject": permissions.can_reject_resolution(by, resolution),
        "withdraw": permissions.can_withdraw_resolution(by, resolution),
    }


def _who_can_be_recused(request: HttpRequest, resolution: Resolution) -> list[Any]:
    """Oneself; for who presides, everybody who has neither voted nor stepped back."""
    by = request.acting
    if resolution.is_decided or not presides(by, resolution.meeting):
        return [by.person] if permissions.can_recuse(by, resolution, by.person) else []
    members, _offices = offices_on_its_day(resolution.meeting)
    done = set(resolution.recusals.values_list("member_id", flat=True))
    done |= set(resolution.votes.values_list("member_id", flat=True))
    done |= set(resolution.secret_voters.values_list("member_id", flat=True))
    free = [member for member in members if member.pk not in done]
    return free if free and permissions.can_recuse(by, resolution, free[0]) else []


@login_required
def propose(request: HttpRequest, code: str, meeting: int) -> HttpResponse:
    visible = Meeting.objects.visible_to(request.acting).select_related("body", "term")
    found = get_object_or_404(visible, body__code=code, pk=meeting)
    form = MotionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect(actions.propose(found, by=request.acting, **form.cleaned_data))
    may = permissions.can_propose_resolution(request.acting, found)
    return render(
        request, "governance/resolutions/propose.html", {"meeting": found, "form": form, "may": may}
    )


@login_required
def recuse(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    resolution = _resolution(request, code, pk)
    people = _who_can_be_recused(request, resolution)
    may = bool(people) or permissions.can_recuse(request.acting, resolution, request.acting.person)
    form = RecuseForm(request.POST or None, people=people)
    if request.method == "POST":
        require(may)
        if form.is_valid():
            member = form.cleaned_data.get("member") or people[0]
            actions.recuse(resolution, by=request.acting, member=member, ground=form.cleaned_data["ground"])
            return redirect(resolution)
    context = {
        "form": form,
        "may": may,
        "page_title": _("Take no part in the motion"),
        "lead": str(resolution),
        "submit": _("Record that the member takes no part"),
        "back": resolution.get_absolute_url(),
    }
    return render(request, "governance/act.html", context)


@login_required
def vote(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """A member's vote, cast on the motion's own page."""
    resolution = _resolution(request, code, pk)
    return verb_page(
        request,
        may=permissions.can_vote(request.acting, resolution),
        perform=lambda choice: actions.vote(resolution, by=request.acting, choice=Choice(choice)),
        form=VoteForm(posted(request)),
        question=_("Vote: %(motion)s") % {"motion": resolution.title},
        submit=_("Cast the vote"),
        done=_("Your vote has been counted."),
        back=resolution.get_absolute_url(),
        breadcrumbs=_way(resolution.body, (str(resolution), resolution.get_absolute_url()), (_("Vote"), "")),
    )


def _verb(act: Callable[..., object]) -> Callable[..., HttpResponse]:
    """A verb that needs nothing but a press."""

    @login_required
    @require_POST
    def view(request: HttpRequest, code: str, pk: int) -> HttpResponse:
        resolution = _resolution(request, code, pk)
        act(resolution, by=request.acting)
        return redirect(resolution)

    return view


adopt = _verb(actions.adopt)
reject = _verb(actions.reject)
close_voting = _verb(actions.close_voting)
withdraw = _verb(actions.withdraw)


def _way(body: Body, *steps: tuple[str, str]) -> list[dict]:
    """The way from the committee over its resolutions to here."""
    resolutions = reverse("governance:resolution-list", args=[body.code]) if steps else ""
    return breadcrumbs((body.shown_name, _page(body)), (_("Resolutions"), resolutions), *steps)


def _page(body: Body) -> str:
    return reverse("governance:committee-detail", args=[body.code])


def _resolution(request: HttpRequest, code: str, pk: int) -> Resolution:
    visible = Resolution.objects.visible_to(request.acting)
    visible = visible.select_related("body", "term", "meeting__body", "meeting__term", "proposed_by")
    return get_object_or_404(visible, body__code=code, pk=pk)
