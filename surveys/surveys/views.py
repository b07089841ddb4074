"""What everybody sees of surveys: the list, one survey's first page, the words on anonymity."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.foundation.paging import keyset
from portal.foundation.templatetags.ui import japanese_date

from . import permissions
from .models import Survey


def row(survey: Survey, *, url: str = "") -> dict[str, Any]:
    """A survey as a line of a list."""
    return {
        "title": survey.title,
        "url": url or survey.get_absolute_url(),
        "status": survey.get_status_display(),
        "tone": survey.tone,
        "meta": f"{survey.sponsor} · {survey.get_mode_display()}",
        "date": survey.opens_on,
        "text": _("Last day: %(day)s") % {"day": japanese_date(survey.closes_on)},
    }


def facts(survey: Survey) -> list[dict[str, Any]]:
    """What stands beside a survey's first page."""
    return [
        {"label": _("Sponsor"), "value": survey.sponsor},
        {"label": _("Who may answer"), "value": survey.get_mode_display()},
        {"label": _("Area of the survey"), "value": survey.municipality},
        {
            "label": _("Certificate needed"),
            "value": survey.get_certificate_kind_display() if survey.is_gated else "",
        },
        {"label": _("Certificates are checked by"), "value": survey.verifying_body},
        {"label": _("First day"), "date": survey.opens_on},
        {"label": _("Last day (until midnight, Japan time)"), "date": survey.closes_on},
        {"label": _("Number of questions"), "value": survey.questions.count()},
        {"label": _("Contact"), "value": survey.contact},
    ]


@require_safe
def survey_list(request: HttpRequest) -> HttpResponse:
    """Surveys open for answers and those of the past, the latest first."""
    surveys = Survey.objects.public().select_related("sponsor")
    page = keyset(surveys, request, order="-opens_on -id")
    context = {"page": page, "items": [row(survey) for survey in page.items]}
    return render(request, "surveys/surveys/list.html", context | {"works_here": bool(request.acting.body)})


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Why this is asked, by whom, until when, and what happens to the answer."""
    visible = Survey.objects.visible_to(request.acting).select_related(
        "sponsor", "verifying_body", "ballot_key"
    )
    survey = get_object_or_404(visible, slug=slug)
    may_work = permissions.can_read_survey_desk(request.acting, survey) if request.acting.body else False
    context = {"survey": survey, "may_work": may_work, "facts": facts(survey)}
    return render(request, "surveys/surveys/detail.html", context)


def stored() -> list[tuple[str, str, str]]:
    """Place, what it holds, when it is destroyed: read beside docs/adr/0004, 0013 and 0019."""
    return [
        (
            _("Outer envelope"),
            _("two keyed digests of certificate and person, the day"),
            _("at closing, together with the key of the digests"),
        ),
        (_("Note of the check"), _("accepted or refused, the reason, the day; no name"), _("stays")),
        (
            _("Answer ticket"),
            _("a fingerprint of a random number"),
            _("when you answer or exchange it, at the latest at closing"),
        ),
        (
            _("Note of the exchange for a token"),
            _("fingerprints of ticket and covered number, the blind signature"),
            _("right after closing"),
        ),
        (_("Used ballot token"), _("a fingerprint of the uncovered number"), _("stays")),
        (
            _("Inner envelope"),
            _("the answers, sealed; no time, no number"),
            _("when the result has been checked"),
        ),
        (_("List of receipts (public)"), _("a fingerprint of each used token or receipt number"), _("stays")),
        (_("Logs, mails, ledger"), _("nothing about proving, drawing or answering"), "–"),
    ]


@require_safe
def anonymity(request: HttpRequest) -> HttpResponse:
    """What keeps name and answer apart, what is stored where, and what remains possible."""
    head = [_("Where it lies"), _("What it holds"), _("Destroyed")]
    context = {"stored_head": head, "stored": stored(), "answers_elsewhere": bool(settings.ANSWERING_URL)}
    return render(request, "surveys/surveys/anonymity.html", context)
