"""A person's own pages: start, profile, notices, footprint; and the staff's kept mails and ledger."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.foundation import clock, outbox
from portal.foundation.decisions import require
from portal.foundation.looks import looks_at, once_a_page
from portal.foundation.models import AuditEntry, KeptMail, OutboxMessage
from portal.foundation.paging import keyset
from residents.bodies.models import Body
from residents.bodies.printed_names import name_bodies

from . import actions
from .forms import ProfileForm
from .middleware import choose
from .permissions import can_read_kept_mails, can_read_ledger


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """My page: notices, what I act for, where to go."""
    person = request.user
    inbox = OutboxMessage.objects.filter(recipient_id=str(person.pk))
    body = request.acting.body
    context = {
        "has_contracts": body is not None and body.contracts.exists(),
        "notices": [_notice(message, person) for message in inbox.order_by("-id")[:5]],
        "memberships": person.memberships.in_force().select_related("body"),
        "connection": person.connections.on(clock.today()).first(),
    }
    return render(request, "residents/accounts/home.html", context)


@login_required
def profile(request: HttpRequest) -> HttpResponse:
    """Change what one says about oneself."""
    person = request.user
    current = person.connections.on(clock.today()).first()
    form = ProfileForm(
        request.POST or None, instance=person, initial={"connection": current.kind if current else ""}
    )
    if request.method == "POST" and form.is_valid():
        actions.change_profile(person, by=request.acting, **form.cleaned_data)
        messages.success(request, _("Your profile was changed."))
        return redirect("residents:account-profile")
    return render(request, "residents/accounts/profile.html", {"form": form})


@login_required
def inbox(request: HttpRequest) -> HttpResponse:
    """Everything the portal told this person, newest first; reading it marks it read."""
    mine = OutboxMessage.objects.filter(recipient_id=str(request.user.pk))
    page = keyset(mine, request)
    notices = [_notice(message, request.user) for message in page.items]
    actions.mark_read(request.user)
    return render(request, "residents/accounts/inbox.html", {"page": page, "notices": notices})


def _notice(message: OutboxMessage, person: object) -> dict:
    subject, body = outbox.words(message, person, with_address=False)
    return {
        "subject": subject,
        "body": body,
        "url": message.url,
        "at": message.at,
        "is_new": message.read_at is None,
    }


@login_required
def footprint(request: HttpRequest) -> HttpResponse:
    """What the town holds about me that leads to me: consents and my own acts in the ledger."""
    entries = AuditEntry.objects.filter(person_id=str(request.user.pk))
    page, looks = keyset(entries, request), once_a_page(looks_at(str(request.user.pk))[:100])
    name_bodies([*page, *looks])
    context = {
        "consents": request.user.consents.select_related("text").order_by("-given_at"),
        "page": page,
        "looks": looks,
    }
    return render(request, "residents/accounts/footprint.html", context)


@login_required
@require_POST
def act_for(request: HttpRequest) -> HttpResponse:
    """Choose the body one acts for from now on; empty means for oneself."""
    body = None
    if request.POST.get("body"):
        mine = request.user.memberships.in_force().values("body")
        body = get_object_or_404(Body.objects.filter(pk__in=mine), code=request.POST["body"])
    choose(request, body)
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/"
    return redirect(target)


@login_required
def kept_mails(request: HttpRequest) -> HttpResponse:
    """The demo town's mails, for those who run the system."""
    require(can_read_kept_mails(request.acting))
    page = keyset(KeptMail.objects.all(), request)
    return render(request, "residents/accounts/mails.html", {"page": page})


@login_required
def ledger(request: HttpRequest) -> HttpResponse:
    """The town's ledger, for those who may read it."""
    require(can_read_ledger(request.acting))
    page = keyset(AuditEntry.objects.all(), request, size=50)
    name_bodies(page)
    return render(request, "residents/accounts/ledger.html", {"page": page})
