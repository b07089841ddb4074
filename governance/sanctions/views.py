"""Taking a measure as a caretaker, sanctioning as the committee."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from governance.violations.act_page import act_page, posted
from governance.violations.forms import DecisionForm, SanctionForm
from governance.violations.lifecycle import CASE
from governance.violations.permissions import decides
from governance.violations.views import visible_case

from . import actions, permissions
from .lifecycle import BY_COMMITTEE, DIRECT, SanctionKind


def take_measure(request: HttpRequest, pk: Any) -> HttpResponse:
    """第13条: directly, up to a caretaker's limit."""
    case = visible_case(request, pk)
    by = request.acting
    return act_page(
        request,
        case,
        may=permissions.can_take_measure(by, case, SanctionKind.ADVICE),
        form=DecisionForm(posted(request), case=case, kinds=_kinds(DIRECT)),
        perform=lambda **words: actions.take_measure(case, by=by, **words),
        done=_("Decided. The person concerned, the reporters and the committee have been told."),
        question=_("Take a measure directly?"),
        submit=_("Decide the measure"),
        text=_(
            "Caretakers deal with violations directly (Guideline Art. 13); the committee sees it in its list."
        ),
        tone="danger",
    )


def sanction(request: HttpRequest, pk: Any) -> HttpResponse:
    """第9条第5号: by resolution."""
    case = visible_case(request, pk)
    by = request.acting
    return act_page(
        request,
        case,
        may=decides(by, case) and CASE.allows("sanction", case.status),
        form=SanctionForm(posted(request), by=by, case=case, kinds=_kinds(BY_COMMITTEE)),
        perform=lambda **words: actions.sanction(case, by=by, **words),
        done=_("Decided. The person concerned and the reporters have been told."),
        question=_("Sanction by resolution?"),
        submit=_("Decide the sanction"),
        text=_("The sanction rests on a resolution of the committee that names the number of this case."),
        tone="danger",
    )


def _kinds(allowed: frozenset[str]) -> list[tuple[str, Any]]:
    return [(kind.value, kind.label) for kind in SanctionKind if kind in allowed]
