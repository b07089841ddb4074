"""When the years of keeping are over: evidence, reports and words go; the decision and the counts stay."""

from __future__ import annotations

from datetime import date

from governance.appeals import actions as appeals
from governance.appeals.models import Appeal
from governance.rights_claims import actions as claims
from governance.rights_claims.models import RightsClaim
from governance.violation_ledger import publish_past_months
from governance.violations import case_file
from governance.violations.models import ViolationCase
from portal.foundation import clock, parameters


def erase_due() -> None:
    """Every morning; counts are published first, so that erasing changes none. A second run finds nothing."""
    try:
        until = _years_ago(parameters.value("violation.retention_years"))
    except parameters.NotSet:
        return
    publish_past_months()
    waiting = Appeal.objects.waiting().values("sanction__case")
    for case in ViolationCase.objects.to_erase(until).exclude(pk__in=waiting):
        for appeal in Appeal.objects.filter(sanction__case=case):
            appeals.erase_grounds(appeal)
        case_file.erase(case)
    for claim in RightsClaim.objects.to_erase(until):
        claims.erase(claim)


def _years_ago(years: int) -> date:
    """The same day so many years ago; of the last days of February, the 28th."""
    today = clock.today()
    return date(today.year - years, today.month, min(today.day, 28) if today.month == 2 else today.day)
