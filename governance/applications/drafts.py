"""A person's own unfinished application: found, filled in again, thrown away."""

import json
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.recruitments.models import Recruitment
from portal.foundation.acting import Acting
from portal.foundation.looks import look

from . import actions
from .forms import begun
from .models import SeatApplication

KEPT = ("connection", "age_band", "gender", "area", "local_activity", "motives", "answers")


def own_draft(request: HttpRequest, recruitment: Recruitment) -> SeatApplication | None:
    """What this person has begun to write for this call."""
    return recruitment.applications.drafts().by_applicant(request.user).first()


def begun_by(by: Acting, draft: SeatApplication | None) -> dict[str, Any]:
    """The form as it was left."""
    if draft is None:
        return {}
    reason = _("Going on with one's own draft")
    kept = look((getattr(draft, name) for name in KEPT), by=by, matter=draft, reason=reason)
    words: dict[str, Any] = {"uses_internet": draft.uses_internet, **dict(zip(KEPT, kept, strict=True))}
    answers = words.pop("answers")
    return begun(words, json.loads(answers) if answers else {}, draft.recruitment.asked_items)


@login_required
@require_POST
def discard(request: HttpRequest, pk: str) -> HttpResponse:
    """Throw the draft away."""
    own = SeatApplication.objects.drafts().by_applicant(request.user)
    draft = get_object_or_404(own.select_related("recruitment__term__body"), pk=pk)
    recruitment = draft.recruitment
    actions.discard(draft, by=request.acting)
    messages.success(request, _("Your draft has been thrown away."))
    return redirect("governance:recruitment-detail", recruitment.term.body.code, recruitment.pk)
