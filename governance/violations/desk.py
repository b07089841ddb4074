"""The desk: what is due, overdue, and waiting for whom (視点: 世話人, 事務局, 運営委員)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Count, DateField, Q, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from communities.posts.models import Post
from governance.rights_claims.permissions import can_see_list
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from portal.foundation.paging import keyset
from residents.roles.holdings import holds

from .act_page import way
from .lifecycle import OPEN_CASES, CaseStatus
from .models import ViolationCase
from .permissions import can_see_desk
from .querysets import WITH_CARETAKER
from .rows import case_row

NO_DAY = date(9999, 12, 31)


@login_required
def index(request: HttpRequest) -> HttpResponse:
    """Cases in the order of their days; ``?show=`` narrows."""
    require(can_see_desk(request.acting))
    show = request.GET.get("show", "open")
    cases = _shown(show).exclude(subject=request.user).select_related("rule_version__rule", "evidence")
    order = "-opened_at -id" if show == "closed" else "due id"
    page = keyset(cases, request, order=order)
    context = {
        "page_title": _("Cases about violations"),
        "page": page,
        "rows": [case_row(case) for case in page],
        "tabs": tabs(show, request.acting),
        "breadcrumbs": way((_("Cases about violations"), "")),
    }
    return render(request, "governance/violations/desk.html", context)


def _shown(show: str) -> Any:
    cases = ViolationCase.objects.annotate(due=Coalesce("due_on", Value(NO_DAY), output_field=DateField()))
    narrowed = {
        "overdue": cases.overdue(clock.today()),
        "caretaker": cases.with_caretaker(),
        "committee": cases.filter(status=CaseStatus.REFERRED),
        "closed": cases.closed(),
    }
    return narrowed.get(show, cases.open())


@login_required
def checks(request: HttpRequest) -> HttpResponse:
    """Posts that those of a place hid for a check: a case is opened, or the clock shows them again."""
    require(can_see_desk(request.acting))
    posts = Post.objects.being_checked().exclude(author=request.user).select_related("forum", "thread")
    page = keyset(posts, request, order="hidden_until id")
    is_caretaker = bool(holds(request.acting, "rooms.caretaker"))
    context = {
        "page_title": _("Posts hidden for a check"),
        "page": page,
        "rows": [_check_row(post, is_caretaker) for post in page],
        "tabs": tabs("checks", request.acting),
        "breadcrumbs": way((_("Posts hidden for a check"), "")),
    }
    return render(request, "governance/violations/desk.html", context)


def _check_row(post: Post, is_caretaker: bool) -> dict[str, Any]:
    """Caretakers are led to the case, everybody else to the post."""
    over = post.hidden_until is not None and post.hidden_until < clock.today()
    return {
        "title": _("%(number)s – %(place)s") % {"number": post.forum.title, "place": post.thread.title},
        "url": reverse("governance:violation-report", args=[post.pk])
        if is_caretaker
        else post.get_absolute_url(),
        "date": post.hidden_until,
        "status": _("Over") if over else _("Hidden for a check"),
        "tone": "danger" if over else "warning",
        "meta": _("shown again after this day unless a case is opened"),
        "text": post.status_reason,
    }


def tabs(current: str, by: Acting) -> list[dict]:
    """How many of each there are, counted in one question; then the lists of other shelves that open."""
    counts = ViolationCase.objects.aggregate(
        open=Count("pk", filter=Q(status__in=OPEN_CASES)),
        overdue=Count("pk", filter=Q(status__in=OPEN_CASES, due_on__lt=clock.today())),
        caretaker=Count("pk", filter=Q(status__in=WITH_CARETAKER)),
        committee=Count("pk", filter=Q(status=CaseStatus.REFERRED)),
        closed=Count("pk", filter=~Q(status__in=OPEN_CASES)),
    )
    labels = {
        "open": _("Open cases"),
        "overdue": _("Overdue"),
        "caretaker": _("For caretakers"),
        "committee": _("For the committee"),
        "closed": _("Closed cases"),
    }
    address = reverse("governance:violation-list")
    shown = [
        {"label": label, "url": f"{address}?show={key}", "count": counts[key], "current": key == current}
        for key, label in labels.items()
    ]
    others = {
        "checks": (_("Hidden for a check"), "violation-checks"),
        "direct": (_("Direct measures"), "sanction-list"),
    }
    if can_see_list(by):
        others["rights"] = (_("Claims of infringed rights"), "rights-claim-list")
    return shown + [
        {"label": label, "url": reverse(f"governance:{name}"), "current": key == current}
        for key, (label, name) in others.items()
    ]
