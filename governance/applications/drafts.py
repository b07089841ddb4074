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

from . import actions
from .forms import begun
from .models import SeatApplication

KEPT = ("connection", "uses_internet", "age_band", "gender", "area", "local_activity")


def own_draft(request: HttpRequest, recruitment: Recruitment) -> SeatApplication | None:
    """What this person has begun to write for this call."""
    return recruitment.applications.drafts().by_applicant(request.user).first()


def begun_by(by: Acting, draft: SeatApplication | None) -> dict[str, Any]:
    """The form as it was left."""
    if draft is None:
        return {}
    reason = _("Going on with one's own draft")
    words = {name: getattr(draft, name) for name in KEPT}
    words["motives"] = draft.motives.reveal(by=by, reason=reason)
    answers = draft.answers.reveal(by=by, reason=reason)
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
