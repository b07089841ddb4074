"""Who draws up, checks, approves and pays the list (M12)."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.models import Body
from residents.roles.holdings import holds

from .lifecycle import HONORARIUM_LIST, ListStatus
from .models import HonorariumList

FINAL = (ListStatus.APPROVED, ListStatus.PAID, ListStatus.REPORTED)


def can_read_lists(by: Acting) -> Decision:
    """Amounts beside names are read by the secretariat and the mayor only."""
    return holds(by, "mayor.decide") or holds(by, "committee.secretariat")


def can_draft_list(by: Acting) -> Decision:
    return holds(by, "committee.secretariat")


def can_check_list(by: Acting, drawn_up: HonorariumList) -> Decision:
    return (
        holds(by, "committee.secretariat")
        and HONORARIUM_LIST.allows("check", drawn_up.status)
        and _is_not_the_author(by, drawn_up)
    )


def can_approve_list(by: Acting, drawn_up: HonorariumList) -> Decision:
    return holds(by, "mayor.decide") and HONORARIUM_LIST.allows("approve", drawn_up.status)


def can_pay_list(by: Acting, drawn_up: HonorariumList) -> Decision:
    return holds(by, "committee.secretariat") and HONORARIUM_LIST.allows("pay", drawn_up.status)


def can_report_list(by: Acting, drawn_up: HonorariumList) -> Decision:
    return holds(by, "committee.secretariat") and HONORARIUM_LIST.allows("report", drawn_up.status)


def can_discard_list(by: Acting, drawn_up: HonorariumList) -> Decision:
    return holds(by, "committee.secretariat") and HONORARIUM_LIST.allows("discard", drawn_up.status)


def can_exempt(by: Acting, body: Body, fiscal_year: int) -> Decision:
    """The secretariat writes down who waives or is suspended, until the list of the year is approved."""
    return holds(by, "committee.secretariat") and _no_list_is_final(body, fiscal_year)


def can_lift_exemption(by: Acting, body: Body, fiscal_year: int) -> Decision:
    return holds(by, "committee.secretariat") and _no_list_is_final(body, fiscal_year)


def can_declare(by: Acting, body: Body, fiscal_year: int) -> Decision:
    """The secretariat writes down who lodged a declaration, until the list of the year is approved."""
    return holds(by, "committee.secretariat") and _no_list_is_final(body, fiscal_year)


def column_a_is_known(due: Iterable[Any]) -> Decision:
    """A list is drawn up only where every line can be worked out."""
    open_lines = [str(line.person) for line in due if line.is_beyond_the_table]
    return not open_lines or Denied(
        _("Column A of the table is not worked out here for: %(people)s") % {"people": "、".join(open_lines)},
        _("Enter the limit among the decided numbers, or take the declaration out."),
    )


def _no_list_is_final(body: Body, fiscal_year: int) -> Decision:
    final = HonorariumList.objects.of_year(fiscal_year).filter(body=body, status__in=FINAL)
    return not final.exists() or Denied(_("The list of this year has been approved already."))


def _is_not_the_author(by: Acting, drawn_up: HonorariumList) -> Decision:
    if drawn_up.steps.filter(verb="draft", person_id=by.person_id).exists():
        return Denied(_("Whoever drew up a list does not check it."), _("Ask a colleague to check it."))
    return True
