"""Who hears that the mayor changed the size of a committee."""

from django.urls import reverse

from portal.foundation import outbox

from .models import SizeDecision


def maximum_raised(decision: SizeDecision) -> None:
    """第8条第2項: the committee learns of it."""
    body = decision.term.body
    outbox.post(
        "governance.maximum_raised",
        recipients=body.members_on(),
        url=reverse("governance:committee-detail", args=[body.code]),
        context={"committee": body.name, "maximum": decision.maximum, "reason": decision.reason},
        once=f"maximum-raised:{decision.pk}",
    )
