"""Who applies, who permits, who runs a community (domain M3, [2.2], [2.3])."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from communities.forums.permissions import acts_for_themselves, has_account, runs
from communities.suspensions.permissions import is_free_to_write
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from portal.foundation.lifecycles import START
from residents.roles.holdings import holds

from .lifecycle import COMMUNITY
from .models import Community


def can_draft_application(by: Acting) -> Decision:
    """Any unit of the city hall except the one that permits (checklist 123, 124)."""
    return holds(by, "sns.official_community_operation") and _is_not_the_permitting_unit(by)


def can_apply(by: Acting, community: Community) -> Decision:
    return can_draft_application(by) and runs(by, community) and COMMUNITY.allows("apply", community.status)


def can_send_back(by: Acting, community: Community) -> Decision:
    return _decides(by, community) and COMMUNITY.allows("send_back", community.status)


def can_refuse(by: Acting, community: Community) -> Decision:
    return _decides(by, community) and COMMUNITY.allows("refuse", community.status)


def can_permit(by: Acting, community: Community) -> Decision:
    return _decides(by, community) and COMMUNITY.allows("permit", community.status)


def can_open(by: Acting, community: Community) -> Decision:
    """The department that applied opens what was permitted."""
    return runs(by, community) and COMMUNITY.allows("open", community.status)


def can_restrict(by: Acting, community: Community) -> Decision:
    return _may_restrict(by) and _is_official(community) and COMMUNITY.allows("restrict", community.status)


def can_lift(by: Acting, community: Community) -> Decision:
    return _may_restrict(by) and _is_official(community) and COMMUNITY.allows("lift", community.status)


def can_request_close(by: Acting, community: Community) -> Decision:
    return runs(by, community) and COMMUNITY.allows("request_close", community.status)


def can_review(by: Acting, community: Community) -> Decision:
    return (
        (by.is_clock or permits(by))
        and _is_official(community)
        and COMMUNITY.allows("review", community.status)
    )


def can_keep(by: Acting, community: Community) -> Decision:
    return _decides(by, community) and COMMUNITY.allows("keep", community.status)


def can_revoke(by: Acting, community: Community) -> Decision:
    return _decides(by, community) and COMMUNITY.allows("revoke", community.status)


def can_end(by: Acting, community: Community) -> Decision:
    """The clock, once the day of closing has come."""
    if not by.is_clock or community.closes_on is None or clock.today() < community.closes_on:
        return Denied(_("A closing community ends on its day, by itself."))
    return COMMUNITY.allows("end", community.status)


def can_found(by: Acting) -> Decision:
    """Any registered resident, without permission (checklist 125)."""
    return (
        has_account(by)
        and acts_for_themselves(by)
        and is_free_to_write(by.person)
        and COMMUNITY.allows("found", START)
    )


def can_close(by: Acting, community: Community) -> Decision:
    return _manages(by, community) and _is_general(community) and COMMUNITY.allows("close", community.status)


def can_suspend(by: Acting, community: Community) -> Decision:
    return _watches(by) and _is_general(community) and COMMUNITY.allows("suspend", community.status)


def can_reinstate(by: Acting, community: Community) -> Decision:
    return _watches(by) and _is_general(community) and COMMUNITY.allows("reinstate", community.status)


def can_hand_over(by: Acting, community: Community, to: Any) -> Decision:
    """Whoever was asked and agrees; who may ask whom is a question of the handover."""
    return _takes_it_up(by, to) and COMMUNITY.allows("hand_over", community.status)


def can_read_application(by: Acting, community: Community) -> Decision:
    """The applying unit and the permission holder; nobody else before it is open."""
    return runs(by, community) or permits(by)


def can_read_applications(by: Acting) -> Decision:
    return holds(by, "sns.official_community_operation") or permits(by)


def permits(by: Acting) -> Decision:
    return holds(by, "sns.official_community_permission")


def _decides(by: Acting, community: Community) -> Decision:
    return permits(by) and _is_official(community) and _did_not_apply(by, community)


def _did_not_apply(by: Acting, community: Community) -> Decision:
    if community.applied_by_id is None or by.person.pk != community.applied_by_id:
        return True
    return Denied(
        _("Whoever applied cannot also decide on the application."),
        _("Ask a colleague of the permitting unit to decide."),
    )


def _is_not_the_permitting_unit(by: Acting) -> Decision:
    return not permits(by) or Denied(
        _("The unit that permits official communities does not apply for one itself."),
        _("The unit that will run the community applies."),
    )


def _takes_it_up(by: Acting, to: Any) -> Decision:
    if by.person is not None and by.person.pk == to.pk:
        return True
    return Denied(_("Nobody becomes manager without agreeing."))


def _may_restrict(by: Acting) -> Decision:
    return holds(by, "sns.disaster_mode_switch") or permits(by)


def _watches(by: Acting) -> Decision:
    return holds(by, "rooms.caretaker") or holds(by, "sns.sns_system_operation")


def _manages(by: Acting, community: Community) -> Decision:
    if by.person is not None and by.person.pk == community.manager_id:
        return True
    return Denied(_("Only the manager of this community may do this."))


def _is_general(community: Community) -> Decision:
    return not community.is_official or Denied(
        _("An official community ends by its department or its permit.")
    )


def _is_official(community: Community) -> Decision:
    return community.is_official or Denied(_("A general community needs no permit."))
