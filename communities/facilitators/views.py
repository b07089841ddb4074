"""A nominee answers; whoever named them sees how it stands."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from communities.forums.models import Forum, ForumKind
from communities.forums.places import way, way_in
from communities.verb_page import NothingToSay, ReasonForm, posted, verb_page
from portal.foundation.decisions import Denied, require

from . import actions, permissions
from .forms import AcceptForm, NomineeForm
from .models import FacilitatorAssignment, Source


def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The nomination as the nominee and those who may end it see it."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    assignment = _found(request, pk)
    context = {
        "page_title": _("Facilitator of “%(forum)s”") % {"forum": assignment.forum.title},
        "assignment": assignment,
        "may_accept": permissions.can_accept(request.acting, assignment),
        "may_decline": permissions.can_decline(request.acting, assignment),
        "may_end": permissions.can_end(request.acting, assignment),
        "breadcrumbs": way(assignment.forum.shelf, (assignment.forum.title, "")),
    }
    return render(request, "communities/facilitators/detail.html", context)


def accept(request: HttpRequest, pk: int) -> HttpResponse:
    assignment = _found(request, pk)
    form_class = AcceptForm if assignment.forum.uses_real_names else NothingToSay
    return verb_page(
        request,
        may=permissions.can_accept(request.acting, assignment),
        form=form_class(posted(request)),
        perform=lambda **words: actions.accept(assignment, by=request.acting, **words),
        done=_("Thank you. You are a facilitator of this room."),
        back=_address(assignment),
        question=_("Accept to chair “%(forum)s”?") % {"forum": assignment.forum.title},
        submit=_("Accept to chair"),
    )


def decline(request: HttpRequest, pk: int) -> HttpResponse:
    assignment = _found(request, pk)
    return verb_page(
        request,
        may=permissions.can_decline(request.acting, assignment),
        perform=lambda: actions.decline(assignment, by=request.acting),
        done=_("You have declined; those who named you have been told."),
        back=_address(assignment),
        question=_("Decline to chair “%(forum)s”?") % {"forum": assignment.forum.title},
        submit=_("Decline to chair"),
    )


def end(request: HttpRequest, pk: int) -> HttpResponse:
    assignment = _found(request, pk)
    return verb_page(
        request,
        may=permissions.can_end(request.acting, assignment),
        form=ReasonForm(posted(request), label=_("Reason")),
        perform=lambda reason: actions.end(assignment, by=request.acting, reason=reason),
        done=_("The facilitator's office has ended."),
        back=_address(assignment),
        question=_("End the office of %(person)s?") % {"person": assignment.person.display_name},
        submit=_("End the office"),
        tone="danger",
    )


def index(request: HttpRequest, slug: str) -> HttpResponse:
    """The opener of a citizen-area room sees who was asked to chair, and asks somebody."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    forums = Forum.objects.visible_to(request.user).filter(kind=ForumKind.CITIZEN_ROOM)
    forum = get_object_or_404(forums.select_related("manager"), slug=slug)
    by = request.acting
    may = permissions.can_designate_facilitator(by, forum)
    require(may or permissions.is_opener(by, forum))
    form = NomineeForm(posted(request))
    if request.method == "POST":
        require(may)
    if request.method == "POST" and form.is_valid() and _is_new(form, forum):
        actions.designate(forum, form.cleaned_data["person"], by=by, source=Source.NOMINEE)
        messages.success(request, _("The person has been asked to chair."))
        return redirect("communities:facilitator-list", slug=slug)
    context = {
        "page_title": _("Who chairs “%(forum)s”") % {"forum": forum.title},
        "forum": forum,
        "form": form,
        "may": may,
        "assignments": forum.facilitators.select_related("person").order_by("-pk"),
        "breadcrumbs": way_in(forum, (_("Facilitators"), "")),
    }
    return render(request, "communities/facilitators/list.html", context)


def _is_new(form: NomineeForm, forum: Forum) -> bool:
    """Named twice is said beside the field."""
    answer = permissions.is_not_named_yet(forum, form.cleaned_data["person"])
    if isinstance(answer, Denied):
        form.add_error("person", answer.reason)
    return bool(answer)


def _found(request: HttpRequest, pk: int) -> FacilitatorAssignment:
    rows = FacilitatorAssignment.objects.select_related("forum", "person", "dispatched_by", "contract")
    assignment = get_object_or_404(rows, pk=pk)
    if not permissions.can_read(request.acting, assignment):
        raise Http404
    return assignment


def _address(assignment: FacilitatorAssignment) -> str:
    return reverse("communities:facilitator-detail", kwargs={"pk": assignment.pk})
