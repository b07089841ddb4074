"""What the town publishes every month about violations: counts and grounds, never names (公開の月報).

Only one-way counts are given – by outcome, by measure, by provision – and none is crossed with another or with
a place, so that no row leads to one person.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from statistics import median
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from governance.appeals.lifecycle import AppealStatus
from governance.appeals.models import Appeal
from governance.rules.models import RuleVersion
from governance.sanctions.lifecycle import SanctionKind
from governance.sanctions.models import Sanction
from governance.violations.citable import words_of
from governance.violations.lifecycle import CaseStatus
from governance.violations.models import ViolationCase, ViolationCaseStep, ViolationReport
from portal.foundation import clock


class Line(NamedTuple):
    """One count: where it belongs, a name for programs, a name for people, the number."""

    section: str
    key: str
    label: str
    count: int


def months() -> list[date]:
    """The first day of every month since the first case, the newest first."""
    first = ViolationCase.objects.order_by("opened_at").values_list("opened_at", flat=True).first()
    if first is None:
        return []
    day, found = clock.today().replace(day=1), []
    while day >= timezone.localtime(first).date().replace(day=1):
        found.append(day)
        day = (day - timedelta(days=1)).replace(day=1)
    return found


def lines(month: date) -> list[Line]:
    """Every count of one month."""
    begins, ends = _moment(month), _moment(next_month(month))
    return [
        *_cases(begins, ends),
        *_measures(month, next_month(month)),
        *_grounds(begins, ends),
        *_objections(begins, ends),
    ]


def next_month(month: date) -> date:
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)


def sections() -> dict[str, str]:
    return {
        "cases": _("Reports and cases"),
        "measures": _("Measures and sanctions"),
        "grounds": _("Provisions that were broken"),
        "objections": _("Objections"),
    }


def _cases(begins: datetime, ends: datetime) -> list[Line]:
    opened = ViolationCase.objects.filter(opened_at__gte=begins, opened_at__lt=ends).count()
    reports = ViolationReport.objects.filter(reported_at__gte=begins, reported_at__lt=ends).count()
    steps = ViolationCaseStep.objects.filter(at__gte=begins, at__lt=ends).order_by()
    done = Counter(steps.values_list("verb", flat=True))
    decided = ViolationCase.objects.filter(settled_at__gte=begins, settled_at__lt=ends)
    days = [(s.date() - o.date()).days for o, s in decided.values_list("opened_at", "settled_at")]
    return [
        Line("cases", "reports", _("Reports received"), reports),
        Line("cases", "opened", _("Cases opened"), opened),
        Line("cases", "hidden_urgently", _("Posts hidden at once"), done["hide_urgently"]),
        Line("cases", "referred", _("Cases referred to the committee"), done["refer"]),
        Line("cases", "dismissed", str(CaseStatus.DISMISSED.label), done["dismiss"]),
        Line("cases", "no_measure", str(CaseStatus.NO_MEASURE.label), done["close_without_measure"]),
        Line("cases", "settled", str(CaseStatus.SETTLED.label), done["take_measure"] + done["sanction"]),
        Line(
            "cases",
            "median_days",
            _("Days from opening to decision (median)"),
            round(median(days)) if days else 0,
        ),
    ]


def _measures(first: date, after: date) -> list[Line]:
    imposed = Sanction.objects.filter(starts_on__gte=first, starts_on__lt=after, replaces__isnull=True)
    counts = Counter(imposed.order_by().values_list("kind", flat=True))
    return [Line("measures", kind.value, str(kind.label), counts[kind.value]) for kind in SanctionKind]


def _grounds(begins: datetime, ends: datetime) -> list[Line]:
    """The provisions on which measures rested, as the version in force that day words them."""
    imposed = Sanction.objects.filter(
        case__settled_at__gte=begins, case__settled_at__lt=ends, replaces__isnull=True
    )
    counts = Counter(imposed.order_by().values_list("rule_version_id", "provision"))
    versions = RuleVersion.objects.select_related("rule").in_bulk({version for version, _p in counts})
    found = [
        Line("grounds", f"{version}:{provision}", _ground(versions[version], provision), count)
        for (version, provision), count in counts.items()
    ]
    return sorted(found, key=lambda line: (-line.count, line.key))


def _ground(version: RuleVersion, provision: str) -> str:
    label, words = words_of(version, provision)
    return f"{version.rule.title}{label} {words}"


def _objections(begins: datetime, ends: datetime) -> list[Line]:
    filed = Appeal.objects.filter(filed_at__gte=begins, filed_at__lt=ends).count()
    decided = Appeal.objects.filter(decided_at__gte=begins, decided_at__lt=ends)
    counts = Counter(decided.order_by().values_list("status", flat=True))
    outcomes = (AppealStatus.UPHELD, AppealStatus.VARIED, AppealStatus.ANNULLED)
    return [
        Line("objections", "filed", _("Objections filed"), filed),
        *(Line("objections", status.value, str(status.label), counts[status.value]) for status in outcomes),
    ]


def _moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, datetime.min.time()))
