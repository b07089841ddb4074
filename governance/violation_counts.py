"""What is counted of one month: by outcome, by measure, by provision; nothing is crossed with anything else."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from statistics import median
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from communities.posts.models import PostStep
from governance.appeals.lifecycle import AppealStatus
from governance.appeals.models import Appeal
from governance.rights_claims.lifecycle import ClaimStatus
from governance.rights_claims.models import RightsClaimStep
from governance.rules.models import RuleVersion
from governance.sanctions.lifecycle import SanctionKind
from governance.sanctions.models import Sanction, SanctionStep
from governance.violations.citable import words_of
from governance.violations.lifecycle import CaseStatus
from governance.violations.models import ViolationCase, ViolationCaseStep, ViolationReport


class Line(NamedTuple):
    """One count: where it belongs, a name for programs, a name for people, the number."""

    section: str
    key: str
    label: str
    count: int


def lines(month: date) -> list[Line]:
    """Every count of one month."""
    begins, ends = _moment(month), _moment(next_month(month))
    return [
        *_cases(begins, ends),
        *_measures(month, next_month(month)),
        *_grounds(begins, ends),
        *_objections(begins, ends),
        *_restored(begins, ends),
        *_claims(begins, ends),
    ]


def next_month(month: date) -> date:
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)


def sections() -> dict[str, str]:
    return {
        "cases": _("Reports and cases"),
        "measures": _("Measures and sanctions"),
        "grounds": _("Provisions that were broken"),
        "objections": _("Objections"),
        "restored": _("Shown or allowed again"),
        "claims": _("Claims of infringed rights"),
    }


def _cases(begins: datetime, ends: datetime) -> list[Line]:
    opened = ViolationCase.objects.filter(opened_at__gte=begins, opened_at__lt=ends).count()
    reports = ViolationReport.objects.filter(reported_at__gte=begins, reported_at__lt=ends).count()
    steps = ViolationCaseStep.objects.filter(at__gte=begins, at__lt=ends).order_by()
    done = Counter(steps.values_list("verb", flat=True))
    hidden = PostStep.objects.filter(verb="hide", at__gte=begins, at__lt=ends).count()
    decided = ViolationCase.objects.filter(settled_at__gte=begins, settled_at__lt=ends)
    days = [(s.date() - o.date()).days for o, s in decided.values_list("opened_at", "settled_at")]
    return [
        Line("cases", "reports", _("Reports received"), reports),
        Line("cases", "opened", _("Cases opened"), opened),
        Line("cases", "hidden_for_check", _("Posts hidden for a check"), hidden),
        Line(
            "cases", "hidden_urgently", _("Posts hidden at once"), done["hide_urgently"] + done["take_over"]
        ),
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


def _restored(begins: datetime, ends: datetime) -> list[Line]:
    """What came back, and why: after a check, by the clock, after a decision; and measures that were taken away."""
    shown = PostStep.objects.filter(at__gte=begins, at__lt=ends).order_by()
    posts = Counter(shown.values_list("verb", flat=True))
    freed = SanctionStep.objects.filter(at__gte=begins, at__lt=ends).order_by()
    measures = Counter(freed.values_list("verb", flat=True))
    return [
        Line("restored", "restore", _("Posts shown again after a look"), posts["restore"]),
        Line("restored", "end_check", _("Posts shown again because a check ran out"), posts["end_check"]),
        Line(
            "restored", "reinstate", _("Posts shown again because the decision was wrong"), posts["reinstate"]
        ),
        Line("restored", "lift", _("Measures lifted"), measures["lift"]),
        Line("restored", "replace", _("Measures made milder"), measures["replace"]),
    ]


def _claims(begins: datetime, ends: datetime) -> list[Line]:
    """Received, what the authors answered, and how it ended."""
    steps = RightsClaimStep.objects.filter(at__gte=begins, at__lt=ends).order_by()
    done = Counter(steps.values_list("to_status", flat=True))
    return [Line("claims", status.value, str(status.label), done[status.value]) for status in ClaimStatus]


def _moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, datetime.min.time()))
