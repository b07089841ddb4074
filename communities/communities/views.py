"""The list of communities; founding, closing and suspending a general one."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from communities.forums.places import way, way_in
from communities.verb_page import ReasonForm, posted, verb_page
from portal.foundation.decisions import require
from portal.foundation.paging import keyset

from . import actions, permissions
from .forms import FoundForm
from .models import Community

KINDS = {"official": Community.objects.official, "general": Community.objects.general}


def index(request: HttpRequest) -> HttpResponse:
    """Every community this reader may know of, by kind."""
    kind = request.GET.get("kind", "")
    shown = KINDS[kind]() if kind in KINDS else Community.objects.all()
    shown = shown.visible_to(request.user).select_related("operating_body", "manager").with_numbers()
    if kind == "mine" and request.user.is_authenticated:
        shown = shown.joined_by(request.user)
    context = {
        "page_title": _("Communities"),
        "page": keyset(shown, request),
        "tabs": _tabs(request, kind),
        "kind": kind,
        "may_found": permissions.can_found(request.acting),
        "may_draft": request.acting.body is not None and permissions.can_draft_application(request.acting),
        "may_read_applications": request.acting.body is not None
        and permissions.can_read_applications(request.acting),
        "breadcrumbs": way("communities"),
    }
    return render(request, "communities/communities/list.html", context)


def _tabs(request: HttpRequest, kind: str) -> list[dict[str, object]]:
    names = [("", _("All")), ("official", _("Official communities")), ("general", _("By residents"))]
    if request.user.is_authenticated:
        names.append(("mine", _("Mine")))
    return [
        {"label": label, "url": f"{request.path}?kind={key}" if key else request.path, "current": key == kind}
        for key, label in names
    ]


def found(request: HttpRequest) -> HttpResponse:
    """Anybody registered opens a general community."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    require(permissions.can_found(request.acting))
    form = FoundForm(posted(request))
    if request.method == "POST" and form.is_valid():
        community = actions.found(by=request.acting, **form.cleaned_data)
        messages.success(request, _("Your community is open. Write the first post."))
        return redirect(community)
    context = {
        "page_title": _("Open a community"),
        "form": form,
        "lead": _(
            "Any registered resident can open a community; no permission is needed. You become its manager."
        ),
        "submit": _("Open the community"),
        "breadcrumbs": way("communities", (_("Open a community"), "")),
    }
    return render(request, "communities/form.html", context)


def close(request: HttpRequest, slug: str) -> HttpResponse:
    community = _general(request, slug)
    return verb_page(
        request,
        may=permissions.can_close(request.acting, community),
        form=ReasonForm(posted(request), label=_("Reason"), help_text=_("The members will read it.")),
        perform=lambda reason: actions.close(community, by=request.acting, reason=reason),
        done=_("The community is closed. What was written stays readable."),
        back=community.get_absolute_url(),
        question=_("Close “%(forum)s”?") % {"forum": community.title},
        text=_("Nobody can write any more; everybody who could read still can."),
        submit=_("Close the community"),
        tone="danger",
        breadcrumbs=way_in(community, (_("Close it"), "")),
    )


def suspend(request: HttpRequest, slug: str) -> HttpResponse:
    """The SNS operator or a caretaker stops writing while something is looked into ([2.3])."""
    community = _general(request, slug)
    return verb_page(
        request,
        may=permissions.can_suspend(request.acting, community),
        form=ReasonForm(posted(request), label=_("Reason"), help_text=_("The members will read it.")),
        perform=lambda reason: actions.suspend(community, by=request.acting, reason=reason),
        done=_("Suspended. The members have been told; reading stays possible."),
        back=community.get_absolute_url(),
        question=_("Suspend “%(forum)s”?") % {"forum": community.title},
        text=_("Nobody can write until the suspension is ended; everybody who could read still can."),
        submit=_("Suspend the community"),
        tone="danger",
        breadcrumbs=way_in(community, (_("Suspend it"), "")),
    )


def reinstate(request: HttpRequest, slug: str) -> HttpResponse:
    """What was looked into is settled: writing is possible again."""
    community = _general(request, slug)
    return verb_page(
        request,
        may=permissions.can_reinstate(request.acting, community),
        form=ReasonForm(posted(request), label=_("What was found"), help_text=_("The members will read it.")),
        perform=lambda reason: actions.reinstate(community, by=request.acting, reason=reason),
        done=_("The suspension has ended. The members have been told."),
        back=community.get_absolute_url(),
        question=_("End the suspension of “%(forum)s”?") % {"forum": community.title},
        submit=_("End the suspension"),
        breadcrumbs=way_in(community, (_("End the suspension"), "")),
    )


def _general(request: HttpRequest, slug: str) -> Community:
    return get_object_or_404(Community.objects.general().visible_to(request.user), slug=slug)
