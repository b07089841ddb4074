"""A claim for its author and for those who deal with it; the claimant has pages of their own."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from governance.violations.act_page import posted, way
from governance.violations.desk import tabs
from portal.foundation.decisions import require
from portal.foundation.paging import keyset
from portal.foundation.printed_dates import japanese_date
from portal.foundation.verb_page import ReasonForm, verb_page

from . import actions, permissions
from .models import RightsClaim
from .rows import claim_facts, claim_row, claim_steps

HANDLED = ("inquire", "turn_down", "remove", "keep", "put_back")


@login_required
def index(request: HttpRequest) -> HttpResponse:
    """Claims, the newest first, for those who deal with them."""
    require(permissions.can_see_list(request.acting))
    claims = RightsClaim.objects.exclude(author=request.user).exclude(claimant=request.user)
    page = keyset(claims.select_related("evidence"), request, order="-received_at -id")
    context = {
        "page_title": _("Claims of infringed rights"),
        "page": page,
        "rows": [claim_row(claim) for claim in page],
        "tabs": tabs("rights", request.acting),
        "breadcrumbs": way((_("Claims of infringed rights"), "")),
    }
    return render(request, "governance/violations/desk.html", context)


@login_required
def detail(request: HttpRequest, pk: Any) -> HttpResponse:
    """One claim, for its author and for those who deal with it."""
    claim, by = _visible(request, pk), request.acting
    context = {
        "page_title": _("Claim %(number)s") % {"number": claim.number},
        "claim": claim,
        "is_asked": permissions.is_asked(by, claim),
        "facts": claim_facts(claim),
        "steps": claim_steps(claim),
        "may_answer": permissions.can_object(by, claim),
        "may": {verb: getattr(permissions, f"can_{verb}")(by, claim) for verb in HANDLED},
        "breadcrumbs": way((claim.number, "")),
    }
    return render(request, "governance/rights_claims/detail.html", context)


@login_required
def file(request: HttpRequest, pk: Any) -> HttpResponse:
    """What rests sealed; each look is in the ledger."""
    claim, by = _visible(request, pk), request.acting
    inside = bool(permissions.can_read_inside(by, claim))
    opened = actions.read(claim, by=by, may=permissions.can_read(by, claim), inside=inside)
    context = {
        "page_title": _("File of the claim %(number)s") % {"number": claim.number},
        "claim": claim,
        "inside": inside,
        "opened": opened,
        "breadcrumbs": way((claim.number, claim.get_absolute_url()), (_("File"), "")),
    }
    return render(request, "governance/rights_claims/file.html", context)


def inquire(request: HttpRequest, pk: Any) -> HttpResponse:
    return _act(
        request,
        pk,
        "inquire",
        name="inquiry",
        label=_("What the author is asked"),
        help_text=_(
            "The author reads the claim in the claimant's words, without the name, and this question."
        ),
        done=_("The author has been asked."),
        question=_("Ask the author?"),
        submit=_("Ask the author"),
    )


def turn_down(request: HttpRequest, pk: Any) -> HttpResponse:
    return _act(
        request,
        pk,
        "turn_down",
        done=_("Closed. The claimant reads why."),
        question=_("Close the claim as not taken up?"),
        submit=_("Not taken up"),
    )


def agree(request: HttpRequest, pk: Any) -> HttpResponse:
    return _act(
        request,
        pk,
        "agree",
        name="reply",
        label=_("What you want to add"),
        required=False,
        done=_("Thank you. The post will be removed."),
        question=_("Agree that the post is removed?"),
        submit=_("I agree"),
    )


def object_(request: HttpRequest, pk: Any) -> HttpResponse:
    claim = _visible(request, pk)
    until = japanese_date(claim.reply_until) if claim.reply_until else ""
    return _act(
        request,
        pk,
        "object",
        name="reply",
        label=_("Why the post should stay"),
        help_text=_("You can answer until %(day)s. The claimant does not read your words.") % {"day": until},
        done=_("Thank you. The caretakers decide and tell you why."),
        question=_("Object to the removal?"),
        submit=_("I do not agree"),
    )


def remove(request: HttpRequest, pk: Any) -> HttpResponse:
    return _act(
        request,
        pk,
        "remove",
        done=_("Removed. Both sides read why."),
        question=_("Remove the post?"),
        submit=_("Remove the post"),
        text=_("This decides only that the post is no longer shown here, not who is right in law."),
        tone="danger",
    )


def keep(request: HttpRequest, pk: Any) -> HttpResponse:
    return _act(
        request,
        pk,
        "keep",
        done=_("The post stays. Both sides read why."),
        question=_("Let the post stay?"),
        submit=_("Let the post stay"),
        text=_("This decides only that the post stays here, not who is right in law."),
    )


def put_back(request: HttpRequest, pk: Any) -> HttpResponse:
    return _act(
        request,
        pk,
        "put_back",
        done=_("Shown again. Both sides read why."),
        question=_("Show the post again?"),
        submit=_("Show the post again"),
    )


def _act(
    request: HttpRequest,
    pk: Any,
    verb: str,
    *,
    name: str = "reason",
    label: Any = None,
    help_text: Any = "",
    required: bool = True,
    **page: Any,
) -> HttpResponse:
    claim = _visible(request, pk)
    help_text = help_text or (_("Both sides read this reason.") if name == "reason" else "")
    form = ReasonForm(posted(request), label=label or _("Reason"), help_text=help_text, name=name)
    form.fields[name].required = required
    return verb_page(
        request,
        may=getattr(permissions, f"can_{verb}")(request.acting, claim),
        form=form,
        perform=lambda **words: getattr(actions, verb)(claim, by=request.acting, **words),
        back=claim.get_absolute_url(),
        breadcrumbs=way((claim.number, claim.get_absolute_url()), (page["question"], "")),
        **page,
    )


def _visible(request: HttpRequest, pk: Any) -> RightsClaim:
    """The claim, or the same 404 for what is absent and what is not for this reader."""
    claim = get_object_or_404(RightsClaim.objects.with_words(), pk=pk)
    if not permissions.can_read(request.acting, claim):
        raise Http404
    return claim
