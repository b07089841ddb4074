"""Lending a function for stated days, and taking it back (委任, 代理)."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.foundation import clock
from portal.foundation.decisions import Denied
from portal.foundation.paging import keyset
from portal.foundation.templatetags.ui import japanese_date
from portal.foundation.verb_page import ReasonForm, posted, verb_page

from . import actions, permissions, presenting
from .forms import DelegationForm
from .models import Delegation
from .views import way


@login_required
def index(request: HttpRequest) -> HttpResponse:
    """What the body one acts for has lent and borrowed; whoever keeps the table sees every loan."""
    found = Delegation.objects.visible_to(request.acting, bool(permissions.can_draft_table(request.acting)))
    page = keyset(found.select_related("from_body", "to_body", "to_person"), request, order="-from_on -id")
    context = {
        "page_title": _("Delegations"),
        "breadcrumbs": way((_("Delegations"), "")),
        "page": page,
        "items": [_item(row, request.acting) for row in page],
        "may_give": bool(permissions.lendable(request.acting)),
    }
    return render(request, "residents/roles/delegations.html", context)


def _item(row: Delegation, by: Any) -> dict[str, Any]:
    holds_now = row.from_on <= clock.today() <= row.until_on
    return {
        "title": str(presenting.label_of(row.function)),
        "url": reverse("residents:delegation-take-back", args=[row.pk])
        if permissions.can_take_back(by, row)
        else "",
        "status": _("In force") if holds_now else "",
        "tone": "success" if holds_now else "neutral",
        "meta": _("%(from)s → %(to)s, %(first)s to %(last)s (%(basis)s)")
        % {
            "from": row.from_body,
            "to": row.to_body or row.to_person,
            "first": japanese_date(row.from_on),
            "last": japanese_date(row.until_on),
            "basis": row.basis,
        },
    }


@login_required
def give(request: HttpRequest) -> HttpResponse:
    """Lend a function the body holds today."""
    lendable = permissions.lendable(request.acting)
    return verb_page(
        request,
        may=bool(lendable)
        or Denied(
            _("The body you act for holds nothing it could lend."),
            _("Choose for whom you act, and try again."),
        ),
        perform=lambda **words: actions.delegate(by=request.acting, **words),
        form=DelegationForm(posted(request), lendable),
        done=_("The function has been lent."),
        back=reverse("residents:delegation-list"),
        question=_("Lend a function"),
        submit=_("Lend it"),
        text=_("It goes to one body or to one person, until its last day. What they do stays theirs."),
        breadcrumbs=way((_("Delegations"), reverse("residents:delegation-list")), (_("Lend a function"), "")),
    )


@login_required
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """End a loan today."""
    keeps_table = bool(permissions.can_draft_table(request.acting))
    lent = get_object_or_404(Delegation.objects.visible_to(request.acting, keeps_table), pk=pk)
    return verb_page(
        request,
        may=permissions.can_take_back(request.acting, lent),
        perform=lambda reason: actions.take_back(lent, by=request.acting, reason=reason),
        form=ReasonForm(posted(request), label=_("Reason")),
        done=_("The delegation ends today."),
        back=reverse("residents:delegation-list"),
        question=_("Take the delegation back"),
        submit=_("End it today"),
        text=str(presenting.label_of(lent.function)),
        tone="danger",
        breadcrumbs=way((_("Delegations"), reverse("residents:delegation-list")), (_("Take back"), "")),
    )
