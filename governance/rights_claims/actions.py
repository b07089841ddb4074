"""A claim from its receipt to its outcome."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from communities.posts import actions as posts
from communities.posts.lifecycle import PostStatus
from communities.posts.models import Post
from governance.violations import targets
from governance.violations.frozen import frozen
from portal.foundation import audit, clock
from portal.foundation.acting import CLOCK, Acting
from portal.foundation.decisions import Decision, require
from portal.foundation.locking import locked
from portal.foundation.looks import look

from . import notifications, permissions
from .models import ClaimEvidence, RightsClaim


@transaction.atomic
def submit(post: Post, *, by: Acting, right: str, why: str, name: str, contact: str) -> RightsClaim:
    """申出: a person says that a post infringes their own right; the post is frozen as it stands."""
    post = locked(post, "thread", "forum", "author")
    require(permissions.can_submit(by, post))
    earlier = RightsClaim.objects.open().about(post).filter(claimant=by.person).first()
    if by.person is not None and earlier is not None:
        return earlier
    claim = RightsClaim(
        post=post,
        author=post.author,
        claimant=by.person,
        claimant_name=name,
        contact=contact,
        right=right,
        why=why,
        received_at=clock.now(),
    )
    claim.step("submit", by=by, due_on=targets.business("violation.triage_days"))
    claim.evidence = ClaimEvidence.objects.create(claim=claim, **frozen(post))
    _record("submitted", claim, by)
    notifications.rights_claim_submitted(claim, by)
    return claim


@transaction.atomic
def turn_down(claim: RightsClaim, *, by: Acting, reason: str) -> RightsClaim:
    """There is nothing to ask the author: no right named, not one's own, or the post is gone."""
    claim = _again(claim)
    require(permissions.can_turn_down(by, claim))
    claim.step("turn_down", by=by, reason=reason, **_decided(reason))
    _record("not_taken_up", claim, by)
    notifications.rights_claim_turned_down(claim, by)
    return claim


@transaction.atomic
def inquire(claim: RightsClaim, *, by: Acting, inquiry: str) -> RightsClaim:
    """照会: ask the author whether they agree that the post goes; the Act gives them some days to answer."""
    claim = _again(claim)
    require(permissions.can_inquire(by, claim))
    until = targets.calendar("rights_claim.reply_days")
    claim.step("inquire", by=by, inquiry=inquiry, reply_until=until, due_on=until, reminded_on=None)
    _record("inquired", claim, by)
    notifications.rights_claim_inquired(claim, by)
    return claim


@transaction.atomic
def agree(claim: RightsClaim, *, by: Acting, reply: str = "") -> RightsClaim:
    """The author agrees that the post goes."""
    claim = _again(claim)
    require(permissions.can_agree(by, claim))
    claim.step("agree", by=by, reply=reply, **_to_decide())
    _record("agreed", claim, by)
    notifications.rights_claim_answered(claim, by)
    return claim


@transaction.atomic
def object(claim: RightsClaim, *, by: Acting, reply: str) -> RightsClaim:
    """The author says why the post should stay."""
    claim = _again(claim)
    require(permissions.can_object(by, claim))
    claim.step("object", by=by, reply=reply, **_to_decide())
    _record("objected", claim, by)
    notifications.rights_claim_answered(claim, by)
    return claim


@transaction.atomic
def close_inquiry(claim: RightsClaim) -> RightsClaim:
    """The author did not answer in the days of the Act."""
    claim = _again(claim)
    require(permissions.can_close_inquiry(claim))
    claim.step("close_inquiry", by=CLOCK, **_to_decide())
    _record("unanswered", claim, CLOCK)
    notifications.rights_claim_answered(claim)
    return claim


@transaction.atomic
def remove(claim: RightsClaim, *, by: Acting, reason: str) -> RightsClaim:
    """送信防止措置: the post goes, and both sides learn why."""
    claim = _again(claim)
    require(permissions.can_remove(by, claim))
    ground = _("Removed after a claim that it infringes a right (%(right)s).") % {
        "right": claim.get_right_display()
    }
    post: Any = claim.post
    posts.delete(post, by=by, reason=ground, basis=claim.number)
    claim.step("remove", by=by, reason=reason, **_decided(reason))
    _record("removed", claim, by)
    notifications.rights_claim_decided(claim, by)
    return claim


