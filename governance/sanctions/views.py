"""Taking a measure as a caretaker, sanctioning as the committee."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from governance.violations.act_page import act_page, posted, way
from governance.violations.desk import tabs
from governance.violations.forms import DecisionForm, SanctionForm
from governance.violations.lifecycle import CASE
from governance.violations.permissions import can_see_desk, decides
from governance.violations.views import visible_case
from portal.foundation.decisions import require
from portal.foundation.paging import keyset

from . import actions, permissions
from .lifecycle import BY_COMMITTEE, DIRECT, SanctionKind
from .models import Sanction
from .rows import sanction_row


@login_required
def direct(request: HttpRequest) -> HttpResponse:
    """What caretakers decided without the committee, which keeps the oversight (第13条, 2.11)."""
    require(can_see_desk(request.acting))
    taken = Sanction.objects.direct().exclude(case__subject=request.user)
    page = keyset(
        taken.select_related("case__evidence", "rule_version__rule"), request, order="-starts_on -id"
    )
    context = {
        "page_title": _("Measures taken directly by caretakers"),
        "page": page,
        "rows": [sanction_row(sanction) for sanction in page],
        "tabs": tabs("direct", request.acting),
        "breadcrumbs": way((_("Measures taken directly by caretakers"), "")),
    }
    return render(request, "governance/violations/desk.html", context)


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
