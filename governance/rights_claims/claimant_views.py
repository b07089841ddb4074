"""The claimant's side: claiming, the receipt, taking the claim back; possible without an account."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from communities.posts.models import Post
from governance.violations.act_page import posted, way
from portal.foundation.decisions import Denied, require
from portal.foundation.limits import Limit

from . import actions, permissions
from .forms import ClaimForm
from .models import RightsClaim
from .rows import claim_facts

GUESTS = Limit("governance.rights_claim", times=5, per=timedelta(hours=1))


def submit(request: HttpRequest, post: int) -> HttpResponse:
    """Anybody who can read the post claims that it infringes a right of theirs."""
    found = get_object_or_404(Post.objects.visible_to(request.user).with_words(), pk=post)
    require(permissions.can_submit(request.acting, found))
    form = ClaimForm(posted(request))
    if request.method == "POST" and form.is_valid() and _not_too_often(request, form):
        claim = actions.submit(found, by=request.acting, **form.cleaned_data)
        return redirect(claim.get_receipt_url())
    title = _("Claim that a post infringes your right")
    context = {"page_title": title, "post": found, "form": form, "breadcrumbs": way((title, ""))}
    return render(request, "governance/rights_claims/submit.html", context)


def receipt(request: HttpRequest, pk: Any) -> HttpResponse:
    """The claimant's page: the number, and what became of the claim; nothing of what the author answered."""
    claim = get_object_or_404(RightsClaim.objects.with_words(), pk=pk)
    if not permissions.can_read_receipt(request.acting, claim):
        raise Http404
    title = _("Your claim %(number)s") % {"number": claim.number}
    context = {
        "page_title": title,
        "claim": claim,
        "facts": claim_facts(claim),
        "may_withdraw": permissions.can_withdraw(request.acting, claim),
        "breadcrumbs": way((title, "")),
    }
    return render(request, "governance/rights_claims/receipt.html", context)


@require_POST
def withdraw(request: HttpRequest, pk: Any) -> HttpResponse:
    claim = get_object_or_404(RightsClaim.objects.with_words(), pk=pk)
    if not permissions.can_read_receipt(request.acting, claim):
        raise Http404
    actions.withdraw(claim, by=request.acting)
    messages.success(request, _("Your claim was withdrawn."))
    return redirect(claim.get_receipt_url())


def _not_too_often(request: HttpRequest, form: ClaimForm) -> bool:
    """Guests are slowed down; what they wrote stays in the form."""
    answer = GUESTS.take(request) if request.acting.is_guest else True
    if isinstance(answer, Denied):
        form.add_error(None, f"{answer.reason} {answer.next_step}")
    return bool(answer)
