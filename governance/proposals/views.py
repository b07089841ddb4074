"""Following a proposal, and what the committee and the secretariat do with it."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from governance.follow_ups import detail
from portal.foundation import clock
from portal.foundation.decisions import require
from portal.foundation.paging import keyset
from residents.roles.holdings import holds

from . import actions, deadlines, forms, permissions, presenting
from .models import Proposal
from .record_models import ProposalVersion
from .verb_pages import act, nothing_to_type, visible


def proposal_list(request: HttpRequest) -> HttpResponse:
    """Every proposal since the first, with the days the city has had it."""
    found = Proposal.objects.visible_to(request.acting).select_related("proposed_by")
    page = keyset(found, request)
    context = {
        "page_title": _("Proposals and answers"),
        "page": page,
        "items": presenting.listed(page, clock.today()),
        "may_draft": permissions.can_draft_proposal(request.acting),
    }
    return render(request, "governance/proposals/list.html", context)


def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """Items, answers and the public timeline of one proposal: who has it now, and until when."""
    found = visible(request, pk)
    return render(request, "governance/proposals/detail.html", detail.context(found, request.acting))


def proposal_print(request: HttpRequest, pk: int) -> HttpResponse:
    """The same on a sheet of paper, as the public sees it."""
    found = visible(request, pk)
    return render(request, "governance/proposals/print.html", detail.public_context(found))


def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The frozen words, byte for byte, so that anybody can compute their fingerprint."""
    found = get_object_or_404(
        ProposalVersion, number=number, proposal__in=Proposal.objects.visible_to(request.acting), proposal=pk
    )
    answer = HttpResponse(found.text.encode(), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="proposal-{pk}-v{number}.txt"'
    return answer


@login_required
def proposal_draft(request: HttpRequest) -> HttpResponse:
    """The committee, or who chaired the room, writes down what a discussion has come to."""
    by = request.acting
    may = permissions.can_draft_proposal(by)
    if request.method == "POST":
        require(may)
    rooms = permissions.rooms_to_draw_on(by)
    room = rooms.filter(pk=request.GET["room"]).first() if request.GET.get("room", "").isdigit() else None
    form = forms.DraftForm(
        request.POST or None,
        rooms=rooms,
        needs_room=not holds(by, "committee.steering"),
        initial=forms.DraftForm.filled_from_room(room) if room is not None else None,
    )
    if request.method == "POST" and form.is_valid():
        drafted = actions.draft(permissions.committee(), by=by, **form.cleaned_data)
        messages.success(request, _("The draft has been saved."))
        return redirect(drafted)
    context = {"page_title": _("Draft a proposal"), "form": form, "may": may, "submit": _("Save the draft")}
    return render(request, "governance/proposals/act.html", context)


@login_required
def proposal_revise(request: HttpRequest, pk: int) -> HttpResponse:
    """Word the draft anew before the committee decides."""
    found = visible(request, pk)
    may = permissions.can_revise_proposal(request.acting, found)
    form = forms.DraftForm(
        request.POST or None,
        rooms=permissions.rooms_to_draw_on(request.acting),
        needs_room=not holds(request.acting, "committee.steering"),
        initial=forms.DraftForm.filled_from(found),
    )
    words = {"title": _("Word the draft anew"), "done": _("The draft has been saved.")}
    return act(request, found, form, may, partial(actions.revise, found), **words)


@login_required
def proposal_lay_open(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible(request, pk)
    may = permissions.can_lay_open_proposal(request.acting, found)
    words = {"title": _("Lay the draft open for reading"), "done": _("Everybody can read the draft now.")}
    form = nothing_to_type(request)
    return act(request, found, form, may, partial(actions.lay_open, found), **words)


@login_required
def proposal_adopt(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible(request, pk)
    may = permissions.can_adopt_proposal(request.acting, found)
    form = forms.AdoptForm(request.POST or None, permissions.resolutions_for(found))
    words = {"title": _("Adopt this proposal"), "done": _("The proposal has been adopted.")}
    return act(request, found, form, may, partial(actions.adopt, found), **words)


@login_required
def proposal_hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible(request, pk)
    may = permissions.can_hand_over_proposal(request.acting, found)
    words = {"title": _("Hand over to the mayor"), "done": _("The proposal has been handed over.")}
    form = nothing_to_type(request)
    return act(request, found, form, may, partial(actions.hand_over, found), **words)


@login_required
def proposal_return(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible(request, pk)
    may = permissions.can_return_proposal(request.acting, found)
    form = forms.ReasonForm(request.POST or None)
    words = {"title": _("Return for correction"), "done": _("The proposal has been returned.")}
    return act(request, found, form, may, partial(actions.return_for_correction, found), **words)


@login_required
def proposal_correct(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible(request, pk)
    may = permissions.can_correct_proposal(request.acting, found)
    form = forms.CorrectForm(request.POST or None, initial=forms.CorrectForm.filled_from(found))
    words = {"title": _("Mend the proposal"), "done": _("The correction has been saved.")}
    return act(request, found, form, may, partial(actions.correct, found), **words)


@login_required
def proposal_receive(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible(request, pk)
    may = permissions.can_receive_proposal(request.acting, found)
    due = deadlines.due(deadlines.named("proposal.answer_days", found))
    form = forms.ReceiveForm(request.POST if request.method == "POST" else None, asks_for_day=due is None)
    words = {"title": _("Receive this proposal"), "done": _("The proposal has been received.")}
    return act(request, found, form, may, partial(actions.receive, found), due=due, **words)


@login_required
def proposal_route(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible(request, pk)
    may = permissions.can_route_proposal(request.acting, found)
    form = forms.RouteForm(request.POST or None, found)
    words = {"title": _("Name the responsible sections"), "done": _("The sections have been told.")}
    return act(request, found, form, may, partial(actions.route, found), **words)


@login_required
def proposal_assembly(request: HttpRequest, pk: int) -> HttpResponse:
    """What the assembly has to hear first, and until when the answer waits for it."""
    found = visible(request, pk)
    may = permissions.can_note_assembly(request.acting, found)
    initial = {"note": found.assembly_note, "embargo_until": found.embargo_until}
    form = forms.AssemblyForm(request.POST or None, initial=initial)
    words = {"title": _("Note the standing in the assembly"), "done": _("The note has been published.")}
    return act(request, found, form, may, partial(actions.note_assembly, found), **words)


@login_required
def proposal_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible(request, pk)
    may = permissions.can_withdraw_proposal(request.acting, found)
    form = forms.WithdrawForm(request.POST or None, permissions.resolutions_for(found))
    words = {"title": _("Withdraw this proposal"), "done": _("The proposal has been withdrawn.")}
    return act(request, found, form, may, partial(actions.withdraw, found), **words)
