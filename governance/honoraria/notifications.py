"""Who hears of a payment list: the mayor when it waits, the people on it when it is paid."""

from portal.foundation import outbox
from residents.roles.holdings import people_holding

from .models import HonorariumList


def list_checked(drawn_up: HonorariumList) -> None:
    outbox.post(
        "governance.honorarium_list_checked",
        recipients=people_holding("mayor.decide"),
        url=drawn_up.get_absolute_url(),
        context={"committee": drawn_up.body.name, "year": drawn_up.fiscal_year},
        once=f"honorarium-checked:{drawn_up.pk}",
    )


def list_paid(drawn_up: HonorariumList) -> None:
    """Each person hears their own amount, and what the money is for."""
    for line in drawn_up.lines.exclude(amount=0).select_related("person"):
        outbox.post(
            "governance.honorarium_paid",
            recipients=[line.person],
            context={
                "committee": drawn_up.body.name,
                "year": drawn_up.fiscal_year,
                "amount": line.amount,
                "paid_on": drawn_up.paid_on.isoformat(),
            },
            once=f"honorarium-paid:{line.pk}",
        )


def list_reported(drawn_up: HonorariumList) -> None:
    """Whoever was paid hears that their tax slip has been issued; the slip itself goes by hand or post."""
    people = {
        line.person_id: line.person for line in drawn_up.lines.exclude(amount=0).select_related("person")
    }
    outbox.post(
        "governance.honorarium_reported",
        recipients=people.values(),
        context={"committee": drawn_up.body.name, "year": drawn_up.fiscal_year},
        once=f"honorarium-reported:{drawn_up.pk}",
    )
