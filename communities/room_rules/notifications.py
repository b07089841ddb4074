"""Who decides hears of a proposal; the proposer hears of the answer. What holds then, everybody hears."""

from __future__ import annotations

from typing import Any

from communities.forums.notifications import without
from communities.rooms.models import Area
from portal.foundation import outbox
from portal.foundation.acting import Acting
from residents.roles.holdings import people_holding

from .models import RoomRuleProposal


def room_rule_proposed(proposal: RoomRuleProposal, by: Acting) -> None:
    _tell("room_rule_proposed", without(_those_who_decide(proposal), by.person), proposal)


def room_rule_withdrawn(proposal: RoomRuleProposal, by: Acting) -> None:
    _tell("room_rule_withdrawn", without(_those_who_decide(proposal), by.person), proposal)


def room_rule_approved(proposal: RoomRuleProposal, by: Acting) -> None:
    _tell("room_rule_approved", without([proposal.proposed_by], by.person), proposal)


def room_rule_refused(proposal: RoomRuleProposal, by: Acting) -> None:
    _tell("room_rule_refused", without([proposal.proposed_by], by.person), proposal)


def _those_who_decide(proposal: RoomRuleProposal) -> list[Any]:
    if proposal.room.area == Area.CITIZEN:
        return [proposal.room.manager] if proposal.room.manager_id else []
    found = [*people_holding("committee.steering"), *people_holding("committee.secretariat")]
    return list({person.pk: person for person in found}.values())


def _tell(kind: str, people: list[Any], proposal: RoomRuleProposal) -> None:
    outbox.post(
        f"communities.{kind}",
        people,
        url=proposal.get_absolute_url(),
        context={
            "forum": proposal.room.title,
            "reason": proposal.reason,
            "answer": proposal.answer,
            "resolution": proposal.resolution,
        },
    )
