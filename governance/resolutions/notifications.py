"""Who hears that the committee resolved something."""

from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import Resolution


def resolution_adopted(resolution: Resolution, *, by: Acting) -> None:
    """The members and the secretariat, which has to carry it out."""
    people = {*resolution.body.members_on(), *people_holding("committee.secretariat")}
    outbox.post(
        "governance.resolution_adopted",
        recipients=[person for person in people if person != by.person],
        url=resolution.get_absolute_url(),
        context={
            "committee": resolution.body.name,
            "number": resolution.printed_number,
            "title": resolution.title,
        },
        once=f"resolution-adopted:{resolution.pk}",
    )
