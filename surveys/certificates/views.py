"""The pages of those who verify: whom the portal trusts, what it knows of revoked certificates, whom it asks."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.foundation import clock
from portal.foundation.decisions import Denied, require
from portal.foundation.paging import keyset
from portal.foundation.verb_page import posted, verb_page

from . import actions, freshness, permissions, rows
from .forms import AuthorityForm, DistrustForm, ListForm, PolicyForm, ServiceForm
from .models import CertificateKind, RevocationList, RevocationService, TrustAnchor


def way(*steps: tuple[str, str]) -> list[dict[str, str]]:
    """The way to a page below the overview; its own name comes last, without an address."""
    first = [
        (_("Surveys"), reverse("surveys:survey-list")),
        (_("Trust in certificates"), reverse("surveys:trust-overview")),
    ]
    return [{"label": label, "url": url} for label, url in (*first, *steps)]


@login_required
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Which authorities are trusted, how fresh the lists are, whom the portal asks."""
    require(permissions.can_read_trust(request.acting))
    page = keyset(TrustAnchor.objects.all(), request, order="-valid_until -id")
    by = request.acting
    context = {
        "page_title": _("Trust in certificates"),
        "breadcrumbs": [*way()[:1], {"label": _("Trust in certificates"), "url": ""}],
        "page": page,
        "anchors": [rows.anchor_row(anchor) for anchor in page],
        "lapsed": freshness.lapsed().count(),
        "lists": RevocationList.objects.count(),
        "services": [rows.service_row(service) for service in _services()],
        "without_service": _asked_of_lists(),
        "may_trust": permissions.can_trust_authority(by),
        "may_load": permissions.can_load_revocation_list(by),
        "may_choose": permissions.can_choose_revocation_service(by),
    }
    return render(request, "surveys/certificates/overview.html", context)


def _services() -> Any:
    """Of each kind whoever is asked today and whoever was asked before; there are a few in many years."""
    return RevocationService.objects.order_by("-valid_from", "-pk")[:20]


def _asked_of_lists() -> list[str]:
    today, found = clock.today(), []
    for kind in CertificateKind:
        if not RevocationService.objects.usable().filter(kind=kind).on(today).exists():
            found.append(str(kind.label))
    return found


@login_required
def take_in(request: HttpRequest) -> HttpResponse:
    """An authority's certificate, taken in only if its fingerprint is the one typed from the published sheet."""
    require(permissions.can_trust_authority(request.acting))
    form = AuthorityForm(posted(request), request.FILES or None)
    if form.is_valid() and form.anchor is not None:
        anchor = actions.trust(form.anchor, name=form.cleaned_data["name"], by=request.acting)
        messages.success(request, _("The portal trusts this authority from now on."))
        return redirect("surveys:anchor-detail", anchor.pk)
    context = {
        "page_title": _("Take in an authority"),
        "breadcrumbs": way((_("Take in an authority"), "")),
        "form": form,
        "lead": _(
            "Certificates below it are believed from then on. Compare with the sheet the authority publishes."
        ),
        "submit": _("Trust this authority"),
        "back": reverse("surveys:trust-overview"),
    }
    return render(request, "surveys/certificates/upload.html", context)


@login_required
@require_safe
def anchor(request: HttpRequest, pk: int) -> HttpResponse:
    """One authority: what it is, which policies are taken, until when it is trusted."""
    require(permissions.can_read_trust(request.acting))
    found = get_object_or_404(TrustAnchor, pk=pk)
    status, tone = rows.standing_of_anchor(found)
    context = {
        "page_title": found.name,
        "breadcrumbs": way((found.name, "")),
        "anchor": found,
        "status": status,
        "tone": tone,
        "facts": rows.anchor_facts(found),
        "may_distrust": permissions.can_distrust_authority(request.acting, found),
        "may_accept": permissions.can_accept_further_policy(request.acting, found),
    }
    return render(request, "surveys/certificates/anchor.html", context)


