"""Who offers a community to whom, who answers (domain M3: the manager proposes, the successor agrees).

Where the manager is gone, the SNS operating body looks for a successor ([2.3]); an official community
is handed over by the unit that runs it, to one of its own members ([2.2] change_manager).
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from communities.communities.lifecycle import COMMUNITY
from communities.communities.models import Community
from communities.forums.models import Membership
from communities.forums.permissions import runs
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from residents.roles.holdings import holds

from .lifecycle import HANDOVER
from .models import Handover


def can_offer_handover(by: Acting, community: Community) -> Decision:
    return (
        _may_hand_over(by, community)
        and COMMUNITY.allows("hand_over", community.status)
        and _nobody_is_asked(community)
    )


def can_succeed(person: Any, community: Community) -> Decision:
    """Somebody who takes part; in an official community somebody of the unit that runs it."""
    return _is_another(person, community) and _takes_part(person, community) and _belongs(person, community)


def can_accept_handover(by: Acting, handover: Handover) -> Decision:
    return (
        _is_successor(by, handover)
        and HANDOVER.allows("accept", handover.status)
        and COMMUNITY.allows("hand_over", handover.community.status)
        and can_succeed(by.person, handover.community)
    )


def can_decline_handover(by: Acting, handover: Handover) -> Decision:
    return _is_successor(by, handover) and HANDOVER.allows("decline", handover.status)


def can_withdraw_handover(by: Acting, handover: Handover) -> Decision:
    return _may_hand_over(by, handover.community) and HANDOVER.allows("withdraw", handover.status)


def can_read_handover(by: Acting, handover: Handover) -> Decision:
    """Those between whom it passes."""
    return _is_successor(by, handover) or _may_hand_over(by, handover.community)


def _may_hand_over(by: Acting, community: Community) -> Decision:
    if community.is_official:
        return runs(by, community)
    is_manager = by.person is not None and by.person.pk == community.manager_id
    if is_manager or holds(by, "sns.sns_system_operation"):
        return True
    return Denied(
        _("Only the manager hands this community over, or the operator where the manager is gone."),
        _("Please write to the manager, or to the operator through “Inquiries”."),
    )


def _nobody_is_asked(community: Community) -> Decision:
    if not Handover.objects.of(community).waiting().exists():
        return True
    return Denied(
        _("Somebody has been asked already and has not answered yet."),
        _("Wait for the answer, or take the offer back first."),
    )


def _is_another(person: Any, community: Community) -> Decision:
    return person.pk != community.manager_id or Denied(_("This person is the manager already."))


def _takes_part(person: Any, community: Community) -> Decision:
    joined = Membership.objects.joined().filter(forum_id=community.pk, person=person)
    if person.is_active and joined.exists():
        return True
    return Denied(_("Only somebody who takes part here can become its manager."))


def _belongs(person: Any, community: Community) -> Decision:
    unit = community.operating_body if community.is_official else None
    if unit is None or unit.members_on().filter(pk=person.pk).exists():
        return True
    return Denied(_("The manager of an official community belongs to the unit that runs it."))


def _is_successor(by: Acting, handover: Handover) -> Decision:
    if by.person is not None and by.person.pk == handover.successor_id:
        return True
    return Denied(_("Only the person who was asked may answer."))
