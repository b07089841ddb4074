"""The verb of the responsible section: hand an item to one of its teams."""

from __future__ import annotations

from django.db import transaction

from governance.proposals.models import ProposalItem
from portal.foundation import audit
from portal.foundation.acting import Acting
from portal.foundation.decisions import require
from portal.foundation.locking import locked
from residents.teams.models import Team

from . import notifications, permissions


@transaction.atomic
def hand_to_team(item: ProposalItem, *, by: Acting, team: Team | None) -> ProposalItem:
    """From now on this team of the section hears what becomes of the item (checklist 92).

    With no team the whole section hears. Who may draft and sign stays as it is: the section answers.
    """
    item = locked(item, "proposal", "unit")
    require(permissions.can_hand_item_to_team(by, item, team))
    item.team = team
    item.save(update_fields=["team"])
    audit.record(
        "governance.proposal.handed_to_team",
        by=by,
        target=item.proposal,
        details={"item": item.number, "team": str(team or "")},
    )
    notifications.item_handed_to_team(item, by)
    return item
