"""The section itself says which of its teams works on an item (checklist 92, M7)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from governance.proposals.lifecycle import FOLLOWED_UP, ProposalStatus
from governance.proposals.models import ProposalItem
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import holds
from residents.teams.models import Team
from residents.teams.permissions import has_teams, is_team_of

WITH_THE_SECTIONS = frozenset({ProposalStatus.ROUTED}) | FOLLOWED_UP


def can_hand_item_to_team(by: Acting, item: ProposalItem, team: Team | None = None) -> Decision:
    """While the section answers for the item, and later while it carries out what was answered."""
    return (
        holds(by, "proposals.answer")
        and _is_theirs(by, item)
        and _is_with_the_section(item)
        and (has_teams(item.unit) if team is None else is_team_of(item.unit, team))
    )


def _is_theirs(by: Acting, item: ProposalItem) -> Decision:
    if item.unit_id is not None and by.body is not None and by.body.pk == item.unit_id:
        return True
    return Denied(_("Only the section responsible for this item hands it to one of its teams."))


def _is_with_the_section(item: ProposalItem) -> Decision:
    if item.proposal.status in WITH_THE_SECTIONS and not item.is_final:
        return True
    return Denied(_("The section has nothing to do with this item at present."))