@login_required
def distrust(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop trusting an authority: nothing it issued is believed from that day on."""
    found = get_object_or_404(TrustAnchor, pk=pk)
    return verb_page(
        request,
        may=permissions.can_distrust_authority(request.acting, found),
        perform=lambda **words: actions.distrust(found, by=request.acting, **words),
        done=_("The portal stops trusting this authority."),
        back=reverse("surveys:anchor-detail", args=[found.pk]),
        question=_("Stop trusting “%(name)s”") % {"name": found.name},
        text=_("Residents with certificates of this authority can no longer prove themselves with them."),
        submit=_("Stop trusting"),
        form=DistrustForm(posted(request), initial={"from_day": clock.today()}),
        tone="danger",
        breadcrumbs=way((_("Stop trusting “%(name)s”") % {"name": found.name}, "")),
    )


@login_required
def accept_policy(request: HttpRequest, pk: int) -> HttpResponse:
    """Take certificates under one more policy of this authority."""
    found = get_object_or_404(TrustAnchor, pk=pk)
    return verb_page(
        request,
        may=permissions.can_accept_further_policy(request.acting, found),
        perform=lambda **words: actions.accept_policy(found, by=request.acting, **words),
        done=_("Certificates under this policy are taken as well."),
        back=reverse("surveys:anchor-detail", args=[found.pk]),
        question=_("Take a further policy of “%(name)s”") % {"name": found.name},
        text=_("For example the policy of certificates kept in a telephone."),
        submit=_("Take this policy"),
        form=PolicyForm(posted(request)),
        breadcrumbs=way((_("Take a further policy of “%(name)s”") % {"name": found.name}, "")),
    )


@login_required
@require_safe
def lists(request: HttpRequest) -> HttpResponse:
    """The lists of revoked certificates the portal holds, the ones that end first in front."""
    require(permissions.can_read_trust(request.acting))
    page = keyset(RevocationList.objects.all(), request, order="next_update id")
    names = {row.anchor.key_id.hex(): row.name for row in TrustAnchor.objects.all()}
    context = {
        "page_title": _("Lists of revoked certificates"),
        "breadcrumbs": way((_("Lists of revoked certificates"), "")),
        "page": page,
        "items": [rows.list_row(row, names) for row in page],
        "lapsed": freshness.lapsed().count(),
        "may_load": permissions.can_load_revocation_list(request.acting),
    }
    return render(request, "surveys/certificates/lists.html", context)


@login_required
def load(request: HttpRequest) -> HttpResponse:
    """Take in a list by hand; usually `manage.py load_lists` does it."""
    require(permissions.can_load_revocation_list(request.acting))
    form = ListForm(posted(request), request.FILES or None)
    if form.is_valid() and _is_loaded(form, request):
        messages.success(request, _("The list was taken in."))
        return redirect("surveys:revocation-list-list")
    context = {
        "page_title": _("Take in a list of revoked certificates"),
        "breadcrumbs": way((_("Take in a list of revoked certificates"), "")),
        "form": form,
        "lead": _("Only a list signed by a trusted authority is taken in."),
        "submit": _("Take in"),
        "back": reverse("surveys:revocation-list-list"),
    }
    return render(request, "surveys/certificates/upload.html", context)


def _is_loaded(form: ListForm, request: HttpRequest) -> bool:
    try:
        actions.load_lists(form.lists, by=request.acting)
    except Denied as denied:
        form.add_error("file", " ".join(str(text) for text in (denied.reason, denied.next_step) if text))
        return False
    return True


@login_required
def choose_service(request: HttpRequest) -> HttpResponse:
    """Whom to ask about revoked certificates from a day on."""
    return verb_page(
        request,
        may=permissions.can_choose_revocation_service(request.acting),
        perform=lambda kind, means, **more: actions.choose_revocation_service(
            kind, means, by=request.acting, **more
        ),
        done=_("The portal asks there from that day on."),
        back=reverse("surveys:trust-overview"),
        question=_("Choose whom to ask about revoked certificates"),
        text=_("Whoever was asked before is asked until the day before."),
        submit=_("Ask there"),
        form=ServiceForm(posted(request), initial={"valid_from": clock.today(), "sends_nonce": True}),
        breadcrumbs=way((_("Choose whom to ask about revoked certificates"), "")),
    )
