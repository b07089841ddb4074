"""The verbs of a payment list."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied, require
from portal.foundation.looks import look
from residents.models import Body

from . import notifications
from .accrual import fiscal_year as period_of
from .entitlements import of_year
from .lifecycle import PaymentKind
from .models import HonorariumExemption, HonorariumLine, HonorariumList, TaxDeclaration
from .permissions import (
    can_approve_list,
    can_check_list,
    can_declare,
    can_discard_list,
    can_draft_list,
    can_exempt,
    can_lift_exemption,
    can_pay_list,
    can_read_lists,
    can_report_list,
    column_a_is_known,
)


@transaction.atomic
def draft(body: Body, *, by: Acting, fiscal_year: int, kind: str = PaymentKind.HONORARIUM) -> HonorariumList:
    """Draw up who earns what for a fiscal year, from the seats and offices as recorded."""
    require(can_draft_list(by))
    standing = HonorariumList.objects.standing().of_year(fiscal_year).filter(body=body)
    require(not standing.exists() or Denied(_("There is already a list for this year.")))
    found = of_year(body, period_of(fiscal_year))
    require(column_a_is_known(found))
    drawn_up = HonorariumList(body=body, fiscal_year=fiscal_year, kind=kind)
    drawn_up.step("draft", by=by)
    HonorariumLine.objects.bulk_create(
        HonorariumLine(
            list=drawn_up,
            person=due.person,
            entitlement=due.entitlement,
            months=due.months,
            amount=due.amount,
            tax_category=due.tax_category,
            withholding=due.withholding,
            withheld=due.withheld,
            remark=due.remark,
        )
        for due in found
    )
    audit.record("governance.honorarium_list.drafted", by=by, target=drawn_up)
    return drawn_up


@transaction.atomic
def check(drawn_up: HonorariumList, *, by: Acting) -> HonorariumList:
    """A second person has compared the list with the register."""
    drawn_up = _locked(drawn_up)
    require(can_check_list(by, drawn_up))
    drawn_up.step("check", by=by)
    audit.record("governance.honorarium_list.checked", by=by, target=drawn_up)
    notifications.list_checked(drawn_up)
    return drawn_up


@transaction.atomic
def approve(drawn_up: HonorariumList, *, by: Acting) -> HonorariumList:
    """The mayor lets it be paid."""
    drawn_up = _locked(drawn_up)
    require(can_approve_list(by, drawn_up))
    drawn_up.step("approve", by=by)
    audit.record("governance.honorarium_list.approved", by=by, target=drawn_up)
    return drawn_up


@transaction.atomic
def pay(drawn_up: HonorariumList, *, by: Acting, paid_on: date) -> HonorariumList:
    """The money has left; each person is told their amount."""
    drawn_up = _locked(drawn_up)
    require(can_pay_list(by, drawn_up))
    drawn_up.step("pay", by=by, paid_on=paid_on)
    audit.record("governance.honorarium_list.paid", by=by, target=drawn_up)
    notifications.list_paid(drawn_up)
    return drawn_up


@transaction.atomic
def report(drawn_up: HonorariumList, *, by: Acting, reported_on: date) -> HonorariumList:
    """The tax slips (源泉徴収票) have gone out; with that the year is done."""
    drawn_up = _locked(drawn_up)
    require(can_report_list(by, drawn_up))
    drawn_up.step("report", by=by, reported_on=reported_on)
    audit.record("governance.honorarium_list.reported", by=by, target=drawn_up)
    notifications.list_reported(drawn_up)
    return drawn_up


@transaction.atomic
def discard(drawn_up: HonorariumList, *, by: Acting, reason: str) -> HonorariumList:
    """Throw a wrong list away before it is approved, and draw up another."""
    drawn_up = _locked(drawn_up)
    require(can_discard_list(by, drawn_up))
    drawn_up.step("discard", by=by, reason=reason)
    audit.record("governance.honorarium_list.discarded", by=by, target=drawn_up, reason=reason)
    return drawn_up


@transaction.atomic
def exempt(
    body: Body, *, person: Any, fiscal_year: int, kind: str, reason: str, by: Acting
) -> HonorariumExemption:
    """Write down that a person's year comes to nothing, and why; the list keeps them with zero yen."""
    require(can_exempt(by, body, fiscal_year))
    found, _created = HonorariumExemption.objects.update_or_create(
        body=body,
        person=person,
        fiscal_year=fiscal_year,
        defaults={"kind": kind, "reason": reason, "recorded_on": clock.today()},
    )
    audit.record("governance.honorarium_list.exempted", by=by, target=body, details={"year": fiscal_year})
    return found


@transaction.atomic
def read_exemptions(
    body: Body, exemptions: Iterable[HonorariumExemption], *, by: Acting
) -> list[dict[str, Any]]:
    """Open why nothing is paid; one look is one line in the ledger, which names the committee."""
    require(can_read_lists(by))
    found = list(exemptions)
    words = look((one.reason for one in found), by=by, matter=body, reason=str(_("Drawing up the honoraria")))
    return [{"row": row, "reason": reason} for row, reason in zip(found, words, strict=True)]


@transaction.atomic
def lift_exemption(exemption: HonorariumExemption, *, by: Acting) -> None:
    """The person is paid again."""
    require(can_lift_exemption(by, exemption.body, exemption.fiscal_year))
    exemption.delete()
    audit.record(
        "governance.honorarium_list.exemption_lifted",
        by=by,
        target=exemption.body,
        details={"year": exemption.fiscal_year},
    )


@transaction.atomic
def declare(body: Body, *, person: Any, fiscal_year: int, lodged_on: date, by: Acting) -> TaxDeclaration:
    """扶養控除等申告書の受理: column A applies to the person in that year (所得税法第185条・第194条)."""
    require(can_declare(by, body, fiscal_year))
    found, _created = TaxDeclaration.objects.update_or_create(
        body=body, person=person, fiscal_year=fiscal_year, defaults={"lodged_on": lodged_on}
    )
    audit.record("governance.honorarium_list.declared", by=by, target=body, details={"year": fiscal_year})
    return found


@transaction.atomic
def take_out_declaration(declaration: TaxDeclaration, *, by: Acting) -> None:
    """The person lodged it with somebody else; column B applies again."""
    require(can_declare(by, declaration.body, declaration.fiscal_year))
    audit.record(
        "governance.honorarium_list.declaration_taken_out",
        by=by,
        target=declaration.body,
        details={"year": declaration.fiscal_year},
    )
    declaration.delete()


@transaction.atomic
def export(drawn_up: HonorariumList, *, form: str, by: Acting) -> None:
    """Names and amounts leave the portal as a file; the ledger keeps who took them."""
    require(can_read_lists(by))
    audit.record("governance.honorarium_list.exported", by=by, target=drawn_up, details={"form": form})


def _locked(drawn_up: HonorariumList) -> HonorariumList:
    rows = HonorariumList.objects.select_for_update(of=("self",)).select_related("body")
    return rows.get(pk=drawn_up.pk)
