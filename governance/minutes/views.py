"""The page of a meeting's minutes, and the verbs of those who write, check and confirm them."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.committees.sections import breadcrumbs
from governance.meetings.models import Meeting
from governance.meetings.rows import offices_on_its_day, presence
from portal.foundation.decisions import Decision, Denied

from . import actions, permissions
from .forms import AskCorrectionForm, CorrectMinutesForm, MinutesForm
from .models import MinutesVersion
from .notifications import page_of
from .presenting import acts, corrections, public_versions

QUESTIONS: dict[str, Callable[..., Decision]] = {
    "draft": permissions.can_draft_minutes,
    "check": permissions.can_check_minutes,
    "ask": permissions.can_ask_correction,
    "confirm": permissions.can_confirm_minutes,
    "publish": permissions.can_publish_minutes,
    "correct": permissions.can_correct_minutes,
}


def may_about(request: HttpRequest, meeting: Meeting) -> dict[str, Decision]:
    """What the reader may do with the minutes; a guest nothing."""
    is_guest = request.acting.is_guest
    return {verb: not is_guest and ask(request.acting, meeting) for verb, ask in QUESTIONS.items()}


def detail(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """The published words and what was corrected in them; for the committee also what is being written."""
    meeting = _meeting(request, code, pk)
    published = public_versions(meeting)
    may_read = permissions.can_read_full_minutes(request.acting, meeting)
    if not published and not may_read:
        raise Http404
    latest = MinutesVersion.objects.latest_of(meeting) if may_read else None
    members, offices = offices_on_its_day(meeting)
    attendances = list(meeting.attendances.select_related("member"))
    return render(
        request,
        "governance/minutes/detail.html",
        {
            "meeting": meeting,
            "page_title": _("Minutes of %(meeting)s") % {"meeting": meeting.title},
            "breadcrumbs": _way(meeting, _("Minutes")),
            "presence": presence(meeting, attendances, members, offices),
            "public": published[-1] if published else None,
            "corrections": corrections(published),
            "is_being_corrected": bool(published) and meeting.status != "published",
            "latest": latest,
            "acts": acts(latest, offices) if latest else [],
            "may": may_about(request, meeting),
        },
    )


def _written(request: HttpRequest, meeting: Meeting, form: Any, may: Decision, **words: str) -> HttpResponse:
    context = {
        "form": form,
        "may": may,
        "lead": meeting.title,
        "back": page_of(meeting),
        "breadcrumbs": _way(meeting, words["page_title"]),
        **words,
    }
    return render(request, "governance/act.html", context)


@login_required
def draft(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    meeting = _meeting(request, code, pk)
    may = permissions.can_draft_minutes(request.acting, meeting)
    form = MinutesForm(request.POST or None, meeting=meeting, initial=_words_so_far(meeting) if may else {})
    if request.method == "POST" and form.is_valid() and _saved(actions.draft_minutes, request, meeting, form):
        return redirect(page_of(meeting))
    words = {"page_title": _("Write the minutes"), "submit": _("Save as a new version")}
    return _written(request, meeting, form, may, **words)


@login_required
def correct(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    meeting = _meeting(request, code, pk)
    may = permissions.can_correct_minutes(request.acting, meeting)
    initial = _words_so_far(meeting) if may else {}
    form = CorrectMinutesForm(request.POST or None, meeting=meeting, initial=initial)
    if (
        request.method == "POST"
        and form.is_valid()
        and _saved(actions.correct_minutes, request, meeting, form)
    ):
        return redirect(page_of(meeting))
    words = {"page_title": _("Correct the minutes"), "submit": _("Save the correction as a new version")}
    return _written(request, meeting, form, may, **words)


@login_required
def ask(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    meeting = _meeting(request, code, pk)
    form = AskCorrectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.ask_correction(meeting, by=request.acting, **form.cleaned_data)
        messages.success(request, _("The secretariat has been told what is to be corrected."))
        return redirect(page_of(meeting))
    may = permissions.can_ask_correction(request.acting, meeting)
    words = {"page_title": _("Ask for a correction"), "submit": _("Ask for the correction")}
    return _written(request, meeting, form, may, **words)


def _saved(act: Callable[..., object], request: HttpRequest, meeting: Meeting, form: Any) -> bool:
    """Words that hide too little come back with the reason, not lost on a page of refusal."""
    data = form.cleaned_data
    hidden = permissions.hides_enough(meeting, data["text"], data["public_text"])
    if isinstance(hidden, Denied):
        form.add_error("public_text", str(hidden))
        return False
    act(meeting, by=request.acting, **data)
    return True


def _verb(act: Callable[..., object]) -> Callable[..., HttpResponse]:
    """A verb that needs nothing but a press."""

    @login_required
    @require_POST
    def view(request: HttpRequest, code: str, pk: int) -> HttpResponse:
        meeting = _meeting(request, code, pk)
        act(meeting, by=request.acting)
        return redirect(page_of(meeting))

    return view


check = _verb(actions.check_minutes)
confirm = _verb(actions.confirm_minutes)
publish = _verb(actions.publish_minutes)


def _words_so_far(meeting: Meeting) -> dict[str, str]:
    """The latest wording to go on from; a public text that is the full text is not shown a second time."""
    latest = MinutesVersion.objects.latest_of(meeting)
    if latest is None:
        return {}
    return {
        "text": latest.text,
        "public_text": "" if latest.public_text == latest.text else latest.public_text,
    }


def _way(meeting: Meeting, here: str) -> list[dict]:
    return breadcrumbs(
        (meeting.body.shown_name, reverse("governance:committee-detail", args=[meeting.body.code])),
        (_("Meetings"), reverse("governance:meeting-list", args=[meeting.body.code])),
        (meeting.title, meeting.get_absolute_url()),
        (here, ""),
    )


def _meeting(request: HttpRequest, code: str, pk: int) -> Meeting:
    visible = Meeting.objects.visible_to(request.acting).select_related("body", "term", "presided_by")
    return get_object_or_404(visible, body__code=code, pk=pk)
