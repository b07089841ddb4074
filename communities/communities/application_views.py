"""Applications for official communities: departments apply, the permission holder decides, the department opens."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from communities.forums.places import way
from communities.verb_page import ReasonForm, posted, verb_page
from portal.foundation.decisions import require
from portal.foundation.paging import keyset

from . import application_actions as actions
from . import permissions
from .forms import ApplicationForm, OpenForm, PermitForm
from .models import Community

VERBS = ("apply", "send_back", "refuse", "permit", "open", "restrict", "lift", "request_close")
VERBS += ("review", "keep", "revoke")


def index(request: HttpRequest) -> HttpResponse:
    """What this unit may read of applications and permits."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    require(permissions.can_read_applications(request.acting))
    context = {
        "page_title": _("Applications for official communities"),
        "page": keyset(_readable(request).select_related("operating_body"), request),
        "may_draft": permissions.can_draft_application(request.acting),
        "breadcrumbs": way("communities", (_("Applications"), "")),
    }
    return render(request, "communities/communities/applications.html", context)


def draft(request: HttpRequest) -> HttpResponse:
    """A department writes an application."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    require(permissions.can_draft_application(request.acting))
    form = ApplicationForm(posted(request))
    if request.method == "POST" and form.is_valid():
        community = actions.draft(by=request.acting, **form.cleaned_data)
        return redirect("communities:application-detail", pk=community.pk)
    return _form(request, form, _("Apply for an official community"))


def redraft(request: HttpRequest, pk: int) -> HttpResponse:
    community = found_for(request, pk)
    require(permissions.can_apply(request.acting, community))
    form = ApplicationForm(posted(request), instance=community)
    if request.method == "POST" and form.is_valid():
        actions.redraft(community, by=request.acting, **form.cleaned_data)
        return redirect("communities:application-detail", pk=pk)
    return _form(request, form, _("Change the application"))


def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The application, its history, and what this person may do with it."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    community = found_for(request, pk)
    context = {
        "page_title": community.title,
        "community": community,
        "permit": getattr(community, "permit", None),
        "steps": _history(community),
        "may": {verb: getattr(permissions, f"can_{verb}")(request.acting, community) for verb in VERBS},
        "breadcrumbs": way(
            "communities", (_("Applications"), reverse("communities:application-list")), (community.title, "")
        ),
    }
    return render(request, "communities/communities/application.html", context)


def apply(request: HttpRequest, pk: int) -> HttpResponse:
    return verb_of(
        request,
        found_for(request, pk),
        "apply",
        done=_("The application has been sent."),
        submit=_("Send the application"),
        text=_("The unit that permits official communities will be told and answers."),
    )


def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    return verb_of(
        request,
        found_for(request, pk),
        "send_back",
        done=_("Sent back."),
        submit=_("Send back for changes"),
        reason=True,
    )


def refuse(request: HttpRequest, pk: int) -> HttpResponse:
    return verb_of(
        request,
        found_for(request, pk),
        "refuse",
        done=_("Refused."),
        submit=_("Refuse"),
        reason=True,
        tone="danger",
    )


def permit(request: HttpRequest, pk: int) -> HttpResponse:
    return verb_of(
        request,
        found_for(request, pk),
        "permit",
        done=_("Permitted. The department has been told."),
        submit=_("Permit"),
        form=PermitForm(posted(request)),
    )


def open(request: HttpRequest, pk: int) -> HttpResponse:
    community = found_for(request, pk)
    return verb_of(
        request,
        community,
        "open",
        done=_("The community is open. Its page can be edited in the editors' rooms."),
        submit=_("Open the community"),
        form=OpenForm(posted(request), instance=community, initial={"manager": request.user.pk}),
        back=community.get_absolute_url(),
    )


def verb_of(
    request: HttpRequest,
    community: Community,
    verb: str,
    *,
    acts: Any = actions,
    reason: bool = False,
    form: Any = None,
    **page: Any,
) -> HttpResponse:
    """The page of one verb of an official community."""
    if reason:
        form = ReasonForm(
            posted(request),
            label=_("Reason"),
            help_text=_("The department and the members will read it."),
        )
    by = request.acting
    page.setdefault("back", reverse("communities:application-detail", kwargs={"pk": community.pk}))
    return verb_page(
        request,
        may=getattr(permissions, f"can_{verb}")(by, community),
        form=form,
        perform=lambda **words: getattr(acts, verb)(community, by=by, **words),
        question=_("%(act)s: “%(forum)s”") % {"act": page["submit"], "forum": community.title},
        **page,
    )


def _form(request: HttpRequest, form: ApplicationForm, title: str) -> HttpResponse:
    context = {
        "page_title": title,
        "form": form,
        "lead": _("Save the draft first; you can read it once more before sending it."),
        "submit": _("Save the draft"),
        "breadcrumbs": way(
            "communities", (_("Applications"), reverse("communities:application-list")), (title, "")
        ),
    }
    return render(request, "communities/form.html", context)


def _readable(request: HttpRequest) -> Any:
    decides = bool(permissions.permits(request.acting))
    return Community.objects.concerning([request.acting.body], decides=decides)


def found_for(request: HttpRequest, pk: int) -> Community:
    """An official community whose permit this person may read about."""
    communities = Community.objects.official().select_related(
        "operating_body", "applied_by", "manager", "permit"
    )
    community = get_object_or_404(communities, pk=pk)
    if not permissions.can_read_application(request.acting, community):
        raise Http404
    return community


def _history(community: Community) -> list[dict[str, Any]]:
    words = {
        "draft": _("Drafted"),
        "apply": _("Application sent"),
        "send_back": _("Sent back"),
        "refuse": _("Refused"),
        "permit": _("Permitted"),
        "open": _("Community opened"),
        "restrict": _("Restricted"),
        "lift": _("Restriction lifted"),
        "request_close": _("Closing announced"),
        "hand_over": _("Handed over to another manager"),
        "review": _("Permit under review"),
        "keep": _("Permit continued"),
        "revoke": _("Permit revoked"),
        "end": _("Community closed"),
    }
    return [{"title": words.get(s.verb, s.verb), "at": s.at, "text": s.reason} for s in community.steps.all()]
