"""What everybody may read: the light page, and the record of every switch."""

from __future__ import annotations

from typing import Any

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.foundation.paging import keyset
from residents.models import Body

from . import light
from .information.permissions import can_post_information
from .mode.lifecycle import TONES, VERB_LABELS, ModeStatus
from .mode.models import Mode, ModeStep
from .mode.permissions import can_see_switch
from .notices.models import EmergencyNotice
from .notices.permissions import can_publish_notice


@require_safe
@csp_replace(light.POLICY)
def light_page(request: HttpRequest) -> HttpResponse:
    """The emergency page; the front page answers with it while disaster mode is active.

    It reads neither session nor cookie, so that it may be kept and handed to everybody.
    """
    language = get_language()
    return HttpResponse(light.render(language if language in light.LANGUAGES else settings.LANGUAGE_CODE))


@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """Every switch, drills included, with its ground; names of units, not of persons."""
    mode = Mode.objects.current()
    page = keyset(ModeStep.objects.select_related("report"), request, order="-id")
    notices = list(EmergencyNotice.objects.newest_first()[:20])
    context = {
        "page_title": _("Record of disaster mode"),
        "mode": mode,
        "page": page,
        "steps": _rows(page),
        "reports": [step for step in page if hasattr(step, "report")],
        "notices": notices,
        "may_switch": can_see_switch(request.acting),
        "may_publish": can_publish_notice(request.acting),
        "may_post": can_post_information(request.acting, mode),
    }
    return render(request, "disaster/mode/history.html", context)


def _rows(page: Any) -> list[dict[str, Any]]:
    """Lines of the time line, newest first."""
    bodies = Body.objects.in_bulk({int(step.body_id) for step in page if step.body_id})
    return [
        {
            "title": VERB_LABELS[step.verb],
            "at": step.at,
            "who": str(bodies.get(int(step.body_id or 0), "")),
            "text": " ".join(part for part in (_where(step), step.reason) if part),
            "status": ModeStatus(step.to_status).label,
            "tone": TONES[ModeStatus(step.to_status)],
        }
        for step in page
    ]


def _where(step: ModeStep) -> str:
    if not step.kind:
        return ""
    parts = [str(step.get_kind_display()), step.area, str(step.get_level_display()) if step.level else ""]
    return "【" + " / ".join(part for part in parts if part) + "】"
