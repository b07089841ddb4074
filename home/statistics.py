"""利用状況: how the portal is used, and what became of the proposals, counted afresh at each reading."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance import use_in_figures
from governance.proposals.lifecycle import ProposalStatus
from governance.proposals.models import Proposal
from portal.foundation import clock
from residents.roles.coverage import coverage
from residents.roles.models import RoleTable


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """One table of use, one of proposals by status."""
    now = clock.now()
    context = {
        "page_title": _("Use in figures"),
        "use_head": use_in_figures.head(),
        "proposal_head": [_("Status"), _("Proposals")],
        "figures": [1],
        "use": [*use_in_figures.use(now), _functions()],
        "proposals": _proposals(),
        "day": clock.today(),
    }
    return render(request, "home/statistics.html", context)


def _functions() -> list[Any]:
    today = clock.today()
    table = RoleTable.objects.in_force(today)
    return [
        _("Functions without a holder"),
        len(coverage(table, today).functions_without_holder),
        _("by the table of roles in force"),
    ]


def _proposals() -> list[list[Any]]:
    counted = Proposal.objects.public().order_by().values_list("status").annotate(number=Count("pk"))
    numbers = dict(counted)
    return [[ProposalStatus(status).label, numbers[status]] for status in ProposalStatus if status in numbers]
