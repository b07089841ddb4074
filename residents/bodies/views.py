"""Who belongs to a body, handing over when staff rotate, and units that give way to others."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.foundation import clock
from portal.foundation.decisions import Denied, require
from portal.foundation.paging import keyset
from portal.foundation.standing import standing_with
from portal.foundation.templatetags.ui import japanese_date
from portal.foundation.verb_page import posted, verb_page
from residents.roles.functions import FUNCTIONS
from residents.roles.models import RoleTable

from . import actions, permissions
from .forms import HandOverForm, JoinForm, ReorganiseForm
from .models import Body, BodyMembership


def way(*steps: tuple[str, str]) -> list[dict[str, str]]:
    first = (_("Offices and bodies"), reverse("residents:body-list"))
    return [{"label": label, "url": url} for label, url in (first, *steps)]


@login_required
def members(request: HttpRequest, code: str) -> HttpResponse:
    """Everybody who belongs, belonged or will belong to a body, with their days."""
    body = get_object_or_404(Body, code=code)
    if not permissions.can_see_members(request.acting, body):
        raise Http404
    may = permissions.can_change_members(request.acting, body)
    form = JoinForm(posted(request), body, initial={"from_on": clock.today()})
    if request.method == "POST":
        require(may)
        if form.is_valid():
            actions.join(body, by=request.acting, **form.cleaned_data)
            messages.success(request, _("The person has been entered."))
            return redirect("residents:body-members", code)
    rows = BodyMembership.objects.filter(body=body).select_related("person")
    page = keyset(rows, request, order="-from_on -id")
    context = {
        "body": body,
        "page_title": _("People of %(body)s") % {"body": body.shown_name},
        "breadcrumbs": way(
            (body.shown_name, reverse("residents:body-detail", args=[code])), (_("People"), "")
        ),
        "page": page,
        "items": [_member(row, bool(may)) for row in page],
        "form": form,
        "may": may,
    }
    return render(request, "residents/bodies/members.html", context)


def _member(row: BodyMembership, may: bool) -> dict[str, Any]:
    today = clock.today()
    gone = row.until_on is not None and row.until_on < today
    days = _("from %(day)s") % {"day": japanese_date(row.from_on)}
    if row.until_on is not None:
        days = _("%(first)s to %(last)s") % {
            "first": japanese_date(row.from_on),
            "last": japanese_date(row.until_on),
        }
    return {
        "name": str(row.person),
        "post": row.post,
        "days": days,
        "status": _("left") if gone else (_("to come") if row.from_on > today else _("belongs")),
        "tone": "neutral" if gone else ("info" if row.from_on > today else "success"),
        "url": "" if gone or not may else reverse("residents:member-hand-over", args=[row.pk]),
    }


@login_required
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """人事異動: all that stands with the person who leaves; each open matter gets a new owner."""
    membership = get_object_or_404(BodyMembership.objects.select_related("body", "person"), pk=pk)
    body, person = membership.body, membership.person
    if not permissions.can_see_members(request.acting, body):
        raise Http404
    require(permissions.can_change_members(request.acting, body))
    matters = standing_with(person, body)
    form = HandOverForm(posted(request), membership, matters, initial={"until_on": clock.today()})
    back = reverse("residents:body-members", args=[body.code])
    if request.method == "POST" and form.is_valid():
        try:
            actions.hand_over(membership, by=request.acting, **form.cleaned_data)
        except Denied as refused:
            form.add_error(None, f"{refused.reason} {refused.next_step}")
        else:
            messages.success(request, _("Handed over. Nothing is left with %(person)s.") % {"person": person})
            return redirect(back)
    context = {
        "page_title": _("%(person)s leaves %(body)s") % {"person": person, "body": body.shown_name},
        "breadcrumbs": way(
            (body.shown_name, reverse("residents:body-detail", args=[body.code])),
            (_("People"), back),
            (_("Hand over"), ""),
        ),
        "matters": [{"title": m.title, "meta": str(m.kind), "url": m.url} for m in matters],
        "ending": _ending(membership),
        "form": form,
        "back": back,
    }
    return render(request, "residents/bodies/hand_over.html", context)


def _ending(membership: BodyMembership) -> list[str]:
    """The functions of the body: they stay with it, and the person no longer acts by them."""
    table = RoleTable.objects.in_force(clock.today())
    rows = table.rows.filter(body=membership.body).order_by("pk") if table else []
    return [str(FUNCTIONS[row.function].label) for row in rows if row.function in FUNCTIONS]


@login_required
def reorganise(request: HttpRequest) -> HttpResponse:
    """組織改正: units give way to another from a day on."""
    return verb_page(
        request,
        may=permissions.may_reorganise(request.acting),
        perform=lambda **words: actions.reorganise(by=request.acting, **words),
        form=ReorganiseForm(posted(request)),
        done=_("Entered. People and open matters go along on the day; now draft the next table of roles."),
        back=reverse("residents:body-list"),
        question=_("Enter a reorganisation"),
        submit=_("Enter it"),
        text=_(
            "The units that give way end the day before. Their people belong to the successor from the first "
            "day; open items, surveys, communities and drafts move in the morning of that day. Functions "
            "move only by the next table of roles: its draft proposes the successor."
        ),
        breadcrumbs=way((_("Enter a reorganisation"), "")),
    )
