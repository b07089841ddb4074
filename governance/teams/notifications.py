"""The people of the team hear that an item is theirs."""

from __future__ import annotations

from governance.proposals.models import ProposalItem
from portal.foundation import outbox
from portal.foundation.acting import Acting


def item_handed_to_team(item: ProposalItem, by: Acting) -> None:
    team = item.team
    people = team.members_on() if team is not None else []
    outbox.post(
        "governance.item_handed_to_team",
        [person for person in people if person != by.person],
        url=item.proposal.get_absolute_url(),
        context={"proposal": item.proposal.title, "item": item.title, "team": str(team or "")},
    )
