"""A section ends: the one that follows it learns what becomes of its themes (組織改正, checklist 87, 99)."""

from __future__ import annotations

from django.db import transaction

from portal.foundation import audit
from portal.foundation.acting import Acting
from residents.models import Body

from .models import ThemeProposal


@transaction.atomic
def follow(theme: ThemeProposal, successors: dict[int, Body], *, by: Acting) -> ThemeProposal:
    """The section that raised a theme, or was given it, is its successor from today."""
    theme = ThemeProposal.objects.select_for_update(of=("self",)).get(pk=theme.pk)
    theme.raising_unit_id = _stands_for(theme.raising_unit_id, successors)
    theme.passed_on_to_id = _stands_for(theme.passed_on_to_id, successors)
    theme.save(update_fields=["raising_unit", "passed_on_to"])
    audit.record("governance.theme.followed", by=by, target=theme)
    return theme


def _stands_for(pk: int | None, successors: dict[int, Body]) -> int | None:
    return successors[pk].pk if pk is not None and pk in successors else pk
