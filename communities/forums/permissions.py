"""Who may take part in a forum, and who looks after it (domain M3)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied, OnlyForOneself
from portal.foundation.lifecycles import START
from residents.roles.holdings import belongs, holds, is_active_resident

from .lifecycle import MEMBERSHIP, MembershipStatus
from .models import Forum, Joining, Membership


def can_join(by: Acting, forum: Forum, membership: Membership | None = None) -> Decision:
    """Invited people and, where joining is open, everybody with an account."""
    return (
        has_account(by)
        and _is_running(forum)
        and MEMBERSHIP.allows("join", _status(membership))
        and (_is_invited(membership) or _lets_everybody_in(forum))
    )


def can_ask(by: Acting, forum: Forum, membership: Membership | None = None) -> Decision:
    """Ask the manager to be admitted."""
    return (
        has_account(by)
        and _is_running(forum)
        and MEMBERSHIP.allows("ask", _status(membership))
        and (forum.joining == Joining.APPROVAL or Denied(_("Joining is open here; you need not ask.")))
    )


def can_leave(by: Acting, membership: Membership) -> Decision:
    return (
        _is_their_own(by, membership)
        and _does_not_answer_for(by, membership.forum)
        and MEMBERSHIP.allows("leave", membership.status)
    )


def can_choose_news(by: Acting, membership: Membership) -> Decision:
    return _is_their_own(by, membership)


def can_invite(by: Acting, forum: Forum) -> Decision:
    return _is_running(forum) and moderates(by, forum)


def can_admit(by: Acting, membership: Membership) -> Decision:
    return moderates(by, membership.forum) and MEMBERSHIP.allows("admit", membership.status)


def can_refuse(by: Acting, membership: Membership) -> Decision:
    return moderates(by, membership.forum) and MEMBERSHIP.allows("refuse", membership.status)


def can_enrol(membership: Membership) -> Decision:
    """A consequence of becoming manager or facilitator; whoever made them so was asked already."""
    return MEMBERSHIP.allows("enrol", _status(membership))


def can_remove(by: Acting, membership: Membership) -> Decision:
    return (
        moderates(by, membership.forum)
        and (
            membership.person_id != membership.forum.manager_id
            or Denied(_("The manager cannot be removed; the community is handed over first."))
        )
        and MEMBERSHIP.allows("remove", membership.status)
    )


def moderates(by: Acting, forum: Forum) -> Decision:
    """Manager or opener, facilitator, the unit that runs it, or a caretaker (M3, M4)."""
    kept = forum.__dict__.setdefault("_moderated_by", {})  # a page asks once per post
    who = (by.person_id, by.body_id)
    if who not in kept:
        kept[who] = _moderates(by, forum)
    return kept[who] or _not_theirs(by)


def chairs(by: Acting, forum: Forum) -> Decision:
    """進行役: in a room its facilitators, or who stands in for one; a community's manager, or its unit."""
    if by.person is not None and (by.person.pk in forum.facilitator_ids or stands_in(by, forum)):
        return True
    if not forum.is_room and by.person is not None and by.person.pk == forum.manager_id:
        return True
    return runs(by, forum) or Denied(_("Only those who lead the talk in this place may do this."))


def stands_in(by: Acting, forum: Forum) -> bool:
    """A caretaker on the days agreed, as long as they are one, and the facilitator they stand in for is (44)."""
    if by.body is None or not forum.is_room or not holds(by, "rooms.caretaker"):
        return False
    kept = forum.__dict__.setdefault("_stood_in_by", {})  # a page asks once for every verb
    who = (by.person_id, clock.today())
    if who not in kept:
        asked_by = forum.stand_ins.in_force().filter(caretaker=by.person).values_list("asked_by", flat=True)
        kept[who] = any(person in forum.facilitator_ids for person in asked_by)
    return kept[who]


def runs(by: Acting, forum: Forum) -> Decision:
    """Acts for the unit that runs this official community (checklist 124)."""
    if forum.operating_body_id is None or by.body is None or by.body.pk != forum.operating_body_id:
        return Denied(_("Only the unit that runs this community may do this."))
    return holds(by, "sns.official_community_operation")


def has_account(by: Acting) -> Decision:
    if is_active_resident(by.person):
        return True
    return Denied(_("Please log in first."), _("Registration takes a minute and is free."))


def acts_for_themselves(by: Acting) -> Decision:
    """Residents' acts are done as a person, not as a unit or committee."""
    return by.body is None or OnlyForOneself(
        _("This is done as a resident, not for %(body)s.") % {"body": by.body.shown_name},
        _("Choose “for myself” at the top of the page, then try again."),
    )


def reports_as_a_resident(by: Acting) -> Decision:
    """Guests, residents and the committee report posts; whoever deals with reports on duty does not."""
    if by.body is None or by.body.kind == by.body.Kind.COMMITTEE:
        return True
    if holds(by, "rooms.caretaker"):
        return Denied(_("Caretakers do not report; they deal with the post directly."))
    return OnlyForOneself(
        _("Reports are made as a resident, not for %(body)s.") % {"body": by.body.shown_name},
        _("Choose “for myself” at the top of the page, then try again."),
    )


def acts_for_a_unit(by: Acting) -> Decision:
    """A member of a unit of the city hall who has chosen to act for it."""
    if by.body is not None and by.body.kind == by.body.Kind.UNIT:
        return belongs(by)
    return Denied(
        _("Only a unit of the city hall may do this."),
        _("Choose your unit at the top of the page, if you belong to one."),
    )


def _moderates(by: Acting, forum: Forum) -> bool:
    if by.person is None:
        return False
    if by.person.pk == forum.manager_id or by.person.pk in forum.facilitator_ids:
        return True
    return bool(runs(by, forum) or _takes_care(by))


def _not_theirs(by: Acting) -> Denied:
    if by.person is None:
        return Denied(_("Please log in first."))
    return Denied(
        _("Only the manager, a facilitator of this place or a caretaker may do this."),
        _("If a post breaks the rules, you can report it."),
    )


def _takes_care(by: Acting) -> Decision:
    return by.body is not None and holds(by, "rooms.caretaker")


def _status(membership: Membership | None) -> str:
    return START if membership is None else membership.status


def _is_running(forum: Forum) -> Decision:
    return forum.accepts_posts or Denied(_("Nobody can join at present; reading stays possible."))


def _is_invited(membership: Membership | None) -> bool:
    return membership is not None and membership.status == MembershipStatus.INVITED


def _lets_everybody_in(forum: Forum) -> Decision:
    return forum.joining == Joining.OPEN or Denied(_("The manager admits each member; ask to join."))


def _is_their_own(by: Acting, membership: Membership) -> Decision:
    if by.person is not None and by.person.pk == membership.person_id:
        return True
    return Denied(_("Only the member themselves may do this."))


def _does_not_answer_for(by: Acting, forum: Forum) -> Decision:
    if by.person.pk != forum.manager_id:
        return True
    return Denied(_("You are the manager; hand the community over before you leave."))