@transaction.atomic
def keep(claim: RightsClaim, *, by: Acting, reason: str) -> RightsClaim:
    """The post stays, and both sides learn why; the claimant may go to court all the same."""
    claim = _again(claim)
    require(permissions.can_keep(by, claim))
    claim.step("keep", by=by, reason=reason, **_decided(reason))
    _record("kept", claim, by)
    notifications.rights_claim_decided(claim, by)
    return claim


@transaction.atomic
def withdraw(claim: RightsClaim, *, by: Acting) -> RightsClaim:
    """The claimant takes the claim back."""
    claim = _again(claim)
    require(permissions.can_withdraw(by, claim))
    claim.step("withdraw", by=by, **_decided(""))
    _record("withdrawn", claim, by)
    notifications.rights_claim_withdrawn(claim, by)
    return claim


@transaction.atomic
def put_back(claim: RightsClaim, *, by: Acting, reason: str) -> RightsClaim:
    """A removed post returns, because a judgment, a settlement or a second look says so."""
    claim = _again(claim)
    require(permissions.can_put_back(by, claim))
    if claim.post is not None and claim.post.status in (PostStatus.HIDDEN, PostStatus.DELETED):
        posts.reinstate(claim.post, by=by, basis=claim.number)
    claim.step("put_back", by=by, reason=reason, **_decided(reason))
    _record("put_back", claim, by)
    notifications.rights_claim_decided(claim, by)
    return claim


@transaction.atomic
def remind(claim: RightsClaim) -> None:
    """Tell those who are waited for that the day of a step is near or has passed."""
    RightsClaim.objects.filter(pk=claim.pk).update(reminded_on=clock.today())
    notifications.rights_claim_due(claim)


@transaction.atomic
def erase(claim: RightsClaim) -> None:
    """The years of keeping are over: evidence, name, address and words go; that it was decided, stays."""
    claim = _again(claim)
    require(permissions.can_erase(claim))
    ClaimEvidence.objects.filter(claim=claim).delete()
    claim.claimant, claim.claimant_name, claim.contact = None, "", ""
    claim.why, claim.reply, claim.inquiry, claim.erased_on = "", "", "", clock.today()
    claim.save()
    audit.record("governance.rights_claim.erased", by=CLOCK, target=claim, reference=claim.number)


@transaction.atomic
def read(claim: RightsClaim, *, by: Acting, may: Decision, inside: bool) -> dict[str, Any]:
    """Open what rests sealed; name and address only for those who deal with the claim."""
    require(may)
    if claim.erased_on is not None:
        return {}
    reason = _("Dealing with the claim %(number)s") % {"number": claim.number}
    evidence = claim.evidence
    envelopes = {
        "content": evidence.content,
        "author": evidence.author_name,
        "why": claim.why,
        "reply": claim.reply,
        **({"name": claim.claimant_name, "contact": claim.contact} if inside else {}),
    }
    words = look(envelopes.values(), by=by, matter=claim, reason=reason)
    found = dict(zip(envelopes, words, strict=True))
    return {**found, "is_whole": evidence.is_whole(found["content"], found["author"])}


def _to_decide() -> dict[str, Any]:
    return {"due_on": targets.business("violation.decision_days"), "reminded_on": None}


def _decided(reason: str) -> dict[str, Any]:
    return {"outcome_reason": reason, "settled_at": clock.now(), "due_on": None, "reminded_on": None}


def _again(claim: RightsClaim) -> RightsClaim:
    return locked(claim, "author", "claimant", "evidence", "post__thread", "post__forum", "post__author")


def _record(deed: str, claim: RightsClaim, by: Acting) -> None:
    """One line; never the words, and the claimant stays out of it."""
    actor = Acting() if deed in ("submitted", "withdrawn") else by
    audit.record(f"governance.rights_claim.{deed}", by=actor, target=claim, reference=claim.number)
