"""Reporting a post, the receipt, and the list for those who look into reports."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from communities.forums.permissions import moderates
from communities.forums.places import place, way_in
from communities.posts.models import Post
from communities.posts.permissions import can_open_case
from communities.verb_page import ReasonForm, posted, verb_page
from portal.foundation.decisions import Denied, require
from portal.foundation.limits import Limit
from portal.foundation.paging import keyset

from . import actions, permissions
from .forms import ReportForm
from .lifecycle import WAITING
from .models import Flag

GUESTS = Limit("communities.flag", times=20, per=timedelta(hours=1))


def report(request: HttpRequest, shelf: str, slug: str, pk: int) -> HttpResponse:
    """Anybody who can read a post can report it, also without an account."""
    forum = place(request, shelf, slug)
    post = get_object_or_404(Post.objects.visible_to(request.user).in_forum(forum).with_words(), pk=pk)
    require(permissions.can_report(request.acting, post))
    form = ReportForm(posted(request))
    if request.method == "POST" and form.is_valid() and _not_too_often(request, form):
        words = {**form.cleaned_data, "rule_item": str(form.instance.get_concern_display())}
        return redirect(actions.report(post, by=request.acting, **words))
    context = {
        "page_title": _("Report a post"),
        "forum": forum,
        "post": post,
        "form": form,
        "breadcrumbs": way_in(
            forum, (post.thread.title, post.thread.get_absolute_url()), (_("Report of a post"), "")
        ),
    }
    return render(request, "communities/flags/report.html", context)


def _not_too_often(request: HttpRequest, form: ReportForm) -> bool:
    """Guests are slowed down; what they wrote stays in the form."""
    answer = GUESTS.take(request) if request.acting.is_guest else True
    if isinstance(answer, Denied):
        form.add_error(None, f"{answer.reason} {answer.next_step}")
    return bool(answer)


def detail(request: HttpRequest, pk: Any) -> HttpResponse:
    """The receipt: number, and what became of the report."""
    flag = _found(request, pk)
    forum, by = flag.post.forum, request.acting
    may_look = moderates(by, forum)
    reason = _("Looking into the report %(receipt)s") % {"receipt": flag.receipt}
    context = {
        "page_title": _("Report %(receipt)s") % {"receipt": flag.receipt},
        "flag": flag,
        "forum": forum,
        "may_look": may_look,
        "note": flag.note.reveal(by=by, reason=reason) if may_look else "",
        "may_take_up": permissions.can_take_up(by, flag),
        "may_pass_on": permissions.can_pass_on(by, flag),
        "may_open_case": can_open_case(by, flag.post),
        "may_escalate": flag.status in WAITING and flag.post.is_shown,
        "may_uphold": permissions.can_uphold(by, flag),
        "breadcrumbs": way_in(forum, (_("Report of a post"), "")),
    }
    return render(request, "communities/flags/detail.html", context)


def index(request: HttpRequest, shelf: str, slug: str) -> HttpResponse:
    """Reports in this forum, for those who look after it."""
    forum = place(request, shelf, slug)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    require(moderates(request.acting, forum))
    flags = Flag.objects.in_forum(forum).select_related("post__thread")
    context = {
        "page_title": _("Reports in “%(forum)s”") % {"forum": forum.title},
        "forum": forum,
        "page": keyset(flags, request, order="-raised_at -id"),
        "breadcrumbs": way_in(forum, (_("Reports of posts"), "")),
    }
    return render(request, "communities/flags/list.html", context)


@require_POST
def take_up(request: HttpRequest, pk: Any) -> HttpResponse:
    flag = actions.take_up(_found(request, pk), by=request.acting)
    messages.success(request, _("The reporter has been told that you are looking into it."))
    return redirect(flag)


def pass_on(request: HttpRequest, pk: Any) -> HttpResponse:
    """For what the manager cannot settle: the caretakers read the report and can open a case."""
    flag = _found(request, pk)
    return verb_page(
        request,
        may=permissions.can_pass_on(request.acting, flag),
        form=ReasonForm(posted(request), label=_("Why the caretakers should look into it")),
        perform=lambda reason: actions.pass_on(flag, by=request.acting, reason=reason),
        done=_("The caretakers have been told; the reporter, too."),
        back=flag.get_absolute_url(),
        question=_("Pass report %(receipt)s on to the caretakers?") % {"receipt": flag.receipt},
        submit=_("Pass on to the caretakers"),
        breadcrumbs=way_in(flag.post.forum, (_("Report of a post"), "")),
    )


def uphold(request: HttpRequest, pk: Any) -> HttpResponse:
    return _settle(request, _found(request, pk), "uphold", _("A measure was taken"))


def dismiss(request: HttpRequest, pk: Any) -> HttpResponse:
    return _settle(request, _found(request, pk), "dismiss", _("No measure"))


def _settle(request: HttpRequest, flag: Flag, verb: str, submit: str) -> HttpResponse:
    label, help_text = _("Answer to the reporter"), _("What was done, or why nothing was.")
    return verb_page(
        request,
        may=getattr(permissions, f"can_{verb}")(request.acting, flag),
        form=ReasonForm(posted(request), label=label, help_text=help_text, name="answer"),
        perform=lambda answer: getattr(actions, verb)(flag, by=request.acting, answer=answer),
        done=_("Answered."),
        back=flag.get_absolute_url(),
        question=_("Answer report %(receipt)s") % {"receipt": flag.receipt},
        submit=submit,
        breadcrumbs=way_in(flag.post.forum, (_("Report of a post"), "")),
    )


def _found(request: HttpRequest, pk: Any) -> Flag:
    flags = Flag.objects.select_related("post__forum", "post__thread", "post__author", "reporter")
    flag = get_object_or_404(flags, pk=pk)
    if not permissions.can_read(request.acting, flag):
        raise Http404
    return flag
