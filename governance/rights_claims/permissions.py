"""Who claims, asks, answers, decides; nobody decides on their own claim or post."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from communities.forums.permissions import reports_as_a_resident
from communities.posts.lifecycle import GONE
from communities.posts.models import Post
from portal.foundation import clock
from portal.foundation.acting import Acting
from portal.foundation.decisions import Decision, Denied
from portal.foundation.lifecycles import START
from residents.roles.holdings import holds

from .lifecycle import ASKED, CLAIM
from .models import RightsClaim

HANDLERS = ("rooms.caretaker", "committee.secretariat")


def can_submit(by: Acting, post: Post) -> Decision:
    """Whoever can read the post and whose right it is, guests included; not its author."""
    if by.person is not None and by.person.pk == post.author_id:
        return Denied(_("This is your own post."), _("You can edit it, or ask a caretaker."))
    return (
        reports_as_a_resident(by)
        and (post.is_shown or Denied(_("This post is not shown any more.")))
        and CLAIM.allows("submit", START)
    )


def can_see_list(by: Acting) -> Decision:
    """Caretakers, who decide, and the secretariat, which is next in line."""
    if by.is_guest:
        return Denied(_("Please log in first."))
    answers = [holds(by, function) for function in HANDLERS]
    return any(answers) or answers[0]


def can_read(by: Acting, claim: RightsClaim) -> Decision:
    """The author, once asked; those who deal with claims; whoever may put a removed post back."""
    return is_asked(by, claim) or can_read_inside(by, claim)


def can_read_inside(by: Acting, claim: RightsClaim) -> Decision:
    examines = claim.status == "removed" and holds(by, "rooms.objections")
    return (examines or can_see_list(by)) and _is_not_a_party(by, claim)


def can_read_receipt(by: Acting, claim: RightsClaim) -> Decision:
    """The claimant; a guest's receipt opens by its address."""
    if claim.claimant_id is None or (by.person is not None and by.person.pk == claim.claimant_id):
        return True
    return Denied(_("Only the claimant reads this."))


def is_asked(by: Acting, claim: RightsClaim) -> bool:
    """It is about their post, and they have been asked."""
    return by.person is not None and by.person.pk == claim.author_id and claim.status in ASKED


def can_turn_down(by: Acting, claim: RightsClaim) -> Decision:
    return _deals_with(by, claim) and CLAIM.allows("turn_down", claim.status)


def can_inquire(by: Acting, claim: RightsClaim) -> Decision:
    return _deals_with(by, claim) and _post_is_there(claim) and CLAIM.allows("inquire", claim.status)


def can_agree(by: Acting, claim: RightsClaim) -> Decision:
    return _is_the_author(by, claim) and CLAIM.allows("agree", claim.status) and _has_time(claim)


def can_object(by: Acting, claim: RightsClaim) -> Decision:
    return _is_the_author(by, claim) and CLAIM.allows("object", claim.status) and _has_time(claim)


def can_close_inquiry(claim: RightsClaim) -> Decision:
    """By the clock, the day after the last."""
    if claim.reply_until is None or clock.today() <= claim.reply_until:
        return Denied(_("The author still has time to answer."))
    return CLAIM.allows("close_inquiry", claim.status)


def can_remove(by: Acting, claim: RightsClaim) -> Decision:
    return _deals_with(by, claim) and _post_is_there(claim) and CLAIM.allows("remove", claim.status)


def can_keep(by: Acting, claim: RightsClaim) -> Decision:
    return _deals_with(by, claim) and CLAIM.allows("keep", claim.status)


def can_withdraw(by: Acting, claim: RightsClaim) -> Decision:
    return can_read_receipt(by, claim) and CLAIM.allows("withdraw", claim.status)


def can_put_back(by: Acting, claim: RightsClaim) -> Decision:
    """Somebody who examines objections and took no part in the claim."""
    return (
        holds(by, "rooms.objections")
        and _is_not_a_party(by, claim)
        and _took_no_part(by, claim)
        and CLAIM.allows("put_back", claim.status)
    )


def can_erase(claim: RightsClaim) -> Decision:
    if claim.is_open or claim.erased_on is not None:
        return Denied(_("An open claim keeps its evidence."))
    return True


def _deals_with(by: Acting, claim: RightsClaim) -> Decision:
    return holds(by, "rooms.caretaker") and _is_not_a_party(by, claim)


def _is_not_a_party(by: Acting, claim: RightsClaim) -> Decision:
    if by.person is not None and by.person.pk not in (claim.author_id, claim.claimant_id):
        return True
    return Denied(
        _("You are a party to this claim, so somebody else deals with it."),
        _("Choose “for myself” at the top of the page to see it as the person concerned."),
    )


def _took_no_part(by: Acting, claim: RightsClaim) -> Decision:
    return not claim.steps.filter(person_id=by.person_id).exists() or Denied(
        _("You took part in this claim, so somebody else looks at it again.")
    )


def _is_the_author(by: Acting, claim: RightsClaim) -> Decision:
    if by.person is not None and by.person.pk == claim.author_id:
        return True
    return Denied(_("Only the author of the post is asked here."))


def _post_is_there(claim: RightsClaim) -> Decision:
    if claim.post is not None and claim.post.status not in GONE:
        return True
    return Denied(_("The post is no longer there."), _("Close the claim as not taken up."))


def _has_time(claim: RightsClaim) -> Decision:
    if claim.reply_until is None or clock.today() <= claim.reply_until:
        return True
    return Denied(_("The time to reply is over."))
