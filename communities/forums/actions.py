"""Taking part: join, ask, invite, admit, refuse, remove, leave."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.foundation import audit, clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Denied, require

from . import notifications, permissions
from .lifecycle import READING
from .models import Forum, Membership


@transaction.atomic
def join(forum: Forum, *, by: Acting, shown_name: str = "") -> Membership:
    """Take part in a forum; where real names are the rule, under the name given here."""
    membership = _locked(forum, by.person)
    require(permissions.can_join(by, forum, membership))
    membership = membership or Membership(forum=forum, person=by.person)
    membership.step("join", by=by, shown_name=_name(forum, shown_name), since=clock.now())
    audit.record("communities.membership.joined", by=by, target=forum)
    return membership


@transaction.atomic
def ask(forum: Forum, *, by: Acting, shown_name: str = "", reason: str = "") -> Membership:
    """Ask the manager to be admitted."""
    membership = _locked(forum, by.person)
    require(permissions.can_ask(by, forum, membership))
    membership = membership or Membership(forum=forum, person=by.person)
    membership.step("ask", by=by, reason=reason, shown_name=_name(forum, shown_name))
    audit.record("communities.membership.asked", by=by, target=forum)
    notifications.membership_asked(membership)
    return membership


@transaction.atomic
def invite(forum: Forum, person: Any, *, by: Acting) -> Membership:
    """Tell a person about a forum they could not find by themselves."""
    membership = _locked(forum, person) or Membership(forum=forum, person=person)
    require(permissions.can_invite(by, forum))
    membership.step("invite", by=by)
    audit.record("communities.membership.invited", by=by, target=forum)
    notifications.membership_invited(membership)
    return membership


@transaction.atomic
def admit(membership: Membership, *, by: Acting) -> Membership:
    """Let somebody in who asked."""
    membership = _again(membership)
    require(permissions.can_admit(by, membership))
    membership.step("admit", by=by, since=clock.now())
    audit.record("communities.membership.admitted", by=by, target=membership.forum)
    notifications.membership_admitted(membership)
    return membership


@transaction.atomic
def refuse(membership: Membership, *, by: Acting, reason: str) -> Membership:
    """Do not let somebody in, and say why."""
    membership = _again(membership)
    require(permissions.can_refuse(by, membership))
    membership.step("refuse", by=by, reason=reason)
    audit.record("communities.membership.refused", by=by, target=membership.forum, reason=reason)
    notifications.membership_refused(membership, reason)
    return membership


@transaction.atomic
def remove(membership: Membership, *, by: Acting, reason: str) -> Membership:
    """End somebody's part in a forum; their posts stay (checklist 48)."""
    membership = _again(membership)
    require(permissions.can_remove(by, membership))
    membership.step("remove", by=by, reason=reason, is_facilitator=False)
    audit.record("communities.membership.removed", by=by, target=membership.forum, reason=reason)
    notifications.membership_removed(membership, reason)
    return membership


@transaction.atomic
def leave(membership: Membership, *, by: Acting) -> Membership:
    """Stop taking part; one's posts stay."""
    membership = _again(membership)
    require(permissions.can_leave(by, membership))
    membership.step("leave", by=by, is_facilitator=False)
    audit.record("communities.membership.left", by=by, target=membership.forum)
    return membership


@transaction.atomic
def choose_news(membership: Membership, *, by: Acting, news: str) -> Membership:
    """Say whether each new post should send a message."""
    membership = _again(membership)
    require(permissions.can_choose_news(by, membership))
    membership.news = news
    membership.save(update_fields=["news"])
    return membership


@transaction.atomic
def enrol(
    forum: Forum, person: Any, *, by: Acting, is_facilitator: bool = False, shown_name: str = ""
) -> Membership:
    """Let an opener, manager or facilitator take part; a part of the verb that made them so, never alone."""
    membership = _locked(forum, person) or Membership(forum=forum, person=person)
    if membership.status not in READING:
        require(permissions.can_enrol(membership))
        membership.step("enrol", by=by, shown_name=shown_name, since=clock.now())
        audit.record("communities.membership.enrolled", by=by, target=forum)
    if is_facilitator and not membership.is_facilitator:
        membership.is_facilitator = True
        membership.save(update_fields=["is_facilitator"])
    forum.__dict__.pop("facilitator_ids", None)
    forum.__dict__.pop("_moderated_by", None)
    return membership


def relieve(forum: Forum, person: Any) -> None:
    """Take the facilitator's rights back when the assignment ends; the person may stay as a member."""
    forum.memberships.filter(person=person).update(is_facilitator=False)
    forum.__dict__.pop("facilitator_ids", None)
    forum.__dict__.pop("_moderated_by", None)


def _name(forum: Forum, shown_name: str) -> str:
    if not forum.uses_real_names:
        return ""
    if not shown_name.strip():
        raise Denied(_("People speak here under their real name. Please enter your name."))
    return shown_name.strip()


def _locked(forum: Forum, person: Any) -> Membership | None:
    return Membership.objects.select_for_update().filter(forum_id=forum.pk, person=person).first()


def _again(membership: Membership) -> Membership:
    return (
        Membership.objects.select_for_update(of=("self",))
        .select_related("forum", "person")
        .get(pk=membership.pk)
    )
