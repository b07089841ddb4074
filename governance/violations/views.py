"""Reporting a post, the receipt, and the verbs of those who work on a case or are concerned."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from communities.posts.lifecycle import GONE
from communities.posts.models import Post
from portal.foundation.decisions import Decision, Denied, require
from portal.foundation.limits import Limit
from portal.foundation.printed_dates import japanese_date
from residents.roles.holdings import holds

from . import actions, case_file, permissions
from .act_page import act_page, posted, way
from .forms import ClosingForm, ProvisionForm, ReportForm, WordsForm
from .models import ViolationCase, ViolationReport

GUESTS = Limit("governance.violation", times=20, per=timedelta(hours=1))


def report(request: HttpRequest, post: int) -> HttpResponse:
    """Anybody who can read the post says which rule it breaks; a caretaker opens the case directly."""
    is_check = bool(request.acting.body and holds(request.acting, "rooms.caretaker"))
    readable = Post.objects.visible_to(request.user)
    if is_check:
        readable = Post.objects.for_audiences_of(request.user).exclude(status__in=GONE)
    found = get_object_or_404(readable.with_words(), pk=post)
    may, act = _way_to_a_case(found, is_check)
    require(may(request.acting, found))
    form = (ProvisionForm if is_check else ReportForm)(posted(request))
    require(permissions.can_cite(next(iter(form.bans.values()), None)))
    if request.method == "POST" and form.is_valid() and _not_too_often(request, form):
        return redirect(act(found, by=request.acting, **form.cleaned_data))
    title = _("Open a case") if is_check else _("Report a violation of the rules")
    context = {
        "page_title": title,
        "post": found,
        "form": form,
        "is_check": is_check,
        "breadcrumbs": way((title, "")),
    }
    return render(request, "governance/violations/report.html", context)


def _way_to_a_case(post: Post, is_check: bool) -> tuple[Any, Any]:
    """A resident reports; a caretaker finds it, or takes over what was hidden for a check."""
    if not is_check:
        return permissions.can_report, actions.report
    if post.is_being_checked:
        return permissions.can_take_over, actions.take_over
    return permissions.can_find, actions.find


def _not_too_often(request: HttpRequest, form: ProvisionForm) -> bool:
    """Guests are slowed down; what they wrote stays in the form."""
    answer = GUESTS.take(request) if request.acting.is_guest else True
    if isinstance(answer, Denied):
        form.add_error(None, f"{answer.reason} {answer.next_step}")
    return bool(answer)


def receipt(request: HttpRequest, pk: Any) -> HttpResponse:
    """The reporter's page: the number of the case and what became of it; nothing about the person concerned."""
    reports = ViolationReport.objects.select_related("case__evidence", "rule_version__rule")
    found = get_object_or_404(reports, pk=pk)
    if not permissions.can_read_receipt(request.acting, found):
        raise Http404
    title = _("Your report %(number)s") % {"number": found.case.number}
    context = {"page_title": title, "report": found, "case": found.case, "breadcrumbs": way((title, ""))}
    return render(request, "governance/violations/receipt.html", context)


def file(request: HttpRequest, pk: Any) -> HttpResponse:
    """What rests sealed: evidence, statement, notes. Opened on purpose; each look is in the ledger."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    case = visible_case(request, pk)
    title = _("File of the case %(number)s") % {"number": case.number}
    opened = case_file.read_file(case, by=request.acting, may=permissions.can_read(request.acting, case))
    context = {
        "page_title": title,
        "case": case,
        "evidence": case.evidence if case.erased_on is None else None,
        "breadcrumbs": way((case.number, case.get_absolute_url()), (_("Case file"), "")),
        **opened,
    }
    return render(request, "governance/violations/file.html", context)


@login_required
@require_POST
def investigate(request: HttpRequest, pk: Any) -> HttpResponse:
    case = actions.investigate(visible_case(request, pk), by=request.acting)
    messages.success(request, _("You are looking into it."))
    return redirect(case)


def dismiss(request: HttpRequest, pk: Any) -> HttpResponse:
    case = visible_case(request, pk)
    return _with_words(
        request,
        case,
        "dismiss",
        done=_("Closed as unfounded. Whoever reported it has been told why."),
        question=_("Close the case as unfounded?"),
        submit=_("Close as unfounded"),
        help_text=_("The reporters read this reason."),
    )


def hide_urgently(request: HttpRequest, pk: Any) -> HttpResponse:
    case = visible_case(request, pk)
    return _with_words(
        request,
        case,
        "hide_urgently",
        done=_("Hidden. The author has been told at once."),
        question=_("Hide the post at once?"),
        submit=_("Hide the post at once"),
        help_text=_(
            "For personal data, threats and what is illegal. The reason stands in place of the post."
        ),
        tone="danger",
    )


def open_hearing(request: HttpRequest, pk: Any) -> HttpResponse:
    case = visible_case(request, pk)
    return _with_words(
        request,
        case,
        "open_hearing",
        name="question",
        label=_("What the person is asked about"),
        done=_("The person concerned has been told and can answer."),
        question=_("Hear the person concerned?"),
        submit=_("Open the hearing"),
        help_text=_("Say what is held against them, in plain words. Do not say who reported it."),
    )


def make_statement(request: HttpRequest, pk: Any) -> HttpResponse:
    case = visible_case(request, pk)
    return _with_words(
        request,
        case,
        "make_statement",
        name="statement",
        label=_("Your statement"),
        done=_("Thank you. Your statement is in the file."),
        question=_("Your statement in the case %(number)s") % {"number": case.number},
        submit=_("Send the statement"),
        help_text=_("You can answer until %(day)s. Only those who work on the case read it.")
        % {"day": japanese_date(case.hearing_until)},
        text=case.hearing_question,
    )


def refer(request: HttpRequest, pk: Any) -> HttpResponse:
    case = visible_case(request, pk)
    return _with_words(
        request,
        case,
        "refer",
        done=_("The case is before the committee; the secretariat puts it on the agenda."),
        question=_("Refer the case to the committee?"),
        submit=_("Refer to the committee"),
    )


def close_without_measure(request: HttpRequest, pk: Any) -> HttpResponse:
    case = visible_case(request, pk)
    by = request.acting
    may: Decision = (
        permissions.decides(by, case)
        if case.status == "referred"
        else permissions.can_close_without_measure(by, case)
    )
    return act_page(
        request,
        case,
        may=may,
        form=ClosingForm(posted(request), by=by, case=case),
        perform=lambda **words: actions.close_without_measure(case, by=by, **words),
        done=_("Closed without a measure. Everybody concerned has been told why."),
        question=_("Close the case without a measure?"),
        submit=_("Close without a measure"),
    )


def _with_words(
    request: HttpRequest,
    case: ViolationCase,
    verb: str,
    *,
    name: str = "reason",
    label: Any = None,
    help_text: Any = "",
    **page: Any,
) -> HttpResponse:
    return act_page(
        request,
        case,
        may=getattr(permissions, f"can_{verb}")(request.acting, case),
        form=WordsForm(posted(request), name=name, label=label, help_text=help_text),
        perform=lambda **words: getattr(actions, verb)(case, by=request.acting, **words),
        **page,
    )


def visible_case(request: HttpRequest, pk: Any) -> ViolationCase:
    """The case, or the same 404 for what is absent and what is not for this reader."""
    case = get_object_or_404(ViolationCase.objects.with_words(), pk=pk)
    if not permissions.can_read(request.acting, case):
        raise Http404
    return case
