"""Resolutions for everybody to read, and the motions and votes of the members."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.committees.sections import breadcrumbs, sections
from governance.meetings.models import Meeting
from portal.foundation.paging import keyset
from residents.models import Body

from . import actions, permissions
from .forms import MotionForm, VoteForm
from .lifecycle import TONES, Choice
from .models import Resolution
from .rows import resolution_facts, resolution_row


def index(request: HttpRequest, code: str) -> HttpResponse:
    body = get_object_or_404(Body, code=code, kind=Body.Kind.COMMITTEE)
    found = Resolution.objects.decided().of_body(body).visible_to(request.acting)
    page = keyset(found.select_related("term", "body", "meeting"), request, order="-id")
    context = {
        "body": body,
        "page": page,
        "rows": [resolution_row(resolution) for resolution in page],
        "tabs": sections(body, "resolution-list"),
        "breadcrumbs": breadcrumbs((body.shown_name, _page(body)), (_("Resolutions"), "")),
        "page_title": _("Resolutions of %(committee)s") % {"committee": body},
    }
    return render(request, "governance/resolutions/list.html", context)


def detail(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    resolution = _resolution(request, code, pk)
    is_guest = request.acting.is_guest
    return render(
        request,
        "governance/resolutions/detail.html",
        {
            "resolution": resolution,
            "page_title": resolution.title,
            "breadcrumbs": breadcrumbs(
                (resolution.body.shown_name, _page(resolution.body)),
                (_("Resolutions"), reverse("governance:resolution-list", args=[code])),
                (str(resolution), ""),
            ),
            "facts": resolution_facts(resolution),
            "tone": TONES.get(resolution.status, "neutral"),
            "votes": list(resolution.votes.select_related("member")) if resolution.is_decided else [],
            "form": VoteForm(),
            "may_vote": not is_guest and permissions.can_vote(request.acting, resolution),
            "may_adopt": not is_guest and permissions.can_adopt_resolution(request.acting, resolution),
            "may_reject": not is_guest and permissions.can_reject_resolution(request.acting, resolution),
            "may_withdraw": not is_guest and permissions.can_withdraw_resolution(request.acting, resolution),
        },
    )


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
@require_POST
def vote(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    resolution = _resolution(request, code, pk)
    form = VoteForm(request.POST)
    if form.is_valid():
        actions.vote(resolution, by=request.acting, choice=Choice(form.cleaned_data["choice"]))
        messages.success(request, _("Your vote has been counted."))
    else:
        messages.error(request, _("Please choose how you vote."))
    return redirect(resolution)


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
withdraw = _verb(actions.withdraw)


def _page(body: Body) -> str:
    return reverse("governance:committee-detail", args=[body.code])


def _resolution(request: HttpRequest, code: str, pk: int) -> Resolution:
    visible = Resolution.objects.visible_to(request.acting)
    visible = visible.select_related("body", "term", "meeting__body", "meeting__term", "proposed_by")
    return get_object_or_404(visible, body__code=code, pk=pk)
