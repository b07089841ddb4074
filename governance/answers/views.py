"""What sections, mayor and secretariat do with the answer to a proposal."""

from __future__ import annotations

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from governance.proposals import presenting
from governance.proposals.models import Proposal, ProposalItem
from governance.proposals.verb_pages import act, nothing_to_type, visible

from . import actions, forms, permissions
from .models import Answer


@login_required
def answer_draft(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The responsible section writes what it would answer to one item."""
    found = visible(request, pk)
    item = item_of(found, number)
    may = permissions.can_draft_answer(request.acting, item)
    form = forms.AnswerForm(request.POST or None, item)
    title = _("Draft the answer to “%(item)s”") % {"item": item.title}
    words = {"title": title, "done": _("The draft answer has been saved."), "item": item}
    submit = _("Save the draft answer")
    return act(request, found, form, may, partial(actions.draft, item), **{**words, "submit": submit})


@login_required
def answer_concur(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A cooperating section reads the draft and agrees."""
    found = visible(request, pk)
    answer = _draft_of(request, found, number)
    may = permissions.can_concur_answer(request.acting, answer)
    form = forms.ConcurForm(request.POST if request.method == "POST" else None)
    words = {"title": _("Agree to the draft answer"), "done": _("Your agreement has been recorded.")}
    items = presenting.items([answer.item], False, True)
    return act(request, found, form, may, partial(actions.concur, answer), items=items, **words)


@login_required
def answer_endorse(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A grade below the last signs."""
    found = visible(request, pk)
    answer = _draft_of(request, found, number)
    may = permissions.can_endorse_answer(request.acting, answer)
    words = {"title": _("Sign the draft answer"), "done": _("Your signature has been recorded.")}
    items, form = presenting.items([answer.item], False, True), nothing_to_type(request)
    return act(request, found, form, may, partial(actions.endorse, answer), items=items, **words)


@login_required
def answer_approve(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The section stands behind its draft."""
    found = visible(request, pk)
    answer = _draft_of(request, found, number)
    may = permissions.can_approve_answer(request.acting, answer)
    words = {"title": _("Approve the draft answer"), "done": _("The draft answer has been approved.")}
    items, form = presenting.items([answer.item], False, True), nothing_to_type(request)
    return act(request, found, form, may, partial(actions.approve, answer), items=items, **words)


@login_required
def answer_send_back(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Whoever has to agree does not, and says why."""
    found = visible(request, pk)
    answer = _draft_of(request, found, number)
    may = permissions.can_send_back_answer(request.acting, answer)
    form = forms.SendBackForm(request.POST or None)
    words = {"title": _("Send the draft answer back"), "done": _("The section has been told.")}
    items = presenting.items([answer.item], False, True)
    return act(request, found, form, may, partial(actions.send_back, answer), items=items, **words)


@login_required
def proposal_extend(request: HttpRequest, pk: int) -> HttpResponse:
    """The city takes more time and says why."""
    found = visible(request, pk)
    may = permissions.can_extend_proposal(request.acting, found)
    form = forms.ExtendForm(request.POST or None, found.answer_due_on)
    words = {"title": _("Extend the time for the answer"), "done": _("The new day has been published.")}
    return act(request, found, form, may, partial(actions.extend, found), **words)


@login_required
def proposal_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The mayor reads every draft and decides."""
    found = visible(request, pk)
    may = permissions.can_answer_proposal(request.acting, found)
    words = {"title": _("Decide the answer"), "done": _("The answer has been decided.")}
    items, form = presenting.items(found.items.all(), False, bool(may)), nothing_to_type(request)
    return act(request, found, form, may, partial(actions.answer, found), items=items, **words)


@login_required
def proposal_publish(request: HttpRequest, pk: int) -> HttpResponse:
    """The answer goes back to the committee and to everybody."""
    found = visible(request, pk)
    may = permissions.can_publish_proposal(request.acting, found)
    words = {"title": _("Return and publish the answer"), "done": _("The answer has been published.")}
    form = nothing_to_type(request)
    return act(request, found, form, may, partial(actions.publish, found), **words)


def item_of(found: Proposal, number: int) -> ProposalItem:
    """One of the items already loaded with their proposal."""
    for item in found.items.all():
        if item.number == number:
            return item
    raise Http404


def _draft_of(request: HttpRequest, found: Proposal, number: int) -> Answer:
    """The latest draft for an item; drafts are absent for those who may not read them."""
    draft = item_of(found, number).latest_draft
    if draft is None or not permissions.can_read_draft_answers(request.acting, found):
        raise Http404
    return draft
