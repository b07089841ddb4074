"""「言われたこと・したこと」: what was said to the city and what it did, item by item, across departments."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import Count, Q
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _

from governance.proposals.lifecycle import FOLLOWED_UP, WAITING, Progress, ProposalStatus
from governance.proposals.models import ProposalItem
from governance.proposals.querysets import ItemQuerySet
from residents.models import Body

WAITING_STATE, LATE_STATE, WITHDRAWN_STATE = "waiting", "late", "withdrawn"
STATES = [
    (WAITING_STATE, _("Waiting for the answer")),
    (LATE_STATE, _("Overdue")),
    *Progress.choices,
    (WITHDRAWN_STATE, _("Withdrawn")),
]


class FilterForm(forms.Form):
    """Which items are asked for; an empty choice means all."""

    unit = forms.ModelChoiceField(
        queryset=Body.objects.none(), label=_("Section"), required=False, empty_label=_("All")
    )
    state = forms.ChoiceField(choices=[("", _("All")), *STATES], label=_("State"), required=False)
    year = forms.TypedChoiceField(
        choices=[], coerce=int, empty_value=None, label=_("Year of the proposal"), required=False
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        said = ProposalItem.objects.public()
        units = Body.objects.filter(pk__in=said.values("unit")).order_by("name")
        self.fields["unit"].queryset = units
        years = said.annotate(year=ExtractYear("proposal__adopted_on")).order_by("-year")
        found = years.values_list("year", flat=True).distinct()
        self.fields["year"].choices = [("", _("All")), *((year, str(year)) for year in found)]

    def chosen(self, day: date) -> ItemQuerySet:
        """The items asked for; a choice that does not exist is no choice."""
        self.is_valid()
        found = ProposalItem.objects.public()
        if unit := self.cleaned_data.get("unit"):
            found = found.filter(unit=unit)
        if year := self.cleaned_data.get("year"):
            found = found.filter(proposal__adopted_on__year=year)
        if state := self.cleaned_data.get("state"):
            found = found.filter(_in_state(state, day))
        return found


def _late(day: date) -> Q:
    return Q(proposal__status__in=WAITING, proposal__answer_due_on__lt=day) | Q(
        proposal__status__in=FOLLOWED_UP, report_due_on__lt=day
    )


def _in_state(state: str, day: date) -> Q:
    if state == LATE_STATE:
        return _late(day)
    if state == WITHDRAWN_STATE:
        return Q(proposal__status=ProposalStatus.WITHDRAWN)
    if state == WAITING_STATE:
        return Q(progress="") & ~Q(proposal__status=ProposalStatus.WITHDRAWN)
    return Q(progress=state)


def figures(found: ItemQuerySet, day: date) -> list[dict[str, Any]]:
    """How many were said, answered, carried out, and are late."""
    count = found.aggregate(
        said=Count("pk"),
        answered=Count("pk", filter=~Q(progress="")),
        done=Count("pk", filter=Q(progress__in=[Progress.DONE, Progress.PARTLY])),
        late=Count("pk", filter=_late(day)),
    )
    return [
        {"label": _("Things said"), "value": count["said"]},
        {"label": _("Answered by the city"), "value": count["answered"]},
        {"label": _("Done or done in part"), "value": count["done"]},
        {"label": _("Overdue"), "value": count["late"]},
    ]


def rows(items: Any, day: date) -> list[dict[str, Any]]:
    """Each item with the last thing that was reported on it."""
    return [
        {
            "item": item,
            "proposal": item.proposal,
            "answer": item.answer if item.proposal.is_openly_answered else None,
            "report": max(item.reports.all(), key=lambda report: report.pk, default=None),
            "is_late": item.proposal.is_overdue(day)
            or (item.proposal.status in FOLLOWED_UP and item.is_report_overdue(day)),
        }
        for item in items
    ]
