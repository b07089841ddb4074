"""Published months stay as they were, restorations are counted, and what is kept too long is erased."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from communities.posts import actions as posts
from communities.posts import tasks as post_tasks
from governance import tasks, violation_ledger
from governance.appeals import actions as appeals
from governance.rights_claims.models import ClaimEvidence, RightsClaim
from governance.violations.models import Evidence, PublishedMonth, ViolationReport
from portal.foundation import parameters
from portal.foundation.acting import CLOCK
from tests.factories.rights_claims import Claims


@pytest.fixture
def cases(town, frozen, acting) -> Claims:
    frozen("2026-06-01 09:00")
    return Claims(acting, committee=True)


def counts(month: date) -> dict[tuple[str, str], int]:
    return {(line.section, line.key): line.count for line in violation_ledger.published(month)}


def test_what_came_back_is_counted(cases, acting, frozen):
    posts.hide(cases.post(), by=acting("resident_1"), reason="確認")
    appeal = cases.objected(cases.measured("delete"))
    appeal = appeals.examine(appeal, by=acting("secretary"))
    appeals.annul(appeal, by=acting("secretary"), reason="同意がありました。")
    frozen("2026-06-20 09:00")
    post_tasks.end_checks()
    found = counts(date(2026, 6, 1))
    assert found[("restored", "end_check")] == 1 and found[("restored", "reinstate")] == 1
    assert found[("restored", "lift")] == 1 and found[("restored", "restore")] == 0
    assert found[("cases", "hidden_for_check")] == 1


def test_a_month_is_published_once_and_stays_as_it_was(cases, acting, frozen):
    sanction = cases.measured("delete")
    tasks.publish_violation_months()
    assert not PublishedMonth.objects.exists()
    frozen("2026-07-01 00:05")
    tasks.publish_violation_months()
    tasks.publish_violation_months()
    assert PublishedMonth.objects.get().month == date(2026, 6, 1)
    before = counts(date(2026, 6, 1))
    assert before[("measures", "delete")] == 1
    sanction.case.reports.all().delete()
    assert counts(date(2026, 6, 1)) == before
    page = Client().get("/en/violations/2026-6.json").json()["lines"]
    assert [row["label"] for row in page if row["key"] == "reports"] == ["Reports received"]
    with pytest.raises(DatabaseError), transaction.atomic():
        PublishedMonth.objects.update(lines=[])


def test_the_database_refuses_to_change_the_evidence_of_a_case(cases):
    cases.reported()
    with pytest.raises(DatabaseError), transaction.atomic():
        Evidence.objects.update(author_name="別の人".encode())


def test_after_the_years_of_keeping_evidence_and_reporters_go_and_the_decision_stays(
    cases, client_as, frozen
):
    sanction = cases.measured("delete")
    case, report = sanction.case, sanction.case.reports.get()
    claim = cases.claim_in("kept")
    open_case = cases.reported()
    frozen("2031-05-31 00:05")
    tasks.erase_what_is_kept_too_long()
    assert Evidence.objects.filter(case=case).exists()
    frozen("2031-06-01 00:05")
    tasks.erase_what_is_kept_too_long()
    tasks.erase_what_is_kept_too_long()
    assert not Evidence.objects.filter(case=case).exists() and not ClaimEvidence.objects.exists()
    assert list(ViolationReport.objects.all()) == [open_case.reports.get()]
    case.refresh_from_db()
    assert case.erased_on == date(2031, 6, 1) and not case.statement and case.outcome_reason
    claim = RightsClaim.objects.get()
    assert claim.claimant is None and not claim.contact and not claim.why
    assert counts(date(2026, 6, 1))[("cases", "reports")] == 2
    assert client_as("secretary").get(case.get_absolute_url()).status_code == 200
    assert client_as("secretary").get(f"/violations/cases/{case.pk}/file/").status_code == 200
    assert client_as("secretary").get(claim.get_absolute_url()).status_code == 200
    assert client_as("resident_3").get(report.get_absolute_url()).status_code == 404


def test_while_an_objection_waits_the_evidence_stays(cases, frozen):
    appeal = cases.objected(cases.measured("delete"))
    frozen("2032-01-01 00:05")
    tasks.erase_what_is_kept_too_long()
    assert Evidence.objects.filter(case=appeal.sanction.case).exists()


def test_while_no_rule_says_how_long_nothing_is_erased(cases, frozen):
    cases.measured("delete")
    parameters.set_value(
        "violation.retention_years", None, valid_from=date(2001, 4, 1), basis="test", by=CLOCK
    )
    frozen("2040-01-01 00:05")
    tasks.erase_what_is_kept_too_long()
    assert Evidence.objects.exists()
